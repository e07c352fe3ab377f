// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.trapline.catalog.Catalog;
import org.trapline.catalog.CatalogException;
import org.trapline.model.Experiment;
import org.trapline.model.Stack;
import org.trapline.model.Workload;
import org.trapline.run.StackProblem;
import org.trapline.run.point.PointSet;
import org.trapline.run.workload.CompiledStacks;
import org.trapline.run.workload.CostIntervals;
import org.trapline.run.workload.Replications;
import org.trapline.run.workload.RunContext;
import org.trapline.run.workload.Series;
import org.trapline.run.workload.WorkloadRunners;
import org.trapline.sim.SimulationException;
import org.trapline.sim.random.RandomStream;

/**
 * Checks whether the stacks of an experiment can run its workloads, without running it: each workload is expanded on each stack,
 * once without a sweep, or at the points with all parameters lowest and all highest. Values that grow with a parameter fail there
 * if anywhere.
 */
public final class Trials {

	private final Experiment experiment;
	private final PointSet points;
	private final RunContext context;

	/** @param experiment one without errors */
	public Trials(Catalog catalog, Experiment experiment) {
		this.experiment = experiment;
		this.points = PointSet.ends(experiment);
		this.context = new RunContext(catalog, points, new CompiledStacks(catalog), (workload, point, monitor) -> Replications.of(experiment, RandomStream.of(0), monitor), new CostIntervals(false));
	}

	/** The reasons why stacks cannot run, in the order of the experiment: each reason once per stack. */
	public List<StackProblem> problems() {
		Set<Stack> stacks = new LinkedHashSet<>(experiment.getStacks());
		Optional.ofNullable(experiment.getBaseline()).ifPresent(stacks::add);
		List<StackProblem> problems = new ArrayList<>();
		for (Stack stack : stacks) {
			Set<String> reasons = new LinkedHashSet<>();
			for (Workload workload : experiment.getWorkloads()) {
				problem(stack, workload).filter(problem -> reasons.add(problem.getMessage())).ifPresent(problems::add);
			}
		}
		return problems;
	}

	private Optional<StackProblem> problem(Stack stack, Workload workload) {
		Series series = WorkloadRunners.of(workload).series(workload, stack, context);
		for (int point = 0; point < points.size(); point++) {
			try {
				series.tryOut(point);
			} catch (ArithmeticException e) {
				return Optional.of(new StackProblem(stack, StackProblem.overflow(stack, workload.getName(), e) + points.at(point)));
			} catch (SimulationException | CatalogException e) {
				return Optional.of(new StackProblem(stack, e.getMessage() + points.at(point)));
			}
		}
		return Optional.empty();
	}
}
