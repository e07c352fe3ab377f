// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.cost;

/**
 * What cycles are spent on; every cycle is charged to a level and a cause.
 *
 * @since 0.2.0
 */
public enum Cause {
	/** Hardware changes the exception level or mode. */
	TRANSITION,
	/** A hypervisor saves or loads state. */
	SWITCHING,
	/** A hypervisor decodes and emulates an operation of its guest. */
	EMULATION,
	/** A hypervisor serves an exit. */
	HANDLING,
	/** A hypervisor passes an exit on to its guest hypervisor, or takes it back. */
	FORWARDING,
	/** A hypervisor moves state of its guest while it handles an exit, when it turns out to be needed. */
	STATE,
	/** An access that became a load or store. */
	MEMORY
}
