// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.workload;

import java.util.List;
import java.util.Optional;

import org.trapline.model.CostValue;
import org.trapline.model.OperationWorkload;
import org.trapline.model.Stack;
import org.trapline.model.Workload;

/** Operations of the guest, done again and again: a bill, priced at each point. */
final class OperationRunner implements WorkloadRunner {

	@Override
	public Class<OperationWorkload> type() {
		return OperationWorkload.class;
	}

	@Override
	public Series series(Workload workload, Stack stack, RunContext context) {
		return new OperationSeries(context.catalog(), stack, (OperationWorkload) workload, context.points(), context.stacks(), context.intervals());
	}

	@Override
	public Optional<OperationWorkload> round(Workload workload) {
		return Optional.of((OperationWorkload) workload);
	}

	@Override
	public Optional<String> whyNoRound(Workload workload) {
		return Optional.empty();
	}

	@Override
	public List<CostValue> numbers(Workload workload) {
		return List.of();
	}
}
