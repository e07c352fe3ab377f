// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;

import org.trapline.result.Source;
import org.trapline.result.stream.ExperimentPlan;
import org.trapline.result.stream.FingerprintingSink;
import org.trapline.result.stream.StudyPlan;
import org.trapline.result.stream.StudySink;
import org.trapline.run.evaluate.ExperimentRun;
import org.trapline.run.evaluate.KnownCells;

/** A study that is checked and ready to run, with the plan of its result. */
public final class PreparedStudy {

	/** Converts a problem of a stack to an error of the study. */
	interface Problems {
		InvalidStudyException of(StackProblem problem);
	}

	private final StudyPlan plan;
	private final List<ExperimentRun> runs;
	private final RunOptions options;
	private final RunMonitor monitor;
	private final Problems problems;

	PreparedStudy(String name, List<ExperimentRun> runs, List<Source> sources, RunOptions options, RunMonitor monitor, Problems problems) {
		this.plan = new StudyPlan(name, runs.stream().map(ExperimentRun::plan).toList(), sources);
		this.runs = List.copyOf(runs);
		this.options = Objects.requireNonNull(options);
		this.monitor = Objects.requireNonNull(monitor);
		this.problems = problems;
	}

	/** The plan of its result. */
	public StudyPlan plan() {
		return plan;
	}

	/**
	 * Runs it.
	 *
	 * @param sink receives the results
	 * @throws InvalidStudyException when a stack cannot run
	 * @throws IOException           when the sink cannot take a result
	 * @throws CancellationException when stopped
	 */
	public void run(StudySink sink) throws InvalidStudyException, IOException {
		run(sink, Shard.WHOLE, KnownCells.NONE);
	}

	/**
	 * Runs a part of it.
	 *
	 * @param shard which part
	 * @param known cells that an earlier run has finished: their rows are taken as they are
	 */
	public void run(StudySink sink, Shard shard, KnownCells known) throws InvalidStudyException, IOException {
		monitor.planned(runs.stream().mapToLong(ExperimentRun::size).sum());
		sink.begin(plan);
		FingerprintingSink rows = new FingerprintingSink(sink);
		for (int i = 0; i < runs.size(); i++) {
			ExperimentPlan experiment = plan.experiments().get(i);
			try {
				rows.begin(experiment);
				runs.get(i).run(options.jobs(), monitor, rows, shard, known);
				rows.end();
			} catch (StackProblem e) {
				throw problems.of(e);
			}
		}
		sink.end(rows.fingerprint());
	}
}
