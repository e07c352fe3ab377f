// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.format;

import java.io.IOException;
import java.util.List;

import org.trapline.result.StudyResult;

/**
 * How a validation is written down: only values with a published one beside them. The columns of the machine formats are those
 * of a {@link ResultFormat result}.
 */
public enum ReproductionFormat {

	/** Tables for people, with notes and a summary. */
	TABLE("table") {
		@Override
		public void write(List<StudyResult> results, Appendable out) throws IOException {
			for (StudyResult result : results) {
				ReproductionTable.write(result, out);
			}
		}
	},

	/** Comma-separated values, as of results. */
	CSV("csv") {
		@Override
		public void write(List<StudyResult> results, Appendable out) throws IOException {
			RowFormat.csv(lines(results), out);
		}
	},

	/** JSON Lines, as of results. */
	JSON("json") {
		@Override
		public void write(List<StudyResult> results, Appendable out) throws IOException {
			RowFormat.json(lines(results), out);
		}
	};

	private final String id;

	ReproductionFormat(String id) {
		this.id = id;
	}

	@Override
	public String toString() {
		return id;
	}

	/** Writes all compared values of some results. */
	public abstract void write(List<StudyResult> results, Appendable out) throws IOException;

	private static List<RowFormat.Line> lines(List<StudyResult> results) {
		return RowFormat.lines(results).stream().filter(line -> line.row().comparison().isPresent()).toList();
	}
}
