// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.isa;

/** Which way a register access goes. */
public enum Direction {
	READ, WRITE
}
