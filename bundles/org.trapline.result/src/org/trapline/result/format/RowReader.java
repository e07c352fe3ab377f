// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.trapline.result.Bound;
import org.trapline.result.Comparison;
import org.trapline.result.ExitDetail;
import org.trapline.result.Interval;
import org.trapline.result.Metric;
import org.trapline.result.ParameterValue;
import org.trapline.result.PublishedValue;
import org.trapline.result.ResultRow;
import org.trapline.result.Role;
import org.trapline.result.RowDetail;
import org.trapline.result.Summary;
import org.trapline.result.Tolerance;
import org.trapline.sim.isa.Direction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Reads what a {@link JsonRowWriter} wrote, and what the first Trapline wrote: its parameters are texts, {@code "2.4 GHz"}. */
final class RowReader {

	/** More texts and points than this are not looked for: nobody repeats them. */
	private static final int KNOWN = 1_000_000;

	/** How sure intervals of costs are. */
	private static final BigDecimal COST_PERCENT = BigDecimal.valueOf(95);

	private final ObjectMapper mapper = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
	/** Equal names and points are one object in all rows, so that a million rows find room in memory. */
	private final Map<Object, Object> known = new HashMap<>();

	private RowReader() {
		mapper.setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));
	}

	/**
	 * Reads JSON Lines, row by row. Fields that this version does not know are left out; so are the rows of fingerprints.
	 *
	 * @throws IOException when it cannot be read; the message gives the line and what is wrong there
	 */
	static void read(BufferedReader in, Consumer<ResultRow> rows) throws IOException {
		RowReader reader = new RowReader();
		long number = 0;
		for (String text = in.readLine(); text != null; text = in.readLine()) {
			number++;
			try {
				if (!text.isBlank()) {
					reader.row(reader.mapper.readTree(text)).ifPresent(rows);
				}
			} catch (JsonProcessingException | IllegalArgumentException e) {
				String reason = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
				throw new IOException("line " + number + ": " + reason, e);
			}
		}
	}

	private Optional<ResultRow> row(JsonNode object) {
		if (!object.isObject()) {
			throw new IllegalArgumentException("a JSON object is expected");
		}
		Fields fields = new Fields(object);
		String metric = fields.text(RowColumn.METRIC);
		if (metric.equals(RowColumn.FINGERPRINT_METRIC)) {
			return Optional.empty();
		}
		return Optional.of(new ResultRow(one(fields.text(RowColumn.STUDY)), one(fields.text(RowColumn.EXPERIMENT)), one(fields.text(RowColumn.STACK)),
				one(fields.text(RowColumn.WORKLOAD)), fields.count(RowColumn.LEVEL), one(parameters(object.path(RowColumn.PARAMETERS))),
				Metric.of(metric, fields.text(RowColumn.UNIT)), fields.number(RowColumn.VALUE), interval(fields), costInterval(fields), comparison(fields),
				fields.optional(RowColumn.NOTE).map(this::one), detail(fields)));
	}

	/** The first of equal objects. */
	@SuppressWarnings("unchecked")
	private <T> T one(T object) {
		Object first = known.size() < KNOWN ? known.putIfAbsent(object, object) : known.get(object);
		return first == null ? object : (T) first;
	}

	private static List<ParameterValue> parameters(JsonNode object) {
		List<ParameterValue> values = new ArrayList<>();
		for (Map.Entry<String, JsonNode> field : object.properties()) {
			JsonNode value = field.getValue();
			if (value.isObject()) {
				JsonNode number = value.path("value");
				if (!number.isNumber()) {
					throw new IllegalArgumentException("the value of the parameter '" + field.getKey() + "' has to be a number");
				}
				values.add(new ParameterValue(field.getKey(), number.decimalValue(), value.path("unit").asText("")));
			} else {
				values.add(ParameterValue.parse(field.getKey(), value.asText()));
			}
		}
		return List.copyOf(values);
	}

	private static Optional<RowDetail> detail(Fields fields) {
		if (fields.has(RowColumn.EXIT_LEVEL)) {
			return Optional.of(new ExitDetail(fields.count(RowColumn.EXIT_LEVEL), fields.count(RowColumn.HANDLER), fields.text(RowColumn.REASON),
					fields.optional(RowColumn.REGISTER),
					fields.optional(RowColumn.DIRECTION).map(word -> named(Direction.values(), ExitDetail::word, "direction", word)),
					fields.number(RowColumn.SHARE), fields.number(RowColumn.CYCLES)));
		}
		if (fields.has(RowColumn.COUNT)) {
			List<Summary.Quantile> quantiles = new ArrayList<>();
			for (int i = 0; i < RowColumn.QUANTILES.size(); i++) {
				quantiles.add(new Summary.Quantile(Summary.PERCENTAGES.get(i), fields.number(RowColumn.QUANTILES.get(i))));
			}
			List<Long> histogram = new ArrayList<>();
			fields.object().path(RowColumn.HISTOGRAM.title()).forEach(bin -> histogram.add(bin.asLong()));
			return Optional.of(new Summary(fields.number(RowColumn.COUNT).longValue(), fields.number(RowColumn.DEVIATION), fields.number(RowColumn.MIN),
					fields.number(RowColumn.MAX), quantiles, histogram));
		}
		return Optional.empty();
	}

	private static Optional<Interval> interval(Fields fields) {
		return fields.has(RowColumn.LOW)
				? Optional.of(new Interval(fields.number(RowColumn.LOW), fields.number(RowColumn.HIGH), fields.number(RowColumn.CONFIDENCE)))
				: Optional.empty();
	}

	private static Optional<Interval> costInterval(Fields fields) {
		return fields.has(RowColumn.COST_LOW) ? Optional.of(new Interval(fields.number(RowColumn.COST_LOW), fields.number(RowColumn.COST_HIGH), COST_PERCENT)) : Optional.empty();
	}

	private static Optional<Comparison> comparison(Fields fields) {
		if (!fields.has(RowColumn.REFERENCE)) {
			return Optional.empty();
		}
		PublishedValue published = new PublishedValue(fields.number(RowColumn.REFERENCE), fields.text(RowColumn.REFERENCE_SOURCE),
				fields.text(RowColumn.REFERENCE_STATUS));
		return Optional.of(new Comparison(published, named(Role.values(), Role::id, "role", fields.text(RowColumn.ROLE)), tolerance(fields)));
	}

	private static <T> T named(T[] all, Function<T, String> word, String kind, String wanted) {
		for (T each : all) {
			if (word.apply(each).equals(wanted)) {
				return each;
			}
		}
		throw new IllegalArgumentException("there is no " + kind + " '" + wanted + "'");
	}

	private static Optional<Tolerance> tolerance(Fields fields) {
		if (!fields.has(RowColumn.TOLERANCE)) {
			return Optional.empty();
		}
		Bound bound = new Bound(fields.number(RowColumn.TOLERANCE), fields.text(RowColumn.TOLERANCE_UNIT).equals(RowColumn.PERCENT));
		return Optional.of(new Tolerance(bound, fields.optional(RowColumn.TOLERANCE_OF_OTHERS).map(Bound::parse),
				fields.optional(RowColumn.TOLERANCE_REASON)));
	}

	/** The fields of an object, by column. */
	private record Fields(JsonNode object) {

		boolean has(RowColumn column) {
			return object.hasNonNull(column.title());
		}

		Optional<String> optional(RowColumn column) {
			return has(column) ? Optional.of(object.get(column.title()).asText()) : Optional.empty();
		}

		String text(RowColumn column) {
			return optional(column).orElseThrow(() -> new IllegalArgumentException("the field '" + column.title() + "' is missing"));
		}

		int count(RowColumn column) {
			return number(column).intValue();
		}

		BigDecimal number(RowColumn column) {
			JsonNode value = object.get(column.title());
			if (value == null || !value.isNumber()) {
				throw new IllegalArgumentException("the field '" + column.title() + "' has to be a number");
			}
			return value.decimalValue();
		}
	}
}
