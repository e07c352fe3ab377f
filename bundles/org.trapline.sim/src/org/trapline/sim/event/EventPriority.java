// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.event;

/**
 * What comes first among events at the same time, from first to last.
 *
 * <p>
 * An event may schedule another one for the current time that ranks before itself. It happens next: what has happened cannot
 * be undone.
 */
public enum EventPriority {

	/**
	 * The experiment changes something: warm-up ends, a fault is injected. Before all else, so that an interval that starts
	 * at a time holds everything that happens at that time.
	 */
	EXPERIMENT,

	/**
	 * A device completes a request. Before timers expire, so that what completes at its very deadline is in time.
	 */
	DEVICE,

	/**
	 * A timer expires. Before interrupts are delivered, so that a CPU sees at once all that became pending at this time.
	 */
	TIMER,

	/**
	 * An interrupt reaches a CPU. Before vCPUs wake up, because it may be what wakes them.
	 */
	INTERRUPT,

	/**
	 * A vCPU becomes ready to run. Before vCPUs go on, so that a core which becomes free at this time chooses among all that
	 * are ready.
	 */
	WAKE_UP,

	/**
	 * A vCPU goes on: a step of a guest or hypervisor has ended, and the next one starts. After interrupts, so that no step
	 * starts on a CPU to which an interrupt is due; before clients, so that what it completes is free for their next request.
	 */
	VCPU,

	/**
	 * A client has thought, and sends its next request. After all that serves requests, so that a queue counts those who
	 * leave at a time before those who join at that time.
	 */
	CLIENT,

	/**
	 * Something is measured. Last, so that it sees the state in which all else at this time has left the system.
	 */
	STATISTICS
}
