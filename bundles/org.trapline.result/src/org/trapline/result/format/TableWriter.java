// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.trapline.result.Breakdown;
import org.trapline.result.ExperimentResult;
import org.trapline.result.ResultRow;
import org.trapline.result.stream.ExperimentPlan;
import org.trapline.result.stream.StudyPlan;
import org.trapline.result.stream.StudySink;

/** Keeps the rows of an experiment, to write them as a table when it ends. Of very many rows nobody reads a table: the first are shown. */
final class TableWriter implements StudySink {

	/** Rows of a table that leaves some out. */
	private static final int SHOWN = 100;

	/** Writes a complete experiment. */
	interface Layout {
		/** @param experiment with the first rows only, where there are very many */
		void write(ExperimentResult experiment, Appendable out) throws IOException;
	}

	private final Appendable out;
	private final Layout layout;
	private final List<ResultRow> rows = new ArrayList<>();
	/** The study's tables: those of a study that cannot run to its end are not written. */
	private final StringBuilder text = new StringBuilder();
	private ExperimentPlan experiment;
	private long count;

	TableWriter(Appendable out, Layout layout) {
		this.out = Objects.requireNonNull(out);
		this.layout = layout;
	}

	@Override
	public void begin(StudyPlan study) {
		// A table is about an experiment.
	}

	@Override
	public void begin(ExperimentPlan begun) {
		experiment = begun;
		count = 0;
	}

	@Override
	public void row(ResultRow row) {
		count++;
		if (count <= ExperimentResult.MANY_ROWS) {
			rows.add(row);
		} else if (rows.size() > SHOWN) {
			rows.subList(SHOWN, rows.size()).clear();
		}
	}

	@Override
	public boolean takesBreakdowns() {
		return false;
	}

	@Override
	public void breakdown(Breakdown breakdown) {
		// Tables show values.
	}

	@Override
	public void end() throws IOException {
		layout.write(experiment.result(rows, List.of(), count), text);
		rows.clear();
	}

	@Override
	public void end(String fingerprint) throws IOException {
		out.append(text);
		text.setLength(0);
	}
}
