// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.util.List;

import org.eclipse.xtext.validation.Check;
import org.trapline.lang.Inheritance;
import org.trapline.lang.workload.WorkloadKinds;
import org.trapline.model.Experiment;
import org.trapline.model.ModelPackage;
import org.trapline.model.Operation;
import org.trapline.model.Stack;
import org.trapline.model.Workload;
import org.trapline.result.Metric;

import jakarta.inject.Inject;

/** What guests do: whether it ends, whether its kind finds it right, and whether stacks can run it. */
public class WorkloadValidator extends PartialValidator {

	@Inject
	private WorkloadKinds kinds;

	/** vCPUs would signal each other for ever. */
	@Check
	public void signalsEnd(Operation operation) {
		if (operation.getSignals() != null && Inheritance.extendsItself(operation, Operation::getSignals)) {
			error("operation '" + operation.getName() + "' signals itself: vCPUs would signal each other for ever; remove one 'signals'",
					ModelPackage.Literals.OPERATION__SIGNALS, ProblemCodes.CYCLE);
		}
	}

	@Check
	public void workloadIsRight(Workload workload) {
		kinds.of(workload).ifPresent(kind -> kind.check(workload, this::report));
	}

	@Check
	public void stacksCanRunIt(Experiment experiment) {
		for (int i = 0; i < experiment.getWorkloads().size(); i++) {
			Workload workload = experiment.getWorkloads().get(i);
			int index = i;
			kinds.of(workload).ifPresent(kind -> {
				for (Stack stack : experiment.getStacks()) {
					if (!stack.eIsProxy()) {
						kind.check(workload, stack, (message, code) -> report(message, ModelPackage.Literals.EXPERIMENT__WORKLOADS, index, code));
					}
				}
			});
		}
	}

	@Check
	public void comparisonsHaveABaseline(Experiment experiment) {
		for (Metric metric : List.of(Metric.SPEEDUP, Metric.OVERHEAD)) {
			int index = experiment.getMeasures().indexOf(metric.id());
			if (index >= 0 && experiment.getBaseline() == null) {
				error(metric + " is relative to a baseline, and the experiment has none: add 'baseline STACK'", ModelPackage.Literals.EXPERIMENT__MEASURES, index,
						ProblemCodes.INCOMPLETE);
			}
		}
		if (experiment.getExtrapolation() != null && experiment.getExtrapolation().isBlank()) {
			error("the reason why these are extrapolations is empty: say what has not been measured", ModelPackage.Literals.EXPERIMENT__EXTRAPOLATION,
					ProblemCodes.INCOMPLETE);
		}
	}
}
