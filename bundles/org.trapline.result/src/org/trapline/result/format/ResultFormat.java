// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.format;

import java.io.IOException;
import java.util.List;

import org.trapline.result.ExperimentResult;
import org.trapline.result.StudyResult;

/**
 * How results are written down. Every line of a machine format is one row, complete by itself; a column that does not
 * apply to a row is empty in CSV and absent in JSON.
 */
public enum ResultFormat {

	/** A table for people. */
	TABLE("table", "A table for people.") {
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
	CSV("csv", "Comma-separated values with a header, RFC 4180 with line feeds; a column that does not apply to a row is empty.") {
		@Override
		public void write(List<StudyResult> results, Appendable out) throws IOException {
			RowFormat.csv(RowFormat.lines(results), out);
		}
	},

	/** JSON Lines: one object a line. */
	JSON("json", "JSON Lines: one object a line; a field that does not apply to a row is absent.") {
		@Override
		public void write(List<StudyResult> results, Appendable out) throws IOException {
			RowFormat.json(RowFormat.lines(results), out);
		}
	},

	/** A table for each experiment in LaTeX, with the rules of the package {@code booktabs}. */
	LATEX("latex", "A table for each experiment in LaTeX, with the rules of the package booktabs.") {
		@Override
		public void write(List<StudyResult> results, Appendable out) throws IOException {
			for (StudyResult result : results) {
				for (ExperimentResult experiment : result.experiments()) {
					LatexTable.write(experiment, out);
				}
			}
		}
	};

	/** The columns of a row of the machine formats, in order; parameters of a sweep come besides. */
	public static final List<String> COLUMNS = RowFormat.COLUMNS;

	/** What the columns hold. */
	public static final List<FormatField> FIELDS = RowFormat.FIELDS;

	private final String id;
	private final String explanation;

	ResultFormat(String id, String explanation) {
		this.id = id;
		this.explanation = explanation;
	}

	/** The word on the command line. */
	public String id() {
		return id;
	}

	/** What it is, for people. */
	public String explanation() {
		return explanation;
	}

	/** The ending of a file. */
	public String extension() {
		return this == LATEX ? "tex" : this == TABLE ? "txt" : id;
	}

	@Override
	public String toString() {
		return id;
	}

	/** Writes all rows of some results. */
	public abstract void write(List<StudyResult> results, Appendable out) throws IOException;
}
