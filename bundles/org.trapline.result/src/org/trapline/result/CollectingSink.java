// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.util.ArrayList;
import java.util.List;

/** Keeps all results in memory. */
public final class CollectingSink implements StudySink {

	private final List<StudyResult> studies = new ArrayList<>();
	private final List<ExperimentResult> experiments = new ArrayList<>();
	private final List<ResultRow> rows = new ArrayList<>();
	private final List<Breakdown> breakdowns = new ArrayList<>();
	private StudyPlan study;
	private ExperimentPlan experiment;

	/** The studies that are complete. */
	public List<StudyResult> studies() {
		return List.copyOf(studies);
	}

	/** The experiments that are complete, of the study that is not. */
	public List<ExperimentResult> experiments() {
		return List.copyOf(experiments);
	}

	@Override
	public void begin(StudyPlan begun) {
		study = begun;
	}

	@Override
	public void begin(ExperimentPlan begun) {
		experiment = begun;
	}

	@Override
	public void row(ResultRow row) {
		rows.add(row);
	}

	@Override
	public boolean takesBreakdowns() {
		return true;
	}

	@Override
	public void breakdown(Breakdown breakdown) {
		breakdowns.add(breakdown);
	}

	@Override
	public void end() {
		experiments.add(experiment.result(rows, breakdowns));
		rows.clear();
		breakdowns.clear();
	}

	@Override
	public void end(String fingerprint) {
		studies.add(new StudyResult(study.study(), fingerprint, experiments, study.sources()));
		experiments.clear();
	}
}
