// SPDX-License-Identifier: EPL-2.0
/**
 * What things cost: cost parameters and the causes that cycles are charged to.
 *
 * <p>
 * Part of the API for contributions.
 */
package org.trapline.sim.cost;
