// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.explain;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Function;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.trapline.result.ExitDetail;
import org.trapline.result.format.CsvText;
import org.trapline.result.format.FormatField;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;

/** Machine-readable formats of the exits of an operation: a line for each, in order. */
public enum ExitSequenceFormat {

	/** Comma-separated values with a header; a column that does not apply is empty. */
	CSV {
		@Override
		void write(Explanation explanation, Buffer buffer) throws IOException {
			CSVPrinter printer = new CSVPrinter(buffer.text.getBuffer(),
					CSVFormat.DEFAULT.builder().setHeader(FIELDS.stream().map(FormatField::name).toArray(String[]::new)).setRecordSeparator('\n').get());
			explanation.exits(row -> {
				printer.printRecord(COLUMNS.stream().map(column -> CsvText.cell(column.value().apply(row))));
				buffer.flush(ENOUGH);
			});
		}
	},

	/** JSON Lines: one object a line; a field that does not apply is absent. */
	JSON {
		@Override
		void write(Explanation explanation, Buffer buffer) throws IOException {
			JsonGenerator generator = new JsonFactory().createGenerator(buffer.text);
			generator.setRootValueSeparator(new SerializedString(""));
			explanation.exits(row -> {
				generator.writeStartObject();
				for (Column column : COLUMNS) {
					switch (column.value().apply(row)) {
					case Long number -> generator.writeNumberField(column.name(), number);
					case Integer number -> generator.writeNumberField(column.name(), number);
					case String text -> generator.writeStringField(column.name(), text);
					case null -> {
						// It does not apply.
					}
					case Object other -> throw new IllegalStateException(column.name() + " is no text and no number: " + other);
					}
				}
				generator.writeEndObject();
				generator.flush();
				buffer.text.append('\n');
				buffer.flush(ENOUGH);
			});
		}
	};

	/** A column: null where it does not apply. */
	private record Column(String name, String meaning, Function<ExitSequence.Row, Object> value) {
	}

	private static final List<Column> COLUMNS = List.of(
			new Column("vcpu", "0 for the vCPU that does the operation, 1 for the one that it signals. Exits are in order of time, separately for each vCPU.",
					ExitSequence.Row::vcpu),
			new Column("level", "The level that exits, 1 or more.", ExitSequence.Row::level),
			new Column("reason", "The exit reason, under the kernel's name: MSR_WRITE, SYS64.", ExitSequence.Row::reason),
			new Column("register", "The register or field that is accessed; none if the exit is not for such an access.", row -> row.register().orElse(null)),
			new Column("direction", "read or write; only with a register.", row -> row.direction().map(ExitDetail::word).orElse(null)),
			new Column("operation", "The operation, if the exit is not for an access.", row -> row.operation().orElse(null)),
			new Column("handler", "The level of the hypervisor that handles the exit: 0 for L0, above where L0 reflects it.", ExitSequence.Row::handler),
			new Column("start", "Cycles from the start of the operation to the exit.", ExitSequence.Row::start),
			new Column("cycles", "Cycles from the exit until the software that exited continues, including all exits between.", ExitSequence.Row::cycles),
			new Column("path", "The context of the exit, from the outside; none for the guest's own exits.", row -> row.path().isEmpty() ? null : row.path()));

	/** The columns, in order. */
	public static final List<FormatField> FIELDS = COLUMNS.stream().map(column -> new FormatField(column.name(), column.meaning())).toList();

	/** Characters of whole lines that are kept before they are written. */
	private static final int ENOUGH = 1 << 14;

	/** Whole lines that are not written yet. */
	private record Buffer(StringWriter text, Appendable out) {
		void flush(int from) throws IOException {
			if (text.getBuffer().length() > from) {
				out.append(text.getBuffer());
				text.getBuffer().setLength(0);
			}
		}
	}


	/**
	 * Writes all exits of an operation while they are found: memory does not grow with their number.
	 *
	 * @param out is appended to, and neither flushed nor closed
	 */
	public void write(Explanation explanation, Appendable out) throws IOException {
		Buffer buffer = new Buffer(new StringWriter(), out);
		write(explanation, buffer);
		buffer.flush(0);
	}

	abstract void write(Explanation explanation, Buffer buffer) throws IOException;
}
