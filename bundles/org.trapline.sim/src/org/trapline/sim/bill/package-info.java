// SPDX-License-Identifier: EPL-2.0
/**
 * Bills: the counts of a workload on a stack, without prices.
 *
 * <p>
 * A {@link org.trapline.sim.bill.Bill} says how often each level exited, and how often each cost term was charged to each level.
 * Where two vCPUs overlap it is the larger of two paths: a small tree of sums and maxima. With {@link org.trapline.sim.cost.Prices}
 * it gives an {@link org.trapline.sim.bill.Outcome}; a {@link org.trapline.sim.bill.Gradient} has the derivatives by every
 * parameter.
 */
package org.trapline.sim.bill;
