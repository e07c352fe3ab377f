// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.isa;

/**
 * The direction of a register access.
 *
 * @since 0.2.0
 */
public enum Direction {
	READ, WRITE
}
