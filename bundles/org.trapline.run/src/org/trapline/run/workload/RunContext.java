// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.workload;

import java.util.Objects;

import org.trapline.catalog.Catalog;
import org.trapline.model.Workload;
import org.trapline.run.RunMonitor;
import org.trapline.run.point.Point;
import org.trapline.run.point.PointSet;

/**
 * What workloads share that run together.
 *
 * @param catalog makes CPU models, mechanisms and what measures metrics of plug-ins
 * @param points  where they are measured
 * @param stacks  stacks that were compiled already
 * @param random  how random workloads are replicated
 * @param intervals what costs may be
 */
public record RunContext(Catalog catalog, PointSet points, CompiledStacks stacks, Random random, CostIntervals intervals) {

	/** How often a random workload is simulated at a point, and with which random numbers. */
	public interface Random {
		Replications of(Workload workload, Point point, RunMonitor monitor);
	}

	public RunContext {
		Objects.requireNonNull(catalog);
		Objects.requireNonNull(points);
		Objects.requireNonNull(stacks);
		Objects.requireNonNull(random);
		Objects.requireNonNull(intervals);
	}
}
