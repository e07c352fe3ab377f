// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.event;

/**
 * The order of events at the same time, from first to last.
 *
 * <p>
 * An event may schedule another one for the current time that ranks before itself. That event then happens next.
 *
 * @since 0.2.0
 */
public enum EventPriority {

	/**
	 * The experiment changes something: warm-up ends, a fault is injected. Before all others, so that an interval that starts at a
	 * time includes all events of that time.
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
	 * A vCPU continues: a step of a guest or hypervisor has ended, and the next one starts. After interrupts, so that no step
	 * starts on a CPU to which an interrupt is due; before clients, so that what it completes is free for their next request.
	 */
	VCPU,

	/**
	 * A client has finished its think time, and sends its next request. After all servers, so that at equal times a queue counts departures before
	 * arrivals.
	 */
	CLIENT,

	/**
	 * A measurement. Last, so that it sees the state after all other events of this time.
	 */
	STATISTICS
}
