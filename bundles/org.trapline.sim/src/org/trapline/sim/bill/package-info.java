// SPDX-License-Identifier: EPL-2.0
/**
 * Bills: what a workload comes to on a stack, counted and not priced.
 *
 * <p>
 * A {@link org.trapline.sim.bill.Bill} says how often each level exited, and how often each cost term was charged to each level. Where two
 * vCPUs overlap it is the larger of two ways: a small tree of sums and maxima. {@link org.trapline.sim.cost.Prices} make an
 * {@link org.trapline.sim.bill.Outcome} of it, and a {@link org.trapline.sim.bill.Gradient} says how that depends on every number.
 */
package org.trapline.sim.bill;
