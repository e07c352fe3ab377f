// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.store;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.trapline.catalog.Catalog;
import org.trapline.result.ExperimentResult;
import org.trapline.result.ResultRow;
import org.trapline.result.Source;
import org.trapline.result.StudyResult;
import org.trapline.result.stream.StudyPlan;

/**
 * A run: its provenance and its results.
 *
 * @param info    where it comes from
 * @param studies its results, with the texts that it was run from
 */
public record Run(RunInfo info, List<StudyResult> studies) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
	private static final int FINGERPRINT_IN_ID = 8;
	private static final String INPUTS = "inputs/";
	private static final String LIBRARIES = "plug-ins";

	public Run {
		Objects.requireNonNull(info);
		studies = List.copyOf(studies);
	}

	/**
	 * A new run, by this version and these plug-ins.
	 *
	 * @throws IllegalArgumentException when two studies have one name: nobody could tell their results apart
	 */
	public static Run of(List<StudyResult> studies, RunSettings settings, Instant began, Duration took, Catalog catalog) {
		distinct(studies.stream().map(StudyResult::study).toList()).ifPresent(problem -> {
			throw new IllegalArgumentException(problem);
		});
		String fingerprint = StudyResult.fingerprint(studies);
		String id = TIME.format(began) + "-" + fingerprint.substring(0, FINGERPRINT_IN_ID);
		List<RunInfo.Study> heads = studies.stream().map(study -> new RunInfo.Study(study.study(), study.fingerprint(),
				study.experiments().stream().map(each -> new RunInfo.Experiment(each.name(), each.title(), each.extrapolation(), each.charts(), each.count())).toList())).toList();
		return new Run(new RunInfo(id, name(studies), false, began.truncatedTo(ChronoUnit.MILLIS), took.truncatedTo(ChronoUnit.MILLIS),
				RunInfo.Environment.here(catalog.version()), catalog.plugins(), settings, inputs(studies), fingerprint, heads), studies);
	}

	/**
	 * Sees to it that studies can be in one run.
	 *
	 * @throws IOException when two have one name; the message says so
	 */
	public static void requireDistinctNames(List<StudyPlan> studies) throws IOException {
		Optional<String> problem = distinct(studies.stream().map(StudyPlan::study).toList());
		if (problem.isPresent()) {
			throw new IOException(problem.get());
		}
	}

	/** What is wrong where two studies have one name: nobody could tell their results apart. */
	private static Optional<String> distinct(List<String> studies) {
		Set<String> names = new HashSet<>();
		return studies.stream().filter(study -> !names.add(study)).findFirst()
				.map(study -> "two studies are called '" + study + "', so that their results could not be told apart: run them one by one");
	}

	/** The default name of a new run: its studies, and the experiment if there is only one. */
	private static String name(List<StudyResult> studies) {
		String names = studies.stream().map(StudyResult::study).distinct().collect(Collectors.joining(", "));
		List<ExperimentResult> experiments = studies.stream().flatMap(study -> study.experiments().stream()).toList();
		return experiments.size() == 1 ? names + ": " + experiments.get(0).name() : names;
	}

	// ------------------------------------------------------------------------------------------- places of inputs

	private static List<RunInfo.Input> inputs(List<StudyResult> studies) {
		List<RunInfo.Input> inputs = new ArrayList<>();
		Map<String, RunInfo.Input> libraries = new LinkedHashMap<>();
		Set<String> folders = new HashSet<>(Set.of(LIBRARIES));
		for (StudyResult study : studies) {
			String folder = folder(study.study(), folders);
			int up = study.sources().stream().mapToInt(source -> stepsUp(source.name())).max().orElse(0);
			for (Source source : study.sources()) {
				switch (source.kind()) {
				case FILE -> inputs.add(new RunInfo.Input(study.study(), source.name(), folder + place(source.name(), up), source.sha256()));
				case LIBRARY -> libraries.putIfAbsent(source.name(), new RunInfo.Input("", source.name(),
						INPUTS + LIBRARIES + "/" + source.name() + ".trapline", source.sha256()));
				}
			}
		}
		inputs.addAll(libraries.values());
		return inputs;
	}

	private static String folder(String study, Set<String> taken) {
		String name = study;
		for (int i = 2; !taken.add(name); i++) {
			name = study + "-" + i;
		}
		return INPUTS + name + "/";
	}

	/** Number of levels from the study's folder up to the common parent with a file. */
	private static int stepsUp(String name) {
		int steps = 0;
		for (String rest = name; rest.startsWith("../"); rest = rest.substring(3)) {
			steps++;
		}
		return steps;
	}

	/**
	 * The place of a file such that relative imports still find it: the study is placed as many folders deep as files are above it.
	 */
	private static String place(String name, int up) {
		int steps = stepsUp(name);
		return "_/".repeat(up - steps) + name.substring(3 * steps);
	}

	/** The text of an input. */
	public Optional<String> text(RunInfo.Input input) {
		return studies.stream().filter(study -> input.isLibrary() || study.study().equals(input.study()))
				.flatMap(study -> study.sources().stream())
				.filter(source -> source.name().equals(input.name()) && source.kind() == (input.isLibrary() ? Source.Kind.LIBRARY : Source.Kind.FILE)
						&& source.sha256().equals(input.sha256()))
				.map(Source::text).findFirst();
	}

	/** All rows, in order. */
	public List<ResultRow> rows() {
		return studies.stream().flatMap(study -> study.rows().stream()).toList();
	}

	/** All experiments, in order. */
	public List<ExperimentResult> experiments() {
		return studies.stream().flatMap(study -> study.experiments().stream()).toList();
	}
}
