// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.format;

import java.io.IOException;
import java.util.List;

import org.trapline.result.ExperimentResult;
import org.trapline.result.StudyResult;
import org.trapline.result.Verdicts;

/**
 * Output formats of a validation: only values with a published value. The columns of the machine formats are those
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
			ResultFormat.CSV.write(compared(results), out);
		}
	},

	/** JSON Lines, as of results. */
	JSON("json") {
		@Override
		public void write(List<StudyResult> results, Appendable out) throws IOException {
			ResultFormat.JSON.write(compared(results), out);
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

	private static List<StudyResult> compared(List<StudyResult> results) {
		return results.stream().map(result -> new StudyResult(result.study(), result.fingerprint(), result.experiments().stream().map(ReproductionFormat::compared).toList()))
				.toList();
	}

	private static ExperimentResult compared(ExperimentResult result) {
		return new ExperimentResult(result.study(), result.name(), result.title(), result.extrapolation(), Verdicts.compared(result), List.of(), result.charts());
	}
}
