// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.sensitivity;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How a value depends on a cost.
 *
 * @param experiment  the experiment that measures it
 * @param stack       the stack
 * @param workload    the workload
 * @param metric      the metric
 * @param unit        the unit of the metric
 * @param value       the value at the models' costs
 * @param cost        the cost, with its namespace where the name alone is not enough
 * @param costUnit    the unit of the cost
 * @param costValue   what the cost is
 * @param low         the lower end of what it may be
 * @param high        the upper end
 * @param interval    whether the model gives that interval; else it is a share of the cost either way
 * @param derivative  change of the value for one more of the cost: exact for operations, a difference for what is simulated
 * @param elasticity  change of the value in percent for one percent more of the cost
 * @param atLow       the value where the cost alone is at its lower end
 * @param atHigh      the value where the cost alone is at its upper end
 * @param firstOrder  the share of the value's variance that this cost alone makes (Sobol); empty where it was not asked for
 * @param total       the share that it makes with what it does together with others; empty where it was not asked for
 */
public record SensitivityRow(String experiment, String stack, String workload, String metric, String unit, double value, String cost, String costUnit, double costValue, double low,
		double high, boolean interval, double derivative, double elasticity, double atLow, double atHigh, OptionalDouble firstOrder, OptionalDouble total) {

	public SensitivityRow {
		Objects.requireNonNull(experiment);
		Objects.requireNonNull(stack);
		Objects.requireNonNull(workload);
		Objects.requireNonNull(metric);
		Objects.requireNonNull(unit);
		Objects.requireNonNull(cost);
		Objects.requireNonNull(costUnit);
		Objects.requireNonNull(firstOrder);
		Objects.requireNonNull(total);
	}

	/** How far the value moves from one end of the cost to the other. */
	public double swing() {
		return Math.abs(atHigh - atLow);
	}
}
