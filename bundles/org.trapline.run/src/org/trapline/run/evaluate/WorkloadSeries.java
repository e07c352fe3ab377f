// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.evaluate;

import org.trapline.catalog.Catalog;
import org.trapline.model.ClosedLoop;
import org.trapline.model.Migration;
import org.trapline.model.OperationWorkload;
import org.trapline.model.Stack;
import org.trapline.model.Workload;
import org.trapline.run.RunMonitor;
import org.trapline.run.point.Point;
import org.trapline.run.point.PointSet;

/** Makes series of workloads of all kinds, which share compiled stacks. Thread-safe. */
final class WorkloadSeries {

	/** How often a random workload is simulated at a point, and with which random numbers. */
	interface Random {
		Replications of(Workload workload, Point point, RunMonitor monitor);
	}

	private final Catalog catalog;
	private final PointSet points;
	private final CompiledStacks compiled;
	private final Random random;

	WorkloadSeries(Catalog catalog, PointSet points, Random random) {
		this.catalog = catalog;
		this.points = points;
		this.compiled = new CompiledStacks(catalog);
		this.random = random;
	}

	Series series(Stack stack, Workload workload) {
		return switch (workload) {
		case OperationWorkload operations -> new OperationSeries(catalog, stack, operations, points, compiled);
		case Migration migration -> new MemoizedSeries(new MigrationMeasurement(stack, migration, compiled), points);
		case ClosedLoop flow -> new MemoizedSeries(new FlowMeasurement(stack, flow, compiled, (point, monitor) -> random.of(flow, point, monitor)), points);
		default -> throw new IllegalArgumentException("unknown workload " + workload.eClass().getName());
		};
	}
}
