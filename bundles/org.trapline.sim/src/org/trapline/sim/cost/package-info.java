// SPDX-License-Identifier: EPL-2.0
/**
 * Costs: cost parameters, cost terms, prices, and the causes that cycles are charged to.
 *
 * <p>
 * Part of the API for contributions.
 */
package org.trapline.sim.cost;
