// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.format;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.csv.CSVFormat;
import org.trapline.result.Parameter;
import org.trapline.result.ParameterValue;
import org.trapline.result.ResultRow;
import org.trapline.result.stream.ExperimentPlan;
import org.trapline.result.stream.StudyPlan;

/** CSV with a header, RFC 4180 with line feeds. A column that does not apply to a row is empty. */
final class CsvRowWriter extends RowWriter {

	private static final CSVFormat FORMAT = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
	private static final char BETWEEN = ',';
	/** More texts than results have names; beyond this nobody repeats any. */
	private static final int TEXTS = 10_000;

	private final List<Parameter> parameters;
	private final boolean[] present = new boolean[RowColumn.values().length];
	/** Texts as they are written, with the comma before them. */
	private final Map<String, String> quoted = new HashMap<>();

	CsvRowWriter(List<StudyPlan> studies, Appendable out) throws IOException {
		super(out, false);
		parameters = studies.stream().flatMap(study -> study.experiments().stream()).flatMap(experiment -> experiment.parameters().stream()).distinct()
				.toList();
		boolean exits = studies.stream().anyMatch(StudyPlan::hasExits);
		boolean costIntervals = studies.stream().anyMatch(StudyPlan::hasCostIntervals);
		boolean summaries = studies.stream().anyMatch(StudyPlan::hasSummary);
		List<String> header = new ArrayList<>();
		for (RowColumn column : RowColumn.values()) {
			boolean there = switch (column.rows()) {
			case ALL -> true;
			case EXITS -> exits;
			case SUMMARIES -> summaries;
			case COST_INTERVALS -> costIntervals;
			};
			present[column.ordinal()] = there;
			if (there) {
				header.add(column.title());
			}
			if (column == RowColumn.LEVEL) {
				parameters.forEach(parameter -> header.add(parameter.heading()));
			}
		}
		FORMAT.printRecord(text, header.toArray());
	}

	@Override
	void beginRow() {
		// The first column has no comma.
	}

	@Override
	void parameters(ResultRow row, ExperimentPlan plan) {
		List<ParameterValue> values = row.parameters();
		int next = 0;
		for (Parameter parameter : parameters) {
			text.append(BETWEEN);
			// They come in the same order, so that the first one that is looked at is the one.
			for (int i = 0; i < values.size(); i++) {
				ParameterValue value = values.get((next + i) % values.size());
				if (value.name().equals(parameter.name()) && value.unit().equals(parameter.unit())) {
					text.append(value.number().toPlainString());
					next = (next + i + 1) % values.size();
					break;
				}
			}
		}
	}

	@Override
	void text(RowColumn column, String value) throws IOException {
		if (column == RowColumn.STUDY) {
			FORMAT.print(CsvText.of(value), text, true);
		} else if (value != null) {
			text.append(quoted(value));
		} else {
			none(column);
		}
	}

	private String quoted(String value) throws IOException {
		String known = quoted.get(value);
		if (known == null) {
			StringBuilder written = new StringBuilder();
			FORMAT.print(CsvText.of(value), written, false);
			known = written.toString();
			if (quoted.size() < TEXTS) {
				quoted.put(value, known);
			}
		}
		return known;
	}

	@Override
	void number(RowColumn column, BigDecimal value) {
		if (value != null) {
			// A number's own text may have an exponent.
			text.append(BETWEEN).append(value.toPlainString());
		} else {
			none(column);
		}
	}

	@Override
	void count(RowColumn column, long value) {
		text.append(BETWEEN).append(value);
	}

	@Override
	void counts(RowColumn column, List<Long> values) {
		char between = BETWEEN;
		for (long value : values) {
			text.append(between).append(value);
			between = ' ';
		}
	}

	private void none(RowColumn column) {
		if (present[column.ordinal()]) {
			text.append(BETWEEN);
		}
	}

	@Override
	void none(RowColumn first, RowColumn last) {
		for (int i = first.ordinal(); i <= last.ordinal(); i++) {
			if (present[i]) {
				text.append(BETWEEN);
			}
		}
	}

	@Override
	void last(String fingerprint) throws IOException {
		none(RowColumn.EXPERIMENT, RowColumn.LEVEL);
		text.repeat(BETWEEN, parameters.size());
		text(RowColumn.METRIC, RowColumn.FINGERPRINT_METRIC);
		none(RowColumn.VALUE, RowColumn.EXTRAPOLATION);
		text(RowColumn.FINGERPRINT, fingerprint);
	}

	@Override
	void endRow() {
		text.append('\n');
	}
}
