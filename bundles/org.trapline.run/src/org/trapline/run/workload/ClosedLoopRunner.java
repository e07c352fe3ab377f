// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.workload;

import java.util.List;
import java.util.Optional;

import org.eclipse.xtext.EcoreUtil2;
import org.trapline.model.ClosedLoop;
import org.trapline.model.CostValue;
import org.trapline.model.OperationDemand;
import org.trapline.model.OperationWorkload;
import org.trapline.model.Stack;
import org.trapline.model.Workload;

/** Closed-loop clients, simulated on the event kernel. */
final class ClosedLoopRunner implements WorkloadRunner {

	@Override
	public Class<ClosedLoop> type() {
		return ClosedLoop.class;
	}

	@Override
	public Series series(Workload workload, Stack stack, RunContext context) {
		return new MemoizedSeries(new FlowMeasurement(stack, (ClosedLoop) workload, context.stacks(), (point, monitor) -> context.random().of(workload, point, monitor)),
				stack, context);
	}

	@Override
	public Optional<OperationWorkload> round(Workload workload) {
		return Optional.empty();
	}

	@Override
	public Optional<String> whyNoRound(Workload workload) {
		List<String> operations = EcoreUtil2.getAllContentsOfType(workload, OperationDemand.class).stream().map(demand -> demand.getOperation().getName()).distinct()
				.toList();
		return Optional.of("closed loop '" + workload.getName() + "' is many operations at many times: explain one of those that its requests do: "
				+ (operations.isEmpty() ? "(none)" : String.join(", ", operations)));
	}

	@Override
	public List<CostValue> numbers(Workload workload) {
		return EcoreUtil2.getAllContentsOfType(workload, CostValue.class);
	}
}
