// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.store;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

import org.trapline.catalog.Plugin;
import org.trapline.result.ChartSpec;
import org.trapline.result.Metric;
import org.trapline.result.RunSelection;
import org.trapline.result.format.FormatField;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** {@code run.json}: a {@link RunInfo} as a JSON object. Fields that this version does not know are left out when it is read. */
final class RunJson {

	private static final String FORMAT = "trapline-run";
	private static final int VERSION = 2;

	/** All fields, by their paths; a part of an array has brackets. */
	static final List<FormatField> FIELDS = List.of(
			new FormatField("format", "`trapline-run`: identifies the format."),
			new FormatField("version", "Version of this format: 2. Version 1, of the first Trapline, is read too."),
			new FormatField("id", "Unique among the runs of a store, and the name of its folder there."),
			new FormatField("name", "Shown to users, who may change it."),
			new FormatField("pinned", "Whether the user has pinned it."),
			new FormatField("began", "When it began, in ISO 8601."),
			new FormatField("milliseconds", "Duration of the run."),
			new FormatField("fingerprint", "Fingerprint of all results: equal for equal results on every machine."),
			new FormatField("environment.product", "Version of Trapline."),
			new FormatField("environment.java", "Version of Java."),
			new FormatField("environment.system", "Name and architecture of the operating system."),
			new FormatField("plugins[].id", "A plug-in that was installed."),
			new FormatField("plugins[].version", "Its version."),
			new FormatField("settings.files[]", "The studies that were run."),
			new FormatField("settings.experiments[]", "Experiments that were selected; none: all."),
			new FormatField("settings.stacks[]", "Stacks that were selected; none: all."),
			new FormatField("settings.seed", "Seed of the run; absent: that of each experiment."),
			new FormatField("settings.jobs", "Number of threads. Results do not depend on it."),
			new FormatField("settings.exits", "Whether exits by reason were added to every experiment; absent: no."),
			new FormatField("settings.summary", "Whether sweeps were summarized; absent: no."),
			new FormatField("inputs[].study", "The study that an input belongs to; absent for a library."),
			new FormatField("inputs[].name", "A file's path from the study's folder, or a library's name as studies import it."),
			new FormatField("inputs[].file", "Its place in the run's folder, with slashes."),
			new FormatField("inputs[].sha256", "SHA-256 of its bytes, in hexadecimal."),
			new FormatField("studies[].name", "A study."),
			new FormatField("studies[].fingerprint", "Fingerprint of its results."),
			new FormatField("studies[].experiments[].name", "An experiment that ran."),
			new FormatField("studies[].experiments[].title", "Its title."),
			new FormatField("studies[].experiments[].extrapolation", "The reason why it is an extrapolation; absent if it is not declared as one."),
			new FormatField("studies[].experiments[].rows", "Number of its values. With more than 100,000 it has no charts and breakdowns."),
			new FormatField("studies[].experiments[].charts[].kind", "A chart that it declares."),
			new FormatField("studies[].experiments[].charts[].metric", "The metric of the chart."),
			new FormatField("studies[].experiments[].charts[].unit", "The metric's unit."),
			new FormatField("studies[].experiments[].charts[].baseline", "The stack that values are multiples of."),
			new FormatField("studies[].experiments[].charts[].across", "The parameter on the horizontal axis."),
			new FormatField("studies[].experiments[].charts[].down", "The parameter on the vertical axis of a heat map."),
			new FormatField("studies[].experiments[].charts[].log", "Whether values are on a logarithmic scale; absent: no."));

	private RunJson() {
	}

	static String write(RunInfo info) {
		ObjectMapper mapper = mapper();
		ObjectNode root = mapper.createObjectNode();
		root.put("format", FORMAT).put("version", VERSION);
		root.put("id", info.id()).put("name", info.name()).put("pinned", info.pinned());
		root.put("began", info.began().toString()).put("milliseconds", info.took().toMillis());
		root.put("fingerprint", info.fingerprint());
		root.putObject("environment").put("product", info.environment().product()).put("java", info.environment().java()).put("system",
				info.environment().system());
		ArrayNode plugins = root.putArray("plugins");
		info.plugins().forEach(plugin -> plugins.addObject().put("id", plugin.id()).put("version", plugin.version()));
		settings(info.settings(), root.putObject("settings"));
		ArrayNode inputs = root.putArray("inputs");
		info.inputs().forEach(input -> {
			ObjectNode object = inputs.addObject();
			if (!input.isLibrary()) {
				object.put("study", input.study());
			}
			object.put("name", input.name()).put("file", input.file()).put("sha256", input.sha256());
		});
		ArrayNode studies = root.putArray("studies");
		info.studies().forEach(study -> study(study, studies.addObject()));
		try {
			return mapper.writeValueAsString(root).replace("\r\n", "\n") + "\n";
		} catch (JsonProcessingException e) {
			throw new IllegalStateException("writing to memory cannot fail", e);
		}
	}

	private static void settings(RunSettings settings, ObjectNode object) {
		texts(settings.files(), object.putArray("files"));
		texts(settings.selection().experiments(), object.putArray("experiments"));
		texts(settings.selection().stacks(), object.putArray("stacks"));
		settings.seed().ifPresent(seed -> object.put("seed", seed));
		object.put("jobs", settings.jobs());
		if (settings.exits()) {
			object.put("exits", true);
		}
		if (settings.summary()) {
			object.put("summary", true);
		}
	}

	private static void texts(List<String> texts, ArrayNode array) {
		texts.forEach(array::add);
	}

	private static void study(RunInfo.Study study, ObjectNode object) {
		object.put("name", study.name()).put("fingerprint", study.fingerprint());
		ArrayNode experiments = object.putArray("experiments");
		for (RunInfo.Experiment experiment : study.experiments()) {
			ObjectNode each = experiments.addObject().put("name", experiment.name()).put("title", experiment.title());
			experiment.extrapolation().ifPresent(reason -> each.put("extrapolation", reason));
			each.put("rows", experiment.rows());
			ArrayNode charts = each.putArray("charts");
			for (ChartSpec chart : experiment.charts()) {
				ObjectNode spec = charts.addObject().put("kind", chart.kind().id()).put("metric", chart.metric().id()).put("unit",
						chart.metric().unit());
				chart.baseline().ifPresent(name -> spec.put("baseline", name));
				chart.across().ifPresent(name -> spec.put("across", name));
				chart.down().ifPresent(name -> spec.put("down", name));
				if (chart.log()) {
					spec.put("log", true);
				}
			}
		}
	}

	/** @throws IllegalArgumentException when the text is no run; the message says what is wrong */
	static RunInfo read(String text) {
		JsonNode root;
		try {
			root = mapper().readTree(text);
		} catch (JsonProcessingException e) {
			throw new IllegalArgumentException(e.getOriginalMessage(), e);
		}
		if (!root.path("format").asText().equals(FORMAT)) {
			throw new IllegalArgumentException("it does not describe a run: its format is not \"" + FORMAT + "\"");
		}
		int version = root.path("version").asInt(1);
		if (version < 1 || version > VERSION) {
			throw new IllegalArgumentException("it is of version " + root.path("version").asText() + ", and this Trapline reads versions up to "
					+ VERSION + ": use a newer Trapline");
		}
		JsonNode environment = root.path("environment");
		JsonNode settings = root.path("settings");
		return new RunInfo(text(root, "id"), text(root, "name"), root.path("pinned").asBoolean(), time(text(root, "began")),
				Duration.ofMillis(root.path("milliseconds").asLong()),
				new RunInfo.Environment(text(environment, "product"), text(environment, "java"), text(environment, "system")),
				list(root, "plugins", plugin -> new Plugin(text(plugin, "id"), text(plugin, "version"))),
				new RunSettings(list(settings, "files", JsonNode::asText),
						new RunSelection(list(settings, "experiments", JsonNode::asText), list(settings, "stacks", JsonNode::asText)),
						settings.hasNonNull("seed") ? OptionalLong.of(settings.get("seed").asLong()) : OptionalLong.empty(),
						Math.max(1, settings.path("jobs").asInt()), settings.path("exits").asBoolean(), settings.path("summary").asBoolean()),
				list(root, "inputs", input -> new RunInfo.Input(input.path("study").asText(), text(input, "name"), text(input, "file"),
						text(input, "sha256"))),
				text(root, "fingerprint"),
				list(root, "studies", study -> new RunInfo.Study(text(study, "name"), text(study, "fingerprint"),
						list(study, "experiments", each -> new RunInfo.Experiment(text(each, "name"), text(each, "title"), optional(each, "extrapolation"),
								charts(each), each.path("rows").asLong())))));
	}

	/** A kind of chart that this version does not know is left out. */
	private static List<ChartSpec> charts(JsonNode experiment) {
		return list(experiment, "charts",
				chart -> ChartSpec.Kind.of(text(chart, "kind")).map(kind -> new ChartSpec(kind, Metric.of(text(chart, "metric"), text(chart, "unit")),
						optional(chart, "baseline"), optional(chart, "across"), optional(chart, "down"), chart.path("log").asBoolean())))
				.stream().flatMap(Optional::stream).toList();
	}

	private static Instant time(String text) {
		try {
			return Instant.parse(text);
		} catch (DateTimeException e) {
			throw new IllegalArgumentException("'" + text + "' is no time", e);
		}
	}

	private static Optional<String> optional(JsonNode object, String field) {
		return object.hasNonNull(field) ? Optional.of(object.get(field).asText()) : Optional.empty();
	}

	private static String text(JsonNode object, String field) {
		return optional(object, field).orElseThrow(() -> new IllegalArgumentException("the field '" + field + "' is missing"));
	}

	private static <T> List<T> list(JsonNode object, String field, Function<JsonNode, T> element) {
		List<T> list = new ArrayList<>();
		object.path(field).forEach(each -> list.add(element.apply(each)));
		return list;
	}

	private static ObjectMapper mapper() {
		return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
	}
}
