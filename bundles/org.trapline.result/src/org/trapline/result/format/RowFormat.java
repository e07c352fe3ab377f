// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.trapline.result.Bound;
import org.trapline.result.Comparison;
import org.trapline.result.Interval;
import org.trapline.result.Metric;
import org.trapline.result.ParameterValue;
import org.trapline.result.PublishedValue;
import org.trapline.result.ResultRow;
import org.trapline.result.Role;
import org.trapline.result.StudyResult;
import org.trapline.result.Tolerance;
import org.trapline.result.Verdict;
import org.trapline.result.Verdicts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Writes rows for machines, and reads them again: a column that does not apply to a row is empty in CSV and absent in JSON. The
 * point of a sweep is an object {@code parameters} in JSON, and a column for each parameter, after the level, in CSV.
 */
final class RowFormat {

	/** The columns of every result, in order. */
	static final List<FormatField> FIELDS = List.of(
			new FormatField("study", "Name of the study: the file's name without its ending."),
			new FormatField("experiment", "Name of the experiment."),
			new FormatField("stack", "Name of the stack."),
			new FormatField("workload", "Name of the workload."),
			new FormatField("level", "Level at which the workload ran: 1 in a VM, 2 in a nested VM."),
			new FormatField("metric", "What was measured."),
			new FormatField("value", "The number, in its unit; counts are exact."),
			new FormatField("unit", "The unit of the metric."),
			new FormatField("low", "Lower end of the value's confidence interval; only where it was measured several times."),
			new FormatField("high", "Upper end of it."),
			new FormatField("confidence", "How sure the interval is, in percent."),
			new FormatField("reference", "The published value of the same cell, where there is one."),
			new FormatField("referenceSource", "Where it was published."),
			new FormatField("referenceStatus", "How well it is established: confirmed, secondary, recalled, derived."),
			new FormatField("role", "What the comparison is worth: fit or prediction."),
			new FormatField("error", "Relative error against the published value, in percent; none where that is 0 and the simulated value is not."),
			new FormatField("tolerance", "How far the study lets the value be from the published one."),
			new FormatField("toleranceUnit", "What the tolerance counts in: percent, or the unit of the metric."),
			new FormatField("toleranceOfOthers", "The tolerance of the other values, where this one has one of its own."),
			new FormatField("toleranceReason", "Why this value has one of its own."),
			new FormatField("verdict", "ok, excused or miss: within the tolerance, within its own only, or outside of it."),
			new FormatField("note", "What who reads the value has to know of it, as that a migration does not converge; none where there is nothing."),
			new FormatField("extrapolation", "Why nobody has measured the like; none where that is not said."),
			new FormatField("fingerprint", "Of the study's results: equal for equal results on every machine."));
	/** Their names. */
	static final List<String> COLUMNS = FIELDS.stream().map(FormatField::name).toList();

	private static final String PARAMETERS = "parameters";
	/** Parameters come after this column. */
	private static final int LEVEL = COLUMNS.indexOf("level");
	private static final String PERCENT = "percent";

	/**
	 * A row with what it needs to be complete by itself.
	 *
	 * @param extrapolation why nobody has measured the like; empty where that is not said
	 * @param fingerprint   of its study
	 */
	record Line(ResultRow row, Optional<String> extrapolation, String fingerprint) {
	}

	private RowFormat() {
	}

	/** All rows of some results. */
	static List<Line> lines(List<StudyResult> results) {
		return results.stream().flatMap(result -> result.experiments().stream().flatMap(experiment -> experiment.rows().stream()
				.map(row -> new Line(row, experiment.extrapolation(), result.fingerprint())))).toList();
	}

	/** CSV with a header, RFC 4180 with line feeds. */
	static void csv(List<Line> lines, Appendable out) throws IOException {
		Set<String> parameters = new LinkedHashSet<>();
		lines.forEach(line -> line.row().parameters().forEach(parameter -> parameters.add(parameter.name())));
		List<String> header = new ArrayList<>(COLUMNS);
		header.addAll(LEVEL + 1, parameters);
		CSVFormat format = CSVFormat.DEFAULT.builder().setHeader(header.toArray(String[]::new)).setRecordSeparator('\n').get();
		CSVPrinter printer = new CSVPrinter(out, format);
		for (Line line : lines) {
			List<Object> values = new ArrayList<>(values(line));
			values.addAll(LEVEL + 1,
					parameters.stream().map(name -> line.row().parameter(name).map(ParameterValue::value).orElse(null)).toList());
			// A number's own text may have an exponent.
			printer.printRecord(values.stream().map(value -> value instanceof BigDecimal number ? number.toPlainString() : value).toList());
		}
	}

	/** JSON Lines: one object a line. */
	static void json(List<Line> lines, Appendable out) throws IOException {
		ObjectMapper mapper = JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
		for (Line line : lines) {
			ObjectNode object = mapper.createObjectNode();
			List<Object> values = values(line);
			for (int i = 0; i < values.size(); i++) {
				if (values.get(i) != null) {
					object.set(COLUMNS.get(i), mapper.valueToTree(values.get(i)));
				}
				if (i == LEVEL && !line.row().parameters().isEmpty()) {
					ObjectNode parameters = object.putObject(PARAMETERS);
					line.row().parameters().forEach(parameter -> parameters.put(parameter.name(), parameter.value()));
				}
			}
			out.append(mapper.writeValueAsString(object)).append('\n');
		}
	}

	/** The values of {@link #COLUMNS}; null where one does not apply. */
	private static List<Object> values(Line line) {
		ResultRow row = line.row();
		List<Object> values = new ArrayList<>(List.of(row.study(), row.experiment(), row.stack(), row.workload(), row.level(),
				row.metric().id(), row.value(), row.metric().unit()));
		values.add(row.interval().map(Interval::low).orElse(null));
		values.add(row.interval().map(Interval::high).orElse(null));
		values.add(row.interval().map(Interval::percent).orElse(null));
		Optional<Comparison> comparison = row.comparison();
		values.add(comparison.map(c -> c.published().value()).orElse(null));
		values.add(comparison.map(c -> c.published().source()).orElse(null));
		values.add(comparison.map(c -> c.published().status()).orElse(null));
		values.add(comparison.map(c -> c.role().id()).orElse(null));
		// JSON has no infinity: where the published value is 0 and the simulated is not, there is no relative error.
		values.add(comparison.map(c -> c.errorPercent(row.value())).filter(Double::isFinite).map(RowFormat::rounded).orElse(null));
		Optional<Tolerance> tolerance = comparison.flatMap(Comparison::tolerance);
		values.add(tolerance.map(t -> t.bound().value()).orElse(null));
		values.add(tolerance.map(t -> t.bound().percent() ? PERCENT : row.metric().unit()).orElse(null));
		values.add(tolerance.flatMap(Tolerance::general).map(Bound::toString).orElse(null));
		values.add(tolerance.flatMap(Tolerance::reason).orElse(null));
		values.add(Verdicts.verdict(row).map(Verdict::id).orElse(null));
		values.add(row.note().orElse(null));
		values.add(line.extrapolation().orElse(null));
		values.add(line.fingerprint());
		return values;
	}

	/** Two decimals: a relative error of a published value means no more. */
	private static BigDecimal rounded(double percent) {
		return BigDecimal.valueOf(percent).setScale(2, RoundingMode.HALF_EVEN);
	}

	// ------------------------------------------------------------------------------------------- reading

	/**
	 * Reads JSON Lines. Fields that this version does not know are left out.
	 *
	 * @throws IOException when it cannot be read; the message gives the line and what is wrong there
	 */
	static List<Line> read(BufferedReader in) throws IOException {
		ObjectMapper mapper = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
		mapper.setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));
		List<Line> lines = new ArrayList<>();
		int number = 0;
		for (String text = in.readLine(); text != null; text = in.readLine()) {
			number++;
			try {
				if (!text.isBlank()) {
					lines.add(line(mapper.readTree(text)));
				}
			} catch (JsonProcessingException | IllegalArgumentException e) {
				String reason = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
				throw new IOException("line " + number + ": " + reason, e);
			}
		}
		return lines;
	}

	private static Line line(JsonNode object) {
		if (!object.isObject()) {
			throw new IllegalArgumentException("a JSON object is expected");
		}
		Fields fields = new Fields(object);
		Metric metric = Metric.of(fields.text("metric"), fields.text("unit"));
		return new Line(new ResultRow(fields.text("study"), fields.text("experiment"), fields.text("stack"), fields.text("workload"),
				fields.number("level").intValue(), parameters(object.path(PARAMETERS)), metric, fields.number("value"), interval(fields),
				comparison(fields), fields.optional("note")), fields.optional("extrapolation"), fields.text("fingerprint"));
	}

	private static List<ParameterValue> parameters(JsonNode object) {
		Map<String, String> values = new LinkedHashMap<>();
		BiConsumer<String, JsonNode> put = (name, value) -> values.put(name, value.asText());
		object.fields().forEachRemaining(field -> put.accept(field.getKey(), field.getValue()));
		return values.entrySet().stream().map(entry -> new ParameterValue(entry.getKey(), entry.getValue())).toList();
	}

	private static Optional<Interval> interval(Fields fields) {
		return fields.has("low") ? Optional.of(new Interval(fields.number("low"), fields.number("high"), fields.number("confidence")))
				: Optional.empty();
	}

	private static Optional<Comparison> comparison(Fields fields) {
		if (!fields.has("reference")) {
			return Optional.empty();
		}
		PublishedValue published = new PublishedValue(fields.number("reference"), fields.text("referenceSource"),
				fields.text("referenceStatus"));
		return Optional.of(new Comparison(published, role(fields.text("role")), tolerance(fields)));
	}

	private static Role role(String id) {
		for (Role role : Role.values()) {
			if (role.id().equals(id)) {
				return role;
			}
		}
		throw new IllegalArgumentException("there is no role '" + id + "'");
	}

	private static Optional<Tolerance> tolerance(Fields fields) {
		if (!fields.has("tolerance")) {
			return Optional.empty();
		}
		Bound bound = new Bound(fields.number("tolerance"), fields.text("toleranceUnit").equals(PERCENT));
		return Optional.of(new Tolerance(bound, fields.optional("toleranceOfOthers").map(Bound::parse), fields.optional("toleranceReason")));
	}

	/** The fields of an object, by name. */
	private record Fields(JsonNode object) {

		boolean has(String name) {
			return object.hasNonNull(name);
		}

		Optional<String> optional(String name) {
			return has(name) ? Optional.of(object.get(name).asText()) : Optional.empty();
		}

		String text(String name) {
			return optional(name).orElseThrow(() -> new IllegalArgumentException("the field '" + name + "' is missing"));
		}

		BigDecimal number(String name) {
			JsonNode value = object.get(name);
			if (value == null || !value.isNumber()) {
				throw new IllegalArgumentException("the field '" + name + "' has to be a number");
			}
			return value.decimalValue();
		}
	}
}
