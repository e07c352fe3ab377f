// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.workload;

import java.util.List;
import java.util.Optional;

import org.trapline.model.CostValue;
import org.trapline.model.Migration;
import org.trapline.model.OperationWorkload;
import org.trapline.model.Stack;
import org.trapline.model.Workload;

/** Migrations: rounds of copying memory. */
final class MigrationRunner implements WorkloadRunner {

	@Override
	public Class<Migration> type() {
		return Migration.class;
	}

	@Override
	public Series series(Workload workload, Stack stack, RunContext context) {
		return new MemoizedSeries(new MigrationMeasurement(stack, (Migration) workload, context.stacks()), stack, context);
	}

	@Override
	public Optional<OperationWorkload> round(Workload workload) {
		return Optional.empty();
	}

	@Override
	public Optional<String> whyNoRound(Workload workload) {
		return Optional.of("migration '" + workload.getName() + "' copies memory in rounds, and is no operation: explain a workload or an operation of the guest");
	}

	@Override
	public List<CostValue> numbers(Workload workload) {
		return List.of();
	}
}
