// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.event;

/**
 * The pending events of one kernel, by time and order.
 *
 * <p>
 * An event is known by its slot: a small number that no other pending event has, and that is used again later. The
 * kernel keeps to three rules, on which implementations may rely: an event is added at or after the time of the last one
 * that was polled; its {@linkplain EventPriority#order order} is above that of every event of its priority that was added
 * before; only a pending slot is removed.
 *
 * <p>
 * Implementations allocate only when they grow. Not thread-safe.
 */
public interface EventQueue {

	/** What {@link #poll} returns when there is nothing to return. */
	int NONE = -1;

	/**
	 * Adds an event.
	 *
	 * @param time  in picoseconds, at least 0
	 * @param order its place among events at the same time
	 * @param slot  at least 0
	 */
	void add(long time, long order, int slot);

	/**
	 * Takes the first event out, if it is due.
	 *
	 * @param limit the last time at which an event is due
	 * @return the event's slot, or {@link #NONE} when the queue is empty or its first event is after the limit
	 */
	int poll(long limit);

	/** Takes a pending event out before its time. */
	void remove(int slot);

	/** How many events are pending. */
	int size();
}
