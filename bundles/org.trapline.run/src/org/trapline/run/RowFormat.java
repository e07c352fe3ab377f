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

/** Writes rows for machines: a column that does not apply to a row is null here, empty in CSV and absent in JSON. */
final class RowFormat {

	/** The columns of every result. */
	static final List<String> RESULT_COLUMNS = List.of("study", "experiment", "stack", "workload", "level", "metric", "value", "unit",
			"reference", "referenceSource", "referenceStatus", "role", "error", "fingerprint");

	private RowFormat() {
	}

	/** CSV with a header, RFC 4180 with line feeds. */
	static void csv(List<String> columns, List<List<Object>> rows, Appendable out) throws IOException {
		CSVFormat format = CSVFormat.DEFAULT.builder().setHeader(columns.toArray(String[]::new)).setRecordSeparator('\n').get();
		CSVPrinter printer = new CSVPrinter(out, format);
		for (List<Object> row : rows) {
			// A number's own text may have an exponent.
			printer.printRecord(row.stream().map(value -> value instanceof BigDecimal number ? number.toPlainString() : value).toList());
		}
	}

	/** JSON Lines: one object a line. */
	static void json(List<String> columns, List<List<Object>> rows, Appendable out) throws IOException {
		ObjectMapper mapper = JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
		for (List<Object> row : rows) {
			ObjectNode object = mapper.createObjectNode();
			for (int i = 0; i < row.size(); i++) {
				if (row.get(i) != null) {
					object.set(columns.get(i), mapper.valueToTree(row.get(i)));
				}
			}
			out.append(mapper.writeValueAsString(object)).append('\n');
		}
	}

	/** The values of {@link #RESULT_COLUMNS}. */
	static List<Object> values(ResultRow row, String fingerprint) {
		List<Object> values = new ArrayList<>(List.of(row.study(), row.experiment(), row.stack(), row.workload(), row.level(),
				row.metric().id(), row.value(), row.metric().unit()));
		Optional<Comparison> comparison = row.comparison();
		values.add(comparison.map(c -> c.published().value()).orElse(null));
		values.add(comparison.map(c -> c.published().source()).orElse(null));
		values.add(comparison.map(c -> c.published().status()).orElse(null));
		values.add(comparison.map(c -> c.role().id()).orElse(null));
		// JSON has no infinity: where the published value is 0 and the simulated is not, there is no relative error.
		values.add(comparison.map(c -> c.errorPercent(row.value())).filter(Double::isFinite).map(RowFormat::rounded).orElse(null));
		values.add(fingerprint);
		return values;
	}

	/** Two decimals: a relative error of a published value means no more. */
	private static BigDecimal rounded(double percent) {
		return BigDecimal.valueOf(percent).setScale(2, RoundingMode.HALF_EVEN);
	}
}
