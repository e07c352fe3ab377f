// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.workload;

import java.util.List;
import java.util.Optional;

import org.trapline.model.OperationWorkload;
import org.trapline.model.Workload;

/** How all kinds of workload run. */
public final class WorkloadRunners {

	private static final List<WorkloadRunner> ALL = List.of(new OperationRunner(), new MigrationRunner(), new ClosedLoopRunner());

	private WorkloadRunners() {
	}

	/** The runner of a workload's kind. */
	public static WorkloadRunner of(Workload workload) {
		return ALL.stream().filter(runner -> runner.type().isInstance(workload)).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("nothing runs workloads of the kind " + workload.eClass().getName()));
	}

	/** What one round of a workload is; see {@link WorkloadRunner#round}. */
	public static Optional<OperationWorkload> round(Workload workload) {
		return of(workload).round(workload);
	}
}
