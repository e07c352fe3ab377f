// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.cost;

/**
 * The cause that cycles are charged to; every cycle is charged to a level and a cause.
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
	/** A hypervisor forwards (reflects) an exit to its guest hypervisor, or resumes after the guest hypervisor has handled it. */
	FORWARDING,
	/** A hypervisor moves state of its guest while it handles an exit, when it turns out to be needed. */
	STATE,
	/** A register access that was deferred: it became a load or store. */
	MEMORY
}
