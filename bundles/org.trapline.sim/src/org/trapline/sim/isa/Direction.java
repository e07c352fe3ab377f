// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.isa;

/**
 * Which way a register access goes.
 *
 * @since 0.2.0
 */
public enum Direction {
	READ, WRITE
}
