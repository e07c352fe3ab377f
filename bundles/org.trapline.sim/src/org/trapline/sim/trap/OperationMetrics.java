// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.trap;

import java.util.Map;

import org.trapline.sim.bill.Counts;

/**
 * Takes metrics of an operation from its trap tree: the class that contributions to {@code org.trapline.sim.metric} name. What it answers depends on
 * nothing but the argument.
 *
 * @since 0.2.0
 */
public interface OperationMetrics {

	/**
	 * The charges that each metric consists of, by the metric's id. Which charges are meant must not depend on what they cost: results price them at
	 * every point of a sweep.
	 *
	 * @param round what the guest on top does, once
	 * @return without a metric where it does not apply
	 */
	Map<String, Counts> of(TrapTree round);
}
