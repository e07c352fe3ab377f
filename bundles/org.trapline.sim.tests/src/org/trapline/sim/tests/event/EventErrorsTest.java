// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests.event;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.function.LongConsumer;

import org.junit.Test;
import org.trapline.sim.SimulationException;
import org.trapline.sim.event.Event;
import org.trapline.sim.event.EventKernel;
import org.trapline.sim.event.EventPriority;
import org.trapline.sim.event.Time;

/** What goes wrong names event, component and time. */
public class EventErrorsTest {

	private final EventKernel kernel = new EventKernel();

	private Event event(String component, String name, LongConsumer handler) {
		return kernel.event(component, name, EventPriority.VCPU, handler);
	}

	private Event event() {
		return event("vcpu0", "slice ends", payload -> {
			// Nothing.
		});
	}

	private static void assertMessage(String expected, Class<? extends Exception> type, org.junit.function.ThrowingRunnable action) {
		assertEquals(expected, assertThrows(type, action).getMessage());
	}

	@Test
	public void whatAnEventThrowsEndsTheRunAndSaysWhereItCameFrom() {
		IllegalStateException problem = new IllegalStateException("ring is full");
		event("virtio0", "request completes", payload -> {
			throw problem;
		}).scheduleAt(Time.Unit.NANOSECOND.picoseconds(12_500));
		event().scheduleAt(Time.Unit.NANOSECOND.picoseconds(12_500));
		SimulationException failure = assertThrows(SimulationException.class, kernel::run);
		assertEquals("at 12.5 us, event 'request completes' of virtio0: java.lang.IllegalStateException: ring is full", failure.getMessage());
		assertSame(problem, failure.getCause());
		assertEquals("the other event did not happen", 1, kernel.happened());
	}

	@Test
	public void errorsOfJavaAreNamedToo() {
		event("vcpu0", "recurses", payload -> {
			throw new StackOverflowError();
		}).scheduleAt(1);
		assertMessage("at 1 ps, event 'recurses' of vcpu0: java.lang.StackOverflowError", SimulationException.class, kernel::run);
	}

	@Test
	public void aKernelThatHasFailedDoesNotGoOn() {
		event("vcpu0", "fails", payload -> {
			throw new IllegalStateException("once");
		}).scheduleAt(1);
		event().scheduleAt(2);
		assertThrows(SimulationException.class, kernel::run);
		assertMessage("the kernel has failed and cannot run again", IllegalStateException.class, kernel::run);
	}

	@Test
	public void nothingIsScheduledForThePast() {
		Event late = event();
		event("timer0", "expires", payload -> late.scheduleAt(4)).scheduleAt(5_000);
		assertMessage("at 5 ns, event 'expires' of timer0: event 'slice ends' of vcpu0 cannot be scheduled for 4 ps: it is 5 ns already",
				SimulationException.class, kernel::run);
		assertFalse(late.isPending());
	}

	@Test
	public void aDelayIsNotNegative() {
		assertMessage("event 'slice ends' of vcpu0 cannot be scheduled after a negative delay, -3 ps", SimulationException.class,
				() -> event().scheduleAfter(-3));
	}

	@Test
	public void timeDoesNotOverflow() {
		kernel.runUntil(10);
		for (long delay : new long[] { Long.MAX_VALUE, Long.MAX_VALUE - 10 }) {
			assertMessage("event 'slice ends' of vcpu0 cannot be scheduled " + new Time(delay)
					+ " after 10 ps: time ends at 9223372.036854775807 s", SimulationException.class, () -> event().scheduleAfter(delay));
		}
		event().scheduleAfter(Long.MAX_VALUE - 11);
		assertMessage("event 'slice ends' of vcpu0 cannot be scheduled for the end of time, 9223372.036854775807 s", SimulationException.class,
				() -> event().scheduleAt(Long.MAX_VALUE));
	}

	@Test
	public void aPendingEventIsNotScheduledAgain() {
		Event event = event();
		event.scheduleAt(7_000);
		for (org.junit.function.ThrowingRunnable again : List.<org.junit.function.ThrowingRunnable>of(() -> event.scheduleAt(9),
				() -> event.scheduleAfter(9), () -> event.scheduleAt(9, 1), () -> event.scheduleAfter(9, 1))) {
			assertMessage("event 'slice ends' of vcpu0 is to be scheduled, but is pending for 7 ns already: cancel or reschedule it",
					SimulationException.class, again);
		}
		assertEquals("it stays as it is", 7_000, event.time());
		assertEquals(0, event.payload());
	}

	@Test
	public void aRunDoesNotStartWithinARun() {
		event("vcpu0", "runs", payload -> kernel.run()).scheduleAt(1);
		assertMessage("at 1 ps, event 'runs' of vcpu0: java.lang.IllegalStateException: the kernel is running: an event cannot run it",
				SimulationException.class, kernel::run);
	}

	@Test
	public void aRunDoesNotEndInThePast() {
		kernel.runUntil(10);
		assertMessage("a run from 10 ps until 9 ps, of 5 events", IllegalArgumentException.class, () -> kernel.run(9, 5));
		assertThrows(IllegalArgumentException.class, () -> kernel.run(11, -1));
	}
}
