// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.sensitivity;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

import org.apache.commons.csv.CSVFormat;
import org.trapline.result.format.CsvText;
import org.trapline.result.format.Table;
import org.trapline.result.format.Table.Column;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;

/** How sensitivities are written. */
public enum SensitivityFormat {

	/** For people: the costs that move each value most, with bars. */
	TABLE {
		@Override
		public void write(List<SensitivityRow> rows, Appendable out) throws IOException {
			Map<String, List<SensitivityRow>> values = new LinkedHashMap<>();
			rows.forEach(row -> values.computeIfAbsent(String.join("\t", row.experiment(), row.stack(), row.workload(), row.metric()), each -> new ArrayList<>()).add(row));
			for (List<SensitivityRow> each : values.values()) {
				tornado(each, out);
			}
			if (rows.stream().anyMatch(row -> !row.interval())) {
				out.append("*: the model gives no interval; 10 % either way are taken.\n");
			}
		}
	},

	/** All rows, RFC 4180 with line feeds. */
	CSV {
		@Override
		public void write(List<SensitivityRow> rows, Appendable out) throws IOException {
			CSVFormat format = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
			format.printRecord(out, FIELDS.toArray());
			for (SensitivityRow row : rows) {
				format.printRecord(out, fields(row).stream().map(each -> each instanceof BigDecimal number ? number.toPlainString() : CsvText.cell(each)).toArray());
			}
		}
	},

	/** All rows, one object a line; what was not asked for is absent. */
	JSON {
		@Override
		public void write(List<SensitivityRow> rows, Appendable out) throws IOException {
			for (SensitivityRow row : rows) {
				StringWriter line = new StringWriter();
				try (JsonGenerator generator = JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build().createGenerator(line)) {
					generator.writeStartObject();
					List<Object> values = fields(row);
					for (int i = 0; i < values.size(); i++) {
						if (values.get(i) != null) {
							generator.writeFieldName(FIELDS.get(i));
							switch (values.get(i)) {
							case BigDecimal number -> generator.writeNumber(number);
							case Boolean truth -> generator.writeBoolean(truth);
							case Object text -> generator.writeString(text.toString());
							}
						}
					}
					generator.writeEndObject();
				}
				out.append(line.append('\n').toString());
			}
		}
	};

	private static final List<String> FIELDS = List.of("experiment", "stack", "workload", "metric", "unit", "value", "cost", "costUnit", "costValue", "low", "high", "interval",
			"derivative", "elasticity", "atLow", "atHigh", "swing", "firstOrder", "total");
	/** Of more costs nobody reads a table. */
	private static final int SHOWN = 10;
	private static final int WIDTH = 24;
	private static final MathContext DIGITS = new MathContext(6);

	/** Writes all of them. */
	public abstract void write(List<SensitivityRow> rows, Appendable out) throws IOException;

	/** The word on the command line. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

	private static void tornado(List<SensitivityRow> rows, Appendable out) throws IOException {
		SensitivityRow first = rows.getFirst();
		out.append(first.experiment()).append(": ").append(first.metric()).append(" of ").append(first.workload()).append(" on ").append(first.stack()).append(", ")
				.append(text(first.value())).append(first.unit().equals(first.metric()) ? "" : " " + first.unit()).append("\n\n");
		boolean sobol = first.total().isPresent();
		List<Column> columns = new ArrayList<>(List.of(new Column("cost", false), new Column("value", true), new Column("from", true), new Column("to", true), new Column("unit", false),
				new Column("derivative", true), new Column("elasticity", true), new Column("at from", true), new Column("at to", true), new Column("swing", false)));
		if (sobol) {
			columns.add(new Column("first order", true));
			columns.add(new Column("total", true));
		}
		Table table = new Table(columns);
		for (SensitivityRow row : rows.subList(0, Math.min(SHOWN, rows.size()))) {
			List<String> line = new ArrayList<>(List.of(row.cost() + (row.interval() ? "" : " *"), text(row.costValue()), text(row.low()), text(row.high()), row.costUnit(), text(row.derivative()),
					String.format(Locale.ROOT, "%.3f", row.elasticity()), text(row.atLow()), text(row.atHigh()), bar(row.swing(), first.swing())));
			if (sobol) {
				line.add(String.format(Locale.ROOT, "%.3f", row.firstOrder().orElse(0)));
				line.add(String.format(Locale.ROOT, "%.3f", row.total().orElse(0)));
			}
			table.add(line);
		}
		table.write(out);
		if (rows.size() > SHOWN) {
			out.append("and ").append(Integer.toString(rows.size() - SHOWN)).append(" more: write them all as csv or json\n");
		}
		out.append('\n');
	}

	private static String bar(double swing, double largest) {
		return "#".repeat(largest == 0 ? 0 : Math.max(1, (int) Math.round(WIDTH * swing / largest)));
	}

	private static String text(double value) {
		return Table.grouped(number(value));
	}

	private static BigDecimal number(double value) {
		return new BigDecimal(value).round(DIGITS).stripTrailingZeros();
	}

	private static BigDecimal number(OptionalDouble value) {
		return value.isPresent() ? number(value.getAsDouble()) : null;
	}

	private static List<Object> fields(SensitivityRow row) {
		List<Object> values = new ArrayList<>(List.of(row.experiment(), row.stack(), row.workload(), row.metric(), row.unit(), number(row.value()), row.cost(), row.costUnit(),
				number(row.costValue()), number(row.low()), number(row.high()), row.interval(), number(row.derivative()), number(row.elasticity()), number(row.atLow()),
				number(row.atHigh()), number(row.swing())));
		values.add(number(row.firstOrder()));
		values.add(number(row.total()));
		return values;
	}
}
