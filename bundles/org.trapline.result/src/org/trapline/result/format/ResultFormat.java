// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.format;

import java.io.IOException;
import java.util.List;

import org.trapline.result.StudyResult;
import org.trapline.result.stream.StudyPlan;
import org.trapline.result.stream.StudySink;

/**
 * Output formats of results. Every line of a machine format is one row, complete by itself; a column that does not
 * apply to a row is empty in CSV and absent in JSON. Machine formats are written as rows come; tables keep the rows of an experiment.
 */
public enum ResultFormat {

	/** A table for people. */
	TABLE("table", "A table for people.") {
		@Override
		public StudySink writer(List<StudyPlan> studies, Appendable out) {
			return new TableWriter(out, ResultTable::write);
		}
	},

	/** Comma-separated values with a header, RFC 4180 with line feeds. */
	CSV("csv", "Comma-separated values with a header, RFC 4180 with line feeds; a column that does not apply to a row is empty.") {
		@Override
		public StudySink writer(List<StudyPlan> studies, Appendable out) throws IOException {
			return new CsvRowWriter(studies, out);
		}
	},

	/** JSON Lines: one object a line. */
	JSON("json", "JSON Lines: one object a line; a field that does not apply to a row is absent.") {
		@Override
		public StudySink writer(List<StudyPlan> studies, Appendable out) throws IOException {
			return new JsonRowWriter(out, false);
		}
	},

	/** A table for each experiment in LaTeX, with the rules of the package {@code booktabs}. */
	LATEX("latex", "A table for each experiment in LaTeX, with the rules of the package booktabs.") {
		@Override
		public StudySink writer(List<StudyPlan> studies, Appendable out) {
			return new TableWriter(out, LatexTable::write);
		}
	};

	/** The meaning of the columns of every row of the machine formats, in order; parameters of a sweep are additional columns. */
	public static final List<FormatField> FIELDS = RowColumn.fields(RowColumn.Rows.ALL);

	/** The meaning of the additional columns of rows of exits by reason, after the unit. CSV has them only where there are such rows. */
	public static final List<FormatField> EXIT_FIELDS = RowColumn.fields(RowColumn.Rows.EXITS);

	/** The meaning of the additional columns of summaries, after the unit. CSV has them only where there are such rows. */
	public static final List<FormatField> SUMMARY_FIELDS = RowColumn.fields(RowColumn.Rows.SUMMARIES);

	/** The meaning of the additional columns where a cost has an interval, after the confidence. CSV has them only there. */
	public static final List<FormatField> COST_FIELDS = RowColumn.fields(RowColumn.Rows.COST_INTERVALS);

	/** The names of {@link #FIELDS}. */
	public static final List<String> COLUMNS = FIELDS.stream().map(FormatField::name).toList();

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

	/**
	 * Writes results as they come. A row is written as a whole or not at all.
	 *
	 * @param studies what is known of the results before they come
	 * @param out     is appended to, and neither flushed nor closed
	 */
	public abstract StudySink writer(List<StudyPlan> studies, Appendable out) throws IOException;

	/** Writes rows as JSON Lines, each at once, with all digits and without fingerprints: what {@link ResultReader} reads again is what was written. */
	public static StudySink journal(Appendable out) throws IOException {
		return new JsonRowWriter(out, true);
	}

	/** Writes all rows of some results. */
	public void write(List<StudyResult> results, Appendable out) throws IOException {
		StudySink.replay(results, writer(results.stream().map(StudyPlan::of).toList(), out));
	}
}
