// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.event;

/**
 * What happens at an event. Errors name a handler by its {@code toString}.
 *
 * <p>
 * A handler is an object of the simulation, made once; what differs between its events travels in two numbers, so that
 * scheduling allocates nothing.
 */
@FunctionalInterface
public interface EventHandler {

	/**
	 * Handles one event. What it throws ends the run.
	 *
	 * @param kernel   the kernel that runs, for scheduling what follows
	 * @param time     now, in picoseconds
	 * @param kind     as scheduled: what the event is, to this handler
	 * @param argument as scheduled
	 */
	void handle(EventKernel kernel, long time, int kind, long argument);
}
