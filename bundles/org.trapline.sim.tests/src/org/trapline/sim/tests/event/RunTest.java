// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests.event;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.Test;
import org.trapline.sim.event.Event;
import org.trapline.sim.event.EventKernel;
import org.trapline.sim.event.EventPriority;
import org.trapline.sim.event.RunEnd;

/** How runs end, and go on. */
public class RunTest {

	private final Recorder recorder = new Recorder();
	private final EventKernel kernel = recorder.kernel;

	@Test
	public void aRunEndsWhenNoEventIsLeftAtTheTimeOfTheLastOne() {
		recorder.pending("a", 5);
		assertEquals(RunEnd.NO_EVENTS, kernel.run());
		assertEquals(5, kernel.now());
		assertEquals(1, kernel.happened());
	}

	@Test
	public void aRunUpToATimeLeavesNothingThatIsDueAndEndsAtThatTime() {
		recorder.event("a", EventPriority.VCPU, payload -> recorder.pending("a's", 7)).scheduleAt(7);
		recorder.pending("b", 8);
		assertEquals(RunEnd.TIME_LIMIT, kernel.runUntil(7));
		assertEquals(List.of("7 a", "7 a's"), recorder.happened);
		assertEquals(7, kernel.now());
	}

	@Test
	public void aRunUpToATimeEndsAtThatTimeThoughNoEventIsLeft() {
		recorder.pending("a", 5);
		assertEquals(RunEnd.TIME_LIMIT, kernel.runUntil(100));
		assertEquals(100, kernel.now());
	}

	@Test
	public void aRunThatHasEndedGoesOn() {
		recorder.pending("a", 5);
		recorder.pending("b", 15);
		kernel.runUntil(10);
		recorder.event("c").scheduleAfter(2);
		assertEquals(RunEnd.NO_EVENTS, kernel.run());
		assertEquals(List.of("5 a", "12 c", "15 b"), recorder.happened);
	}

	/** An event that happens again and again without time going by. */
	private Event endless() {
		Event[] self = new Event[1];
		self[0] = kernel.event("test", "endless", EventPriority.VCPU, payload -> self[0].scheduleAfter(0));
		self[0].scheduleAt(3);
		return self[0];
	}

	@Test(timeout = 10_000)
	public void aModelInWhichTimeStandsStillIsEndedByTheLimitOfEvents() {
		endless();
		assertEquals(RunEnd.EVENT_LIMIT, kernel.run(1000, 500));
		assertEquals(500, kernel.happened());
		assertEquals(3, kernel.now());
		assertEquals("it goes on for as many again", RunEnd.EVENT_LIMIT, kernel.run(1000, 500));
		assertEquals(1000, kernel.happened());
	}

	@Test
	public void aRunOfNoEventsDoesNothing() {
		recorder.pending("a", 5);
		assertEquals(RunEnd.EVENT_LIMIT, kernel.run(10, 0));
		assertEquals(0, kernel.now());
	}

	@Test
	public void anEventStopsTheRunBeforeTheNextOne() {
		recorder.event("a", EventPriority.VCPU, payload -> kernel.stop()).scheduleAt(5);
		recorder.pending("b", 5);
		assertEquals(RunEnd.STOPPED, kernel.run());
		assertEquals(List.of("5 a"), recorder.happened);
		assertEquals("it can go on", RunEnd.NO_EVENTS, kernel.run());
		assertEquals(List.of("5 a", "5 b"), recorder.happened);
	}

	@Test
	public void whatIsStoppedBeforeItRunsDoesNotStart() {
		recorder.pending("a", 5);
		kernel.stop();
		assertEquals(RunEnd.STOPPED, kernel.run());
		assertEquals(List.of(), recorder.happened);
		assertEquals("once", RunEnd.NO_EVENTS, kernel.run());
	}

	@Test(timeout = 10_000)
	public void anotherThreadSeesProgressAndStopsTheRun() throws Exception {
		Event[] self = new Event[1];
		self[0] = kernel.event("test", "tick", EventPriority.TIMER, payload -> self[0].scheduleAfter(10));
		self[0].scheduleAt(0);
		CompletableFuture<RunEnd> run = CompletableFuture.supplyAsync(kernel::run);
		while (kernel.happened() < 100_000 || kernel.now() < 100_000) {
			Thread.onSpinWait();
		}
		kernel.stop();
		assertEquals(RunEnd.STOPPED, run.get());
		assertTrue(self[0].isPending());
	}
}
