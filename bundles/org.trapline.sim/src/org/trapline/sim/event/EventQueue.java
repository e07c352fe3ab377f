// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.event;

/**
 * Pending events in the order in which they happen: by {@link Event#time()}, then by {@link Event#priority()}, then in the
 * order of adding.
 *
 * <p>
 * A queue serves one {@link EventKernel}, which sees to it that an event is added once only, and that neither its time nor
 * its priority changes while it is in the queue.
 *
 * @since 0.2.0
 */
public interface EventQueue {

	/** Adds an event. Its time is not before that of the event polled last. */
	void add(Event event);

	/**
	 * Removes the first event, and returns it, if its time is not after the given one.
	 *
	 * @param until picoseconds; before {@link Event#NEVER}
	 * @return null where there is no event up to that time; no Optional, because this is called for each event
	 */
	Event poll(long until);

	/** Removes an event that is in the queue. */
	void remove(Event event);
}
