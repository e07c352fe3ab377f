// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.event;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.function.LongConsumer;

import org.trapline.sim.SimulationException;

/**
 * Makes events happen, one after the other: by time, then by {@link EventPriority}, then in the order of scheduling.
 *
 * <pre>
 * EventKernel kernel = new EventKernel();
 * Event tick = kernel.event("timer0", "expires", EventPriority.TIMER, payload -> line.raise());
 * tick.scheduleAfter(Time.Unit.MICROSECOND.picoseconds(10));
 * RunEnd end = kernel.run();
 * </pre>
 *
 * <p>
 * A run is deterministic: it depends on nothing but what the events do. Two kernels share nothing. A kernel is used by one
 * thread; what other threads may call says so.
 *
 * @since 0.2.0
 */
public final class EventKernel {

	private static final VarHandle NOW = field("now", long.class);
	private static final VarHandle HAPPENED = field("happened", long.class);
	private static final long STOP = -1;

	private final EventQueue queue;
	private long now;
	private long happened;
	/** Events after this time do not happen in this run; {@link #STOP} for no event at all. */
	private volatile long until;
	private volatile boolean stopRequested;
	private boolean running;
	private SimulationException failure;

	/** At time 0, without events. */
	public EventKernel() {
		this(new HeapQueue());
	}

	/**
	 * At time 0, with a queue of one's own: a test's, that shuffles events which should not depend on each other's order.
	 *
	 * @param queue empty
	 */
	public EventKernel(EventQueue queue) {
		this.queue = Objects.requireNonNull(queue);
	}

	private static VarHandle field(String name, Class<?> type) {
		try {
			return MethodHandles.lookup().findVarHandle(EventKernel.class, name, type);
		} catch (ReflectiveOperationException e) {
			throw new ExceptionInInitializerError(e);
		}
	}

	/**
	 * Makes an event of a handler; see {@link Event#Event}.
	 *
	 * @param handler what the component does when the event happens, with the payload
	 */
	public Event event(String component, String name, EventPriority priority, LongConsumer handler) {
		Objects.requireNonNull(handler);
		return new Event(this, component, name, priority) {
			@Override
			protected void happen(long payload) {
				handler.accept(payload);
			}
		};
	}

	/** The time, in picoseconds: that of the event that happens, or happened last. Any thread may ask. */
	public long now() {
		return (long) NOW.getOpaque(this);
	}

	/** How many events have happened, the current one included. Any thread may ask. */
	public long happened() {
		return (long) HAPPENED.getOpaque(this);
	}

	// ------------------------------------------------------------------------------------------- scheduling

	void add(Event event, long time) {
		if (time < now || time == Event.NEVER) {
			throw outOfRange(event, time);
		}
		event.time = time;
		queue.add(event);
	}

	void addAfter(Event event, long delay) {
		long time = now + delay;
		// Also where the sum is beyond a long, and where it is its last number, which is no event's time.
		if ((delay | time + 1) < 0) {
			throw outOfReach(event, delay);
		}
		event.time = time;
		queue.add(event);
	}

	void remove(Event event) {
		queue.remove(event);
		event.time = Event.IDLE;
	}

	private SimulationException outOfRange(Event event, long time) {
		return new SimulationException(event + " cannot be scheduled "
				+ (time == Event.NEVER ? "for the end of time, " + Time.END : "for " + Time.text(time) + ": it is " + Time.text(now) + " already"));
	}

	private SimulationException outOfReach(Event event, long delay) {
		return new SimulationException(event + " cannot be scheduled "
				+ (delay < 0 ? "after a negative delay, " + Time.text(delay)
						: Time.text(delay) + " after " + Time.text(now) + ": time ends at " + Time.END));
	}

	// ------------------------------------------------------------------------------------------- running

	/**
	 * Runs until no event is left, or {@link #stop()}.
	 *
	 * @return {@link RunEnd#NO_EVENTS} or {@link RunEnd#STOPPED}
	 * @throws SimulationException as {@link #run(long, long)}
	 */
	public RunEnd run() {
		return run(Event.NEVER - 1, Long.MAX_VALUE);
	}

	/**
	 * Runs up to a time. Nothing that is due at that time is left then, and it is now that time.
	 *
	 * @param limit picoseconds, not before now
	 * @return {@link RunEnd#TIME_LIMIT} or {@link RunEnd#STOPPED}
	 * @throws SimulationException as {@link #run(long, long)}
	 */
	public RunEnd runUntil(long limit) {
		return run(limit, Long.MAX_VALUE);
	}

	/**
	 * Runs up to a time, for so many events at most. A run that has ended can be continued by another one, unless it failed.
	 *
	 * @param timeLimit  picoseconds, not before now
	 * @param eventLimit how many events may happen, at least 0: ends models that go on and on without time going by
	 * @return why it ended; where two reasons apply, the one that comes last in {@link RunEnd}
	 * @throws SimulationException   when an event throws something: the message names event, component and time, the
	 *                               cause is what it threw, and the kernel cannot run again
	 * @throws IllegalStateException when the kernel runs already, or has failed
	 */
	public RunEnd run(long timeLimit, long eventLimit) {
		if (running) {
			throw new IllegalStateException("the kernel is running: an event cannot run it");
		}
		if (failure != null) {
			throw new IllegalStateException("the kernel has failed and cannot run again", failure);
		}
		if (timeLimit < now || timeLimit == Event.NEVER || eventLimit < 0) {
			throw new IllegalArgumentException("a run from " + Time.text(now) + " until " + Time.text(timeLimit) + ", of " + eventLimit + " events");
		}
		running = true;
		until = timeLimit;
		if (stopRequested) {
			until = STOP;
		}
		try {
			return loop(timeLimit, eventLimit);
		} finally {
			running = false;
		}
	}

	private RunEnd loop(long timeLimit, long eventLimit) {
		long last = eventLimit > Long.MAX_VALUE - happened ? Long.MAX_VALUE : happened + eventLimit;
		while (happened != last) {
			Event event = queue.poll(until);
			if (event == null) {
				return atEnd(timeLimit);
			}
			long time = event.time;
			NOW.setOpaque(this, time);
			HAPPENED.setOpaque(this, happened + 1);
			event.time = Event.IDLE;
			try {
				event.happen(event.payload);
			} catch (RuntimeException | Error problem) {
				throw failed(event, problem);
			}
		}
		return stopRequested ? atEnd(timeLimit) : RunEnd.EVENT_LIMIT;
	}

	private RunEnd atEnd(long timeLimit) {
		if (stopRequested) {
			stopRequested = false;
			return RunEnd.STOPPED;
		}
		if (timeLimit == Event.NEVER - 1) {
			return RunEnd.NO_EVENTS;
		}
		NOW.setOpaque(this, timeLimit);
		return RunEnd.TIME_LIMIT;
	}

	private SimulationException failed(Event event, Throwable problem) {
		String reason = problem instanceof SimulationException ? problem.getMessage() : problem.toString();
		failure = new SimulationException("at " + Time.text(now) + ", " + event + ": " + reason, problem);
		return failure;
	}

	/**
	 * Ends the run before its next event; where none is going on, the next run. Any thread may call this, and so may an event.
	 */
	public void stop() {
		// In this order: a run that starts at the same time sees at least one of the two.
		stopRequested = true;
		until = STOP;
	}
}
