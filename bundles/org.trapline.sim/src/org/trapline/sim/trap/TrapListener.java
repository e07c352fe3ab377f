// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.trap;

/** Is told of traps, in the order of time. */
@FunctionalInterface
public interface TrapListener {

	/** A trap has happened. */
	void trap(Trap trap);
}
