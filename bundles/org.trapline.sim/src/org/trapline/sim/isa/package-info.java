// SPDX-License-Identifier: EPL-2.0
/**
 * What software does that hardware may care about, and why it exits: operations, registers, controls, trap rules and exit reasons.
 *
 * <p>
 * Part of the API for contributions.
 */
package org.trapline.sim.isa;
