// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.workload;

import java.util.List;
import java.util.Optional;

import org.trapline.model.CostValue;
import org.trapline.model.OperationWorkload;
import org.trapline.model.Stack;
import org.trapline.model.Workload;

/** How one kind of workload runs. Stateless. Methods that take a workload take those of the kind only. */
public interface WorkloadRunner {

	/** The kind. */
	Class<? extends Workload> type();

	/** A workload on a stack, at the points of a run. */
	Series series(Workload workload, Stack stack, RunContext context);

	/** What one round of a workload is, where it is a sequence of operations of the guest: only then can its traps be shown one by one. */
	Optional<OperationWorkload> round(Workload workload);

	/** Why there is no such round, and what can be explained in its place; empty where there is one. */
	Optional<String> whyNoRound(Workload workload);

	/** The numbers that a workload brings with it, of which each says where it comes from. */
	List<CostValue> numbers(Workload workload);
}
