// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import org.trapline.result.RunSelection;
import org.trapline.result.Source;
import org.trapline.result.stream.StudyPlan;
import org.trapline.run.RunOptions;
import org.trapline.run.Shard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the rows of a journal are of: a run goes on from a journal of the same, and shards of the same are merged.
 *
 * @param studies   names of the studies
 * @param texts     SHA-256 of all texts that they are made from
 * @param selection which part of them
 * @param seed      of the random numbers; empty for that of each experiment
 * @param exits     whether exits by reason are added
 * @param summary   whether sweeps are summarized
 * @param intervals whether results have intervals of costs
 * @param shard     which part of the cells
 */
public record JournalSettings(List<String> studies, String texts, RunSelection selection, OptionalLong seed, boolean exits, boolean summary, boolean intervals, Shard shard) {

	private static final int VERSION = 1;

	public JournalSettings {
		studies = List.copyOf(studies);
		Objects.requireNonNull(texts);
		Objects.requireNonNull(selection);
		Objects.requireNonNull(seed);
		Objects.requireNonNull(shard);
	}

	/** Of a run. */
	public static JournalSettings of(List<StudyPlan> plans, RunSelection selection, RunOptions options, Shard shard) {
		return new JournalSettings(plans.stream().map(StudyPlan::study).toList(), texts(plans), selection, options.seed(), options.exits(), options.summary(), options.intervals(), shard);
	}

	private static String texts(List<StudyPlan> plans) {
		String all = plans.stream().flatMap(plan -> plan.sources().stream()).map(source -> source.name() + " " + source.sha256() + "\n").collect(Collectors.joining());
		return new Source(Source.Kind.FILE, "", all).sha256();
	}

	/** The options of the run, on some threads. */
	public RunOptions options(int jobs) {
		return new RunOptions(seed, jobs, exits, summary, intervals);
	}

	/** The same of another part. */
	public JournalSettings with(Shard other) {
		return new JournalSettings(studies, texts, selection, seed, exits, summary, intervals, other);
	}

	/** The first line of a journal. */
	ObjectNode json() {
		ObjectNode object = JsonNodeFactory.instance.objectNode().put("journal", VERSION).put("texts", texts).put("exits", exits).put("summary", summary).put("intervals", intervals)
				.put("shard", shard.toString());
		seed.ifPresent(number -> object.put("seed", number));
		studies.forEach(object.withArrayProperty("studies")::add);
		selection.experiments().forEach(object.withArrayProperty("experiments")::add);
		selection.stacks().forEach(object.withArrayProperty("stacks")::add);
		return object;
	}

	/** @throws IOException when a line is none; the message says why */
	static JournalSettings of(JsonNode line) throws IOException {
		if (line.path("journal").asInt() != VERSION) {
			throw new IOException("it is no journal of a run");
		}
		try {
			return new JournalSettings(texts(line.path("studies")), line.path("texts").asText(), new RunSelection(texts(line.path("experiments")), texts(line.path("stacks"))),
					line.has("seed") ? OptionalLong.of(line.get("seed").asLong()) : OptionalLong.empty(), line.path("exits").asBoolean(), line.path("summary").asBoolean(),
					line.path("intervals").asBoolean(), Shard.parse(line.path("shard").asText()));
		} catch (IllegalArgumentException e) {
			throw new IOException("its first line is damaged: " + e.getMessage(), e);
		}
	}

	private static List<String> texts(JsonNode array) {
		List<String> texts = new ArrayList<>();
		array.forEach(each -> texts.add(each.asText()));
		return texts;
	}
}
