// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.stream;

import java.util.List;
import java.util.Objects;

import org.trapline.result.Source;
import org.trapline.result.StudyResult;

/**
 * The parts of a study's result that are known before it runs.
 *
 * @param study       the file's name without its ending
 * @param experiments the experiments that are to run, in the order of the file
 * @param sources     the texts that it is run from, the study itself first; empty where nobody knows them any more
 */
public record StudyPlan(String study, List<ExperimentPlan> experiments, List<Source> sources) {

	public StudyPlan {
		Objects.requireNonNull(study);
		experiments = List.copyOf(experiments);
		sources = List.copyOf(sources);
	}

	/** The plan of existing results. */
	public static StudyPlan of(StudyResult result) {
		return new StudyPlan(result.study(), result.experiments().stream().map(ExperimentPlan::of).toList(), result.sources());
	}

	/** Whether it has a sweep: its rows are written as they come, and the fingerprint in a row of its own after them. */
	public boolean isSwept() {
		return experiments.stream().anyMatch(ExperimentPlan::isSwept);
	}

	/** Whether it has a summary over the points of a sweep. */
	public boolean hasSummary() {
		return experiments.stream().anyMatch(ExperimentPlan::summary);
	}

	/** Whether it has intervals that come from those of costs. */
	public boolean hasCostIntervals() {
		return experiments.stream().anyMatch(ExperimentPlan::costIntervals);
	}

	/** Whether it has exits by reason. */
	public boolean hasExits() {
		return experiments.stream().anyMatch(ExperimentPlan::exits);
	}
}
