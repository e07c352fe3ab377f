// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.math.BigDecimal;
import java.util.List;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Check;
import org.trapline.lang.Quantities;
import org.trapline.model.CostValue;
import org.trapline.model.ModelPackage;

/** Intervals of costs: whether they have two ends in order, their nominal value, and nothing below 0. */
public class IntervalValidator extends PartialValidator {

	private static final EAttribute AMOUNT = ModelPackage.Literals.QUANTITY__AMOUNT;
	private static final EAttribute LOW = ModelPackage.Literals.COST_VALUE__LOW;
	private static final EAttribute HIGH = ModelPackage.Literals.COST_VALUE__HIGH;
	private static final EAttribute DEVIATION = ModelPackage.Literals.COST_VALUE__DEVIATION;

	@Check
	public void noCostIsNegative(CostValue value) {
		for (EAttribute number : List.of(AMOUNT, LOW, HIGH, DEVIATION)) {
			if (value.eIsSet(number) && ((BigDecimal) value.eGet(number)).signum() < 0) {
				error("this is below 0: write '" + ((BigDecimal) value.eGet(number)).negate().toPlainString() + "'", number, ProblemCodes.INTERVAL);
				return;
			}
		}
		if (value.getDeviation() != null && value.getDeviation().compareTo(value.getAmount()) > 0) {
			error("the interval of " + value.getAmount().toPlainString() + " ± " + value.getDeviation().toPlainString() + " reaches below 0: write '"
					+ value.getAmount().toPlainString() + "' or less", DEVIATION, ProblemCodes.INTERVAL);
		}
	}

	@Check
	public void intervalHoldsItsValue(CostValue value) {
		if (value.getLow() == null || value.getHigh() == null || value.getLow().signum() < 0 || value.getHigh().signum() < 0) {
			return;
		}
		String low = value.getLow().toPlainString();
		String high = value.getHigh().toPlainString();
		if (value.getLow().compareTo(value.getHigh()) > 0) {
			report("the interval goes from " + low + " down to " + high + ": write '" + high + " to " + low + "'", value, LOW);
		} else if (value.eIsSet(AMOUNT) && (value.getAmount().compareTo(value.getLow()) < 0 || value.getAmount().compareTo(value.getHigh()) > 0)) {
			report("the nominal value " + value.getAmount().toPlainString() + " is outside of its interval: write '" + Quantities.interval(value).orElseThrow()
					+ "' for its middle, or a value within", value, AMOUNT);
		}
	}

	/** Reports something of the text from a number to the end of the interval. */
	private void report(String message, CostValue value, EAttribute from) {
		INode first = NodeModelUtils.findNodesForFeature(value, from).getFirst();
		INode last = NodeModelUtils.findNodesForFeature(value, HIGH).getFirst();
		getMessageAcceptor().acceptError(message, value, first.getOffset(), last.getEndOffset() - first.getOffset(), ProblemCodes.INTERVAL);
	}
}
