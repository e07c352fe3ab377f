// SPDX-License-Identifier: EPL-2.0
/**
 * Operations, registers, controls, trap rules and exit reasons of architectures.
 *
 * <p>
 * Part of the API for contributions.
 */
package org.trapline.sim.isa;
