// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.trap;

import java.util.Map;

import org.trapline.sim.bill.Counts;

/**
 * Computes metrics of an operation from its trap tree: the class that contributions to {@code org.trapline.sim.metric} name. Its
 * answer depends only on the argument.
 *
 * @since 0.2.0
 */
public interface OperationMetrics {

	/**
	 * The charges that each metric consists of, by the metric's id. The choice of charges must not depend on prices: results price
	 * them at every point of a sweep.
	 *
	 * @param round one round of the guest's workload
	 * @return without a metric where it does not apply
	 */
	Map<String, Counts> of(TrapTree round);
}
