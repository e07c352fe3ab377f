// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.eclipse.xtext.validation.Check;
import org.trapline.model.Experiment;
import org.trapline.model.ModelPackage;
import org.trapline.model.ReferenceUse;
import org.trapline.model.Stack;
import org.trapline.model.Tolerance;
import org.trapline.model.Workload;
import org.trapline.result.Metric;

/** Tolerances: whether they apply to results. A part of {@link TraplineValidator}. */
public class ToleranceValidator extends PartialValidator {

	@Check
	public void boundFitsItsMetric(Tolerance tolerance) {
		if (tolerance.getBound() == null) {
			return;
		}
		String metric = tolerance.getMetric();
		boolean counted = Metric.TRAPS.id().equals(metric);
		String bound = tolerance.getBound().toPlainString();
		if (!tolerance.isPercent() && !counted) {
			error("a tolerance of " + metric + " is a percentage of the published value: write '" + bound + " %'",
					ModelPackage.Literals.TOLERANCE__BOUND, ProblemCodes.TOLERANCE);
		} else if (tolerance.isPercent() && tolerance.getBound().signum() <= 0) {
			error("a tolerance in percent is above 0, not " + bound + ": give the largest error that passes"
					+ (counted ? ", or write 'traps 0' where counts have to be equal" : ""),
					ModelPackage.Literals.TOLERANCE__BOUND, ProblemCodes.TOLERANCE);
		} else if (!tolerance.isPercent()
				&& tolerance.getBound().setScale(0, RoundingMode.DOWN).compareTo(tolerance.getBound()) != 0) {
			error("traps are counted, and differ by whole numbers, not by " + bound + ": write 'traps "
					+ tolerance.getBound().setScale(0, RoundingMode.DOWN) + "', or percent", ModelPackage.Literals.TOLERANCE__BOUND,
					ProblemCodes.TOLERANCE);
		}
	}

	@Check
	public void exceptionSaysWhy(Tolerance tolerance) {
		if (tolerance.getReason() != null && tolerance.getReason().isBlank()) {
			error("the reason of this tolerance is empty: say why, for whoever reads the results",
					ModelPackage.Literals.TOLERANCE__REASON, ProblemCodes.TOLERANCE);
		} else if (tolerance.getReason() == null && tolerance.getWorkload() != null) {
			error("the tolerance of " + tolerance.getMetric() + " for " + tolerance.getWorkload().getName()
					+ " does not say why these values have their own: add 'because \"REASON\"'", ModelPackage.Literals.TOLERANCE__WORKLOAD,
					ProblemCodes.TOLERANCE);
		}
	}

	@Check
	public void somethingIsJudged(Tolerance tolerance) {
		ReferenceUse use = (ReferenceUse) tolerance.eContainer();
		Experiment experiment = (Experiment) use.eContainer();
		if (!experiment.getMeasures().contains(tolerance.getMetric())) {
			error("the experiment does not measure " + tolerance.getMetric() + ": add it to 'measure', or remove this tolerance",
					ModelPackage.Literals.TOLERANCE__METRIC, ProblemCodes.TOLERANCE);
		}
		if (tolerance.getWorkload() != null && !tolerance.getWorkload().eIsProxy()
				&& !experiment.getWorkloads().contains(tolerance.getWorkload())) {
			error("workload '" + tolerance.getWorkload().getName() + "' is not in the experiment: add it to 'workload', or remove this tolerance",
					ModelPackage.Literals.TOLERANCE__WORKLOAD, ProblemCodes.TOLERANCE);
		}
		List<Stack> compared = use.getPairs().stream().map(pair -> pair.getStack()).toList();
		for (int i = 0; i < tolerance.getStacks().size(); i++) {
			Stack stack = tolerance.getStacks().get(i);
			if (!stack.eIsProxy() && !compared.contains(stack)) {
				error("stack '" + stack.getName() + "' is compared with no configuration here: add '" + stack.getName()
						+ " = CONFIGURATION' before the tolerances, or remove it", tolerance, ModelPackage.Literals.TOLERANCE__STACKS, i,
						ProblemCodes.TOLERANCE);
			}
		}
	}

	/** What a tolerance is for: null stands for all. */
	private record Scope(String metric, Object workload, Object stack) {

		@Override
		public String toString() {
			StringBuilder text = new StringBuilder("of ").append(metric);
			if (workload instanceof Workload named) {
				text.append(" for ").append(named.getName());
			}
			if (stack instanceof Stack named) {
				text.append(" on ").append(named.getName());
			}
			return text.toString();
		}
	}

	@Check
	public void nothingIsJudgedTwice(ReferenceUse use) {
		Set<Scope> seen = new HashSet<>();
		for (Tolerance tolerance : use.getTolerances()) {
			if (tolerance.getStacks().isEmpty()) {
				once(new Scope(tolerance.getMetric(), tolerance.getWorkload(), null), tolerance, seen);
			}
			for (Stack stack : tolerance.getStacks()) {
				once(new Scope(tolerance.getMetric(), tolerance.getWorkload(), stack), tolerance, seen);
			}
		}
	}

	private void once(Scope scope, Tolerance tolerance, Set<Scope> seen) {
		if (!seen.add(scope)) {
			error("there is a tolerance " + scope + " already: remove one", tolerance, ModelPackage.Literals.TOLERANCE__METRIC,
					ProblemCodes.TOLERANCE);
		}
	}
}
