// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.event;

/**
 * What comes first among events at the same time, from first to last.
 *
 * <p>
 * A handler may schedule an event at the current time that ranks before itself: it happens next, since what has happened
 * cannot be undone.
 */
public enum EventPriority {

	/**
	 * The experiment changes something: warm-up ends, a fault is injected. Before everything else, so that an interval
	 * that starts at a time holds all that happens at that time.
	 */
	CONTROL,

	/**
	 * Hardware finishes something: a timer expires, a device completes a request. Before interrupts are delivered, so that
	 * a CPU sees at once all that became pending at this time.
	 */
	HARDWARE,

	/**
	 * An interrupt reaches a CPU. Before vCPUs wake up, because it may be what wakes them, and decides who runs.
	 */
	INTERRUPT,

	/**
	 * A vCPU wakes up, or gets its hardware thread. Before software goes on, so that a scheduler that decides at this
	 * time knows every vCPU that is ready.
	 */
	WAKE_UP,

	/**
	 * Software goes on: a step of a guest or a hypervisor has ended and the next one starts. After all that may interrupt
	 * it, so that a step never starts on a CPU that has an interrupt pending since the same time.
	 */
	SOFTWARE,

	/**
	 * Something is measured. Last, so that it sees the state in which everything else at this time has left the system.
	 */
	MEASUREMENT;

	private static final EventPriority[] BY_RANK = values();
	private static final int SEQUENCE_BITS = 60;

	/**
	 * The order among events at the same time, as one number: by priority, then by sequence of scheduling.
	 *
	 * @param sequence from 0 below 2^56; a kernel that schedules 10^8 events a second gets there after 22 years
	 */
	public long order(long sequence) {
		return (long) ordinal() << SEQUENCE_BITS | sequence;
	}

	/** The priority that an order was made of. */
	public static EventPriority ofOrder(long order) {
		return BY_RANK[rankOfOrder(order)];
	}

	static int rankOfOrder(long order) {
		return (int) (order >>> SEQUENCE_BITS);
	}
}
