// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.event;

import java.util.Objects;

import org.trapline.sim.SimulationException;

/**
 * An action of a component at a time: a timer expires, a request completes, a vCPU continues. An event is created once and
 * scheduled again and again; it is pending at most once at a time. Things of which many can be pending, such as requests in flight,
 * have an event each.
 *
 * <p>
 * A component extends this class for each kind of its events, or has {@link EventKernel#event} make one of a handler, which
 * takes about a tenth longer to happen.
 *
 * <p>
 * Nothing here allocates except errors. Used only by the thread that runs the kernel.
 *
 * @since 0.2.0
 */
public abstract class Event {

	/** The time of an event that is not pending: after all others. */
	public static final long NEVER = Long.MAX_VALUE;

	/** As a time: not pending. */
	static final long IDLE = -1;

	private final EventKernel kernel;
	private final Label label;
	final int rank;

	/** {@link #IDLE} while it is not pending. */
	long time = IDLE;
	long payload;

	// The order among events of one time, and the place, in a HeapQueue.
	long order;
	int slot;

	/** Data that is not needed to execute the event, kept apart so that events are small. */
	private record Label(String component, String name, EventPriority priority) {
		Label {
			Objects.requireNonNull(component);
			Objects.requireNonNull(name);
			Objects.requireNonNull(priority);
		}
	}

	/**
	 * An event that is not pending yet.
	 *
	 * @param kernel    makes it happen
	 * @param component the name of the component whose event it is, as {@code vcpu0}
	 * @param name      what happens, in the component's terms, as {@code slice ends}
	 * @param priority  its place among events at the same time
	 */
	protected Event(EventKernel kernel, String component, String name, EventPriority priority) {
		this.kernel = Objects.requireNonNull(kernel);
		this.label = new Label(component, name, priority);
		this.rank = priority.ordinal();
	}

	/**
	 * Executes the event. An exception ends the run.
	 *
	 * @param payload as it was scheduled with: what differs from one time to the next
	 */
	protected abstract void happen(long payload);

	/** The name of the component whose event this is. */
	public final String component() {
		return label.component;
	}

	/** What happens, in the component's terms. */
	public final String name() {
		return label.name;
	}

	/** Its place among events at the same time. */
	public final EventPriority priority() {
		return label.priority;
	}

	/** When it happens, in picoseconds; {@link #NEVER} while it is not pending. */
	public final long time() {
		return isPending() ? time : NEVER;
	}

	/** What {@link #happen} is given. */
	public final long payload() {
		return payload;
	}

	/** Whether it is scheduled, and has not happened yet. */
	public final boolean isPending() {
		return time >= 0;
	}

	/**
	 * Schedules it, with the payload of last time; 0 the first time.
	 *
	 * @param newTime picoseconds; not before the kernel's time
	 * @throws SimulationException when it is pending, or the time has passed
	 */
	public final void scheduleAt(long newTime) {
		requireIdle();
		kernel.add(this, newTime);
	}

	/**
	 * Schedules it with a payload.
	 *
	 * @throws SimulationException as {@link #scheduleAt(long)}
	 */
	public final void scheduleAt(long newTime, long newPayload) {
		scheduleAt(newTime);
		payload = newPayload;
	}

	/**
	 * Schedules it from now on, with the payload of last time; 0 the first time.
	 *
	 * @param delay picoseconds, not negative; 0 for now, after all of its priority that is pending for now
	 * @throws SimulationException when it is pending, the delay is negative, or the time is beyond what a long holds
	 */
	public final void scheduleAfter(long delay) {
		requireIdle();
		kernel.addAfter(this, delay);
	}

	/**
	 * Schedules it from now on with a payload.
	 *
	 * @throws SimulationException as {@link #scheduleAfter(long)}
	 */
	public final void scheduleAfter(long delay, long newPayload) {
		scheduleAfter(delay);
		payload = newPayload;
	}

	/**
	 * Moves it, if it is pending, or else schedules it. In order it comes as if newly scheduled. The payload stays.
	 *
	 * @param newTime picoseconds; not before the kernel's time
	 * @throws SimulationException when the time has passed; the event is no longer pending then
	 */
	public final void rescheduleAt(long newTime) {
		cancel();
		kernel.add(this, newTime);
	}

	/**
	 * Moves it, if it is pending, or else schedules it, from now on. In order it comes as if newly scheduled. The payload
	 * stays.
	 *
	 * @param delay picoseconds, not negative
	 * @throws SimulationException when the delay is negative, or the time is beyond what a long holds; the event is no longer
	 *                             pending then
	 */
	public final void rescheduleAfter(long delay) {
		cancel();
		kernel.addAfter(this, delay);
	}

	/** Sees to it that it does not happen; returns whether it was pending. */
	public final boolean cancel() {
		if (time < 0) {
			return false;
		}
		kernel.remove(this);
		return true;
	}

	private void requireIdle() {
		if (time >= 0) {
			throw new SimulationException(this + " is to be scheduled, but is pending for " + new Time(time) + " already: cancel or reschedule it");
		}
	}

	/** As {@code event 'slice ends' of vcpu0}. */
	@Override
	public final String toString() {
		return "event '" + name() + "' of " + component();
	}
}
