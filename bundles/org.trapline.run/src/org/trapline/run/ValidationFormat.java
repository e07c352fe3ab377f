// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a validation is written down: only values with a published one beside them. The columns of the machine formats are those
 * of a {@link ResultFormat result}, and the tolerance and verdict of each value.
 */
public enum ValidationFormat {

	/** Tables for people, with notes and a summary. */
	TABLE("table") {
		@Override
		public void write(List<StudyResult> results, Appendable out) throws IOException {
			for (StudyResult result : results) {
				ValidationTable.write(result, out);
			}
		}
	},

	/** Comma-separated values, as of results. */
	CSV("csv") {
		@Override
		public void write(List<StudyResult> results, Appendable out) throws IOException {
			RowFormat.csv(COLUMNS, rows(results), out);
		}
	},

	/** JSON Lines, as of results. */
	JSON("json") {
		@Override
		public void write(List<StudyResult> results, Appendable out) throws IOException {
			RowFormat.json(COLUMNS, rows(results), out);
		}
	};

	/** The columns of a row, in order. */
	public static final List<String> COLUMNS = Stream.concat(RowFormat.RESULT_COLUMNS.stream(),
			Stream.of("tolerance", "toleranceUnit", "toleranceReason", "verdict")).toList();

	private final String id;

	ValidationFormat(String id) {
		this.id = id;
	}

	@Override
	public String toString() {
		return id;
	}

	/** Writes all compared values of some results. */
	public abstract void write(List<StudyResult> results, Appendable out) throws IOException;

	private static List<List<Object>> rows(List<StudyResult> results) {
		return results.stream().flatMap(result -> Validation.compared(result).stream().map(row -> values(row, result.fingerprint()))).toList();
	}

	/** The values of the columns; null where one does not apply. */
	private static List<Object> values(ResultRow row, String fingerprint) {
		List<Object> values = new ArrayList<>(RowFormat.values(row, fingerprint));
		Optional<Tolerance> tolerance = row.comparison().flatMap(Comparison::tolerance);
		values.add(tolerance.map(t -> t.bound().value()).orElse(null));
		values.add(tolerance.map(t -> t.bound().percent() ? "percent" : row.metric().unit()).orElse(null));
		values.add(tolerance.flatMap(Tolerance::reason).orElse(null));
		values.add(Validation.verdict(row).map(Verdict::id).orElse(null));
		return values;
	}
}
