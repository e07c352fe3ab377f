// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.stream;

import java.util.ArrayList;
import java.util.List;

import org.trapline.result.Breakdown;
import org.trapline.result.ExperimentResult;
import org.trapline.result.ResultRow;
import org.trapline.result.StudyResult;

/** Keeps results in memory: all of them, or those of experiments that have not too many. */
public final class CollectingSink implements StudySink {

	private final List<StudyResult> studies = new ArrayList<>();
	private final List<ExperimentResult> experiments = new ArrayList<>();
	private final List<ResultRow> rows = new ArrayList<>();
	private final List<Breakdown> breakdowns = new ArrayList<>();
	private final long limit;
	private StudyPlan study;
	private ExperimentPlan experiment;
	private long count;

	/** Keeps everything. */
	public CollectingSink() {
		this(Long.MAX_VALUE);
	}

	/** @param limit of an experiment with more rows than this, no row and no breakdown is kept */
	public CollectingSink(long limit) {
		this.limit = limit;
	}

	/** The studies that are complete. */
	public List<StudyResult> studies() {
		return List.copyOf(studies);
	}

	@Override
	public void begin(StudyPlan begun) {
		study = begun;
	}

	@Override
	public void begin(ExperimentPlan begun) {
		experiment = begun;
		count = 0;
	}

	@Override
	public void row(ResultRow row) {
		count++;
		if (count <= limit) {
			rows.add(row);
		} else if (!rows.isEmpty()) {
			rows.clear();
			breakdowns.clear();
		}
	}

	@Override
	public boolean takesBreakdowns() {
		return count <= limit;
	}

	@Override
	public void breakdown(Breakdown breakdown) {
		if (count <= limit) {
			breakdowns.add(breakdown);
		}
	}

	@Override
	public void end() {
		experiments.add(experiment.result(rows, breakdowns, count));
		rows.clear();
		breakdowns.clear();
	}

	@Override
	public void end(String fingerprint) {
		studies.add(new StudyResult(study.study(), fingerprint, experiments, study.sources()));
		experiments.clear();
	}
}
