// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How results are written down. Every line of a machine format is one row, complete by itself; a column that does not
 * apply to a row is empty in CSV and absent in JSON.
 */
public enum ResultFormat {

	/** A table for people. */
	TABLE("table") {
		@Override
		public void write(List<StudyResult> results, Appendable out) throws IOException {
			for (StudyResult result : results) {
				for (ExperimentResult experiment : result.experiments()) {
					ResultTable.write(experiment, out);
				}
			}
		}
	},

	/** Comma-separated values with a header, RFC 4180 with line feeds. */
	CSV("csv") {
		@Override
		public void write(List<StudyResult> results, Appendable out) throws IOException {
			CSVFormat format = CSVFormat.DEFAULT.builder().setHeader(COLUMNS.toArray(String[]::new)).setRecordSeparator('\n').get();
			CSVPrinter printer = new CSVPrinter(out, format);
			for (List<Object> row : rows(results)) {
				// A number's own text may have an exponent.
				printer.printRecord(row.stream().map(value -> value instanceof BigDecimal number ? number.toPlainString() : value).toList());
			}
		}
	},

	/** JSON Lines: one object a line. */
	JSON("json") {
		@Override
		public void write(List<StudyResult> results, Appendable out) throws IOException {
			ObjectMapper mapper = JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
			for (List<Object> row : rows(results)) {
				ObjectNode object = mapper.createObjectNode();
				for (int i = 0; i < row.size(); i++) {
					if (row.get(i) != null) {
						object.set(COLUMNS.get(i), mapper.valueToTree(row.get(i)));
					}
				}
				out.append(mapper.writeValueAsString(object)).append('\n');
			}
		}
	};

	/** The columns of a row, in order. */
	public static final List<String> COLUMNS = List.of("study", "experiment", "stack", "workload", "level", "metric", "value", "unit",
			"reference", "referenceSource", "referenceStatus", "role", "error", "fingerprint");

	private final String id;

	ResultFormat(String id) {
		this.id = id;
	}

	/** The word on the command line, and the ending of a file. */
	public String id() {
		return id;
	}

	@Override
	public String toString() {
		return id;
	}

	/** Writes all rows of some results. */
	public abstract void write(List<StudyResult> results, Appendable out) throws IOException;

	private static List<List<Object>> rows(List<StudyResult> results) {
		return results.stream().flatMap(result -> result.experiments().stream().flatMap(experiment -> experiment.rows().stream())
				.map(row -> values(row, result.fingerprint()))).toList();
	}

	/** The values of the columns; null where one does not apply. */
	private static List<Object> values(ResultRow row, String fingerprint) {
		List<Object> values = new ArrayList<>(List.of(row.study(), row.experiment(), row.stack(), row.workload(), row.level(),
				row.metric().id(), row.value(), row.metric().unit()));
		Optional<Comparison> comparison = row.comparison();
		values.add(comparison.map(c -> c.published().value()).orElse(null));
		values.add(comparison.map(c -> c.published().source()).orElse(null));
		values.add(comparison.map(c -> c.published().status()).orElse(null));
		values.add(comparison.map(c -> c.role().id()).orElse(null));
		// JSON has no infinity: where the published value is 0 and the simulated is not, there is no relative error.
		values.add(comparison.map(c -> c.errorPercent(row.value())).filter(Double::isFinite).map(ResultFormat::rounded).orElse(null));
		values.add(fingerprint);
		return values;
	}

	/** Two decimals: a relative error of a published value means no more. */
	private static BigDecimal rounded(double percent) {
		return BigDecimal.valueOf(percent).setScale(2, RoundingMode.HALF_EVEN);
	}
}
