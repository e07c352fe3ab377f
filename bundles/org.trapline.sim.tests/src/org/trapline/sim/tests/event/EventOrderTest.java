// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests.event;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.junit.Test;
import org.trapline.sim.event.Event;
import org.trapline.sim.event.EventKernel;
import org.trapline.sim.event.EventPriority;
import org.trapline.sim.event.EventQueue;

/** The order of simultaneous events, which results depend on. */
public class EventOrderTest {

	private final Recorder recorder = new Recorder();

	@Test
	public void prioritiesHaveThisOrder() {
		assertEquals(List.of(EventPriority.EXPERIMENT, EventPriority.DEVICE, EventPriority.TIMER, EventPriority.INTERRUPT,
				EventPriority.WAKE_UP, EventPriority.VCPU, EventPriority.CLIENT, EventPriority.STATISTICS), List.of(EventPriority.values()));
	}

	@Test
	public void whatIsScheduledForNowComesAfterWhatIsDueNowAlready() {
		Event again = recorder.event("again");
		recorder.event("a", EventPriority.VCPU, payload -> again.scheduleAfter(0)).scheduleAt(5);
		recorder.pending("b", 5);
		assertEquals(List.of("5 a", "5 b", "5 again"), recorder.run());
	}

	@Test
	public void whatRanksBeforeTheCurrentEventComesNext() {
		Event interrupt = recorder.event("interrupt", EventPriority.INTERRUPT);
		recorder.event("statistics", EventPriority.STATISTICS, payload -> interrupt.scheduleAfter(0)).scheduleAt(5);
		recorder.pending("later", EventPriority.STATISTICS, 5);
		assertEquals(List.of("5 statistics", "5 interrupt", "5 later"), recorder.run());
	}

	@Test
	public void anEventCanScheduleItself() {
		Event[] self = new Event[1];
		self[0] = recorder.event("tick", EventPriority.TIMER, payload -> {
			if (payload > 1) {
				self[0].scheduleAfter(10, payload - 1);
			}
		});
		self[0].scheduleAt(10, 3);
		assertEquals(List.of("10 tick", "20 tick", "30 tick"), recorder.run());
	}

	@Test
	public void aTimerThatIsRearmedHappensOnceWithItsPayload() {
		List<Long> payloads = new ArrayList<>();
		Event timer = recorder.event("timer", EventPriority.TIMER, payloads::add);
		timer.scheduleAt(10, 42);
		recorder.event("re-arms", EventPriority.VCPU, payload -> timer.rescheduleAfter(100)).scheduleAt(9);
		assertEquals(List.of("9 re-arms", "109 timer"), recorder.run());
		assertEquals(List.of(42L), payloads);
	}

	@Test
	public void aCancelledEventCanBeScheduledAgain() {
		Event event = recorder.pending("e", 10);
		assertEquals(true, event.cancel());
		assertEquals("it is pending no more", false, event.cancel());
		assertEquals(Event.NEVER, event.time());
		event.scheduleAt(20);
		assertEquals(20, event.time());
		assertEquals(List.of("20 e"), recorder.run());
	}

	// ------------------------------------------------------------------------------------------- luck

	/** Two clients want one of two tickets each at the same time, and a third event counts: who gets what is luck. */
	private static String tickets(EventQueue queue, EventPriority second) {
		EventKernel kernel = new EventKernel(queue);
		List<String> sold = new ArrayList<>();
		kernel.event("client1", "buys", EventPriority.CLIENT, payload -> sold.add("client1")).scheduleAt(5);
		kernel.event("client2", "buys", second, payload -> sold.add("client2")).scheduleAt(5);
		kernel.run();
		return sold.toString();
	}

	private static Set<String> outcomes(EventPriority second) {
		Set<String> outcomes = new HashSet<>();
		for (long seed = 0; seed < 20; seed++) {
			outcomes.add(tickets(new ShufflingQueue(seed), second));
		}
		return outcomes;
	}

	@Test
	public void aShufflingQueueFindsModelsThatRelyOnLuck() {
		assertNotEquals(1, outcomes(EventPriority.CLIENT).size());
	}

	@Test
	public void aShufflingQueueChangesNothingWherePrioritiesSayWhoIsFirst() {
		assertEquals(Set.of("[client2, client1]"), outcomes(EventPriority.VCPU));
	}
}
