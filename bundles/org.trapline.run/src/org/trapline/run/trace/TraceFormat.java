// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.trace;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.trapline.result.format.CsvText;
import org.trapline.result.format.FormatField;
import org.trapline.trace.summary.BenchmarkRow;
import org.trapline.trace.summary.Counter;
import org.trapline.trace.summary.ExitKey;
import org.trapline.trace.summary.ExitRow;
import org.trapline.trace.summary.Loss;
import org.trapline.trace.summary.Operation;
import org.trapline.trace.summary.ReflectionRow;
import org.trapline.trace.summary.Sequence;
import org.trapline.trace.summary.TraceSummary;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;

/** How what a trace came to is written. */
public enum TraceFormat {

	/** Tables for people. */
	TABLE {
		@Override
		public void write(List<TraceSummary> traces, Appendable out) throws IOException {
			for (int i = 0; i < traces.size(); i++) {
				out.append(i == 0 ? "" : "\n");
				TraceTables.write(traces.get(i), out);
			}
		}
	},

	/** Exits by level and reason, with a header; a column that does not apply is empty. What a trace lacks is no row: see {@link #JSON}. */
	CSV {
		@Override
		public void write(List<TraceSummary> traces, Appendable out) throws IOException {
			List<String> header = new ArrayList<>(List.of("trace"));
			ExitColumns.ALL.forEach(column -> header.add(column.name()));
			StringBuilder text = new StringBuilder();
			try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.DEFAULT.builder().setHeader(header.toArray(String[]::new)).setRecordSeparator('\n').get())) {
				for (TraceSummary trace : traces) {
					for (ExitRow row : trace.exits()) {
						List<Object> cells = new ArrayList<>(List.of(CsvText.of(trace.source().name())));
						ExitColumns.ALL.forEach(column -> cells.add(column.value().apply(row) instanceof Double number ? rounded(number) : CsvText.cell(column.value().apply(row))));
						printer.printRecord(cells.stream().map(cell -> cell instanceof BigDecimal number ? number.toPlainString() : cell));
					}
				}
			}
			out.append(text);
		}
	},

	/** JSON Lines: one object a line, told apart by {@code row}; a field that does not apply is absent. */
	JSON {
		@Override
		public void write(List<TraceSummary> traces, Appendable out) throws IOException {
			for (TraceSummary trace : traces) {
				StringWriter text = new StringWriter();
				try (JsonGenerator json = JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build().createGenerator(text)) {
					json.setRootValueSeparator(new SerializedString("\n"));
					new JsonRows(json, trace).write();
				}
				out.append(text.getBuffer()).append('\n');
			}
		}
	};

	/** The columns of exits, in order. */
	public static final List<FormatField> EXIT_FIELDS = ExitColumns.FIELDS;

	/** More digits than a trace has. */
	private static final MathContext DIGITS = new MathContext(10);

	/**
	 * Writes what traces came to.
	 *
	 * @param out is appended to, and neither flushed nor closed
	 */
	public abstract void write(List<TraceSummary> traces, Appendable out) throws IOException;

	/** As the command line has it. */
	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

	private static BigDecimal rounded(double value) {
		BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
		return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
	}

	/** The objects of a trace. */
	private record JsonRows(JsonGenerator json, TraceSummary trace) {

		void write() throws IOException {
			head();
			for (ExitRow row : trace.exits()) {
				begin("exits");
				for (ExitColumns.Column column : ExitColumns.ALL) {
					field(column.name(), column.value().apply(row));
				}
				json.writeEndObject();
			}
			for (ReflectionRow row : trace.reflections()) {
				begin("reflection");
				key(row.key());
				field("value", row.count());
				field("exits", ExitColumns.known(row.exits()));
				field("host", ExitColumns.known(row.host()));
				field("guest", ExitColumns.known(row.guest()));
				json.writeEndObject();
			}
			if (trace.operation().isPresent()) {
				operation(trace.operation().get());
			}
			for (Counter counter : trace.counters()) {
				begin("counter");
				field("event", counter.event());
				field("value", counter.count() < 0 ? null : counter.count());
				json.writeEndObject();
			}
			for (BenchmarkRow row : trace.benchmarks()) {
				begin("benchmark");
				field("operation", row.name());
				field("mean", ExitColumns.known(row.mean()));
				field("unit", row.unit());
				field("skipped", row.skipped());
				json.writeEndObject();
			}
			for (Loss loss : trace.losses()) {
				begin("loss");
				field("loss", loss.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
				field("value", loss.count());
				field("line", loss.firstLine() > 0 ? loss.firstLine() : null);
				field("meaning", loss.kind().label());
				json.writeEndObject();
			}
		}

		private void head() throws IOException {
			begin("trace");
			field("kind", trace.kind().label());
			field("sha256", trace.source().sha256().orElse(null));
			field("bytes", trace.source().bytes());
			field("lines", trace.source().lines());
			field("events", trace.source().events());
			field("kvmEvents", trace.source().kvm());
			field("isa", trace.machine().isa().label());
			field("vcpus", trace.machine().vcpus().size());
			field("exits", trace.exitCount());
			field("seconds", ExitColumns.known(trace.span().seconds()));
			field("timesAre", trace.meaning().label());
			json.writeEndObject();
		}

		private void operation(Operation operation) throws IOException {
			Sequence usual = operation.usual();
			begin("operation");
			field("anchor", operation.anchor().reason());
			field("exitLevel", ExitColumns.level(operation.anchor().level()));
			field("exits", usual.exits().size());
			json.writeArrayFieldStart("sequence");
			for (ExitKey key : usual.exits()) {
				json.writeString(key.label());
			}
			json.writeEndArray();
			field("share", usual.share() * 100);
			field("mean", ExitColumns.known(operation.duration().mean()));
			field("low", ExitColumns.known(operation.duration().low()));
			field("high", ExitColumns.known(operation.duration().high()));
			field("confidence", operation.duration().confidence() * 100);
			field("operations", operation.operations());
			field("meanExits", ExitColumns.known(operation.exits().mean()));
			field("setApart", operation.setApart());
			field("broken", operation.broken());
			json.writeEndObject();
		}

		private void begin(String row) throws IOException {
			json.writeStartObject();
			json.writeStringField("row", row);
			json.writeStringField("trace", trace.source().name());
		}

		private void key(ExitKey key) throws IOException {
			field("exitLevel", ExitColumns.level(key.level()));
			field("handler", ExitColumns.level(key.handler()));
			field("reason", key.reason());
			field("register", ExitColumns.text(key.register()));
			field("direction", ExitColumns.direction(key));
		}

		private void field(String name, Object value) throws IOException {
			switch (value) {
			case null -> {
				// It does not apply.
			}
			case String text -> json.writeStringField(name, text);
			case Boolean truth -> json.writeBooleanField(name, truth);
			case Integer number -> json.writeNumberField(name, number);
			case Long number -> json.writeNumberField(name, number);
			case Double number -> json.writeNumberField(name, rounded(number));
			case Object other -> throw new IllegalStateException(name + " is no text and no number: " + other);
			}
		}
	}
}
