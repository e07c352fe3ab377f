// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.format;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.trapline.result.ParameterValue;
import org.trapline.result.ResultRow;
import org.trapline.result.stream.ExperimentPlan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;

/** JSON Lines: one object a line. A column that does not apply to a row is absent. */
final class JsonRowWriter extends RowWriter {

	private static final SerializableString[] NAMES = Arrays.stream(RowColumn.values()).map(column -> new SerializedString(column.title()))
			.toArray(SerializableString[]::new);
	private static final SerializableString VALUE = new SerializedString("value");
	private static final SerializableString UNIT = new SerializedString("unit");

	private final JsonGenerator generator;
	/** Names of parameters, with their quotes. */
	private final Map<String, SerializableString> names = new HashMap<>();

	/** @param journal whether rows are written at once, with all their digits and without fingerprints */
	JsonRowWriter(Appendable out, boolean journal) throws IOException {
		super(out, journal);
		generator = JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build().createGenerator(new Text());
		// Lines end in a line feed: there is nothing between them.
		generator.setRootValueSeparator(new SerializedString(""));
	}

	/** Writes to the text of whole rows. */
	private final class Text extends Writer {
		@Override
		public void write(char[] characters, int offset, int length) {
			text.append(characters, offset, length);
		}

		@Override
		public void flush() {
			// The text is flushed by rows.
		}

		@Override
		public void close() {
			// There is nothing to close.
		}
	}

	@Override
	void beginRow() throws IOException {
		generator.writeStartObject();
	}

	@Override
	void parameters(ResultRow row, ExperimentPlan plan) throws IOException {
		if (row.parameters().isEmpty()) {
			return;
		}
		generator.writeFieldName(RowColumn.PARAMETERS);
		generator.writeStartObject();
		for (ParameterValue parameter : row.parameters()) {
			generator.writeFieldName(names.computeIfAbsent(parameter.name(), SerializedString::new));
			generator.writeStartObject();
			generator.writeFieldName(VALUE);
			generator.writeNumber(parameter.number());
			generator.writeFieldName(UNIT);
			generator.writeString(parameter.unit());
			generator.writeEndObject();
		}
		generator.writeEndObject();
	}

	@Override
	void text(RowColumn column, String value) throws IOException {
		if (value != null) {
			generator.writeFieldName(NAMES[column.ordinal()]);
			generator.writeString(value);
		}
	}

	@Override
	void number(RowColumn column, BigDecimal value) throws IOException {
		if (value != null) {
			generator.writeFieldName(NAMES[column.ordinal()]);
			generator.writeNumber(!journal() && value.scale() > 0 ? value.stripTrailingZeros() : value);
		}
	}

	@Override
	void count(RowColumn column, long value) throws IOException {
		generator.writeFieldName(NAMES[column.ordinal()]);
		generator.writeNumber(value);
	}

	@Override
	void counts(RowColumn column, List<Long> values) throws IOException {
		generator.writeFieldName(NAMES[column.ordinal()]);
		generator.writeStartArray();
		for (long value : values) {
			generator.writeNumber(value);
		}
		generator.writeEndArray();
	}

	@Override
	void none(RowColumn first, RowColumn last) {
		// They are absent.
	}

	@Override
	void last(String fingerprint) throws IOException {
		text(RowColumn.METRIC, RowColumn.FINGERPRINT_METRIC);
		text(RowColumn.FINGERPRINT, fingerprint);
	}

	@Override
	void endRow() throws IOException {
		generator.writeEndObject();
		generator.flush();
		text.append('\n');
	}
}
