// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests.event;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;
import org.trapline.sim.event.Event;
import org.trapline.sim.event.EventPriority;
import org.trapline.sim.event.EventQueue;
import org.trapline.sim.event.HeapQueue;

/** What every queue does: run for each implementation. */
@RunWith(Parameterized.class)
public class EventQueueTest {

	private final Supplier<EventQueue> newQueue;
	private final boolean inOrderOfAdding;
	private final Recorder recorder;

	public EventQueueTest(String name, Supplier<EventQueue> newQueue, boolean inOrderOfAdding) {
		this.newQueue = newQueue;
		this.inOrderOfAdding = inOrderOfAdding;
		this.recorder = new Recorder(newQueue.get());
	}

	/** By name: how to make one, and whether it keeps the order of adding. */
	@Parameters(name = "{0}")
	public static List<Object[]> implementations() {
		return List.of(queue("heap", HeapQueue::new, true), queue("naive", NaiveQueue::new, true),
				queue("shuffling", () -> new ShufflingQueue(1), false));
	}

	private static Object[] queue(String name, Supplier<EventQueue> newQueue, boolean inOrderOfAdding) {
		return new Object[] { name, newQueue, inOrderOfAdding };
	}

	@Test
	public void anEmptyQueueHasNothing() {
		assertEquals(List.of(), recorder.run());
	}

	@Test
	public void earlierEventsComeFirst() {
		for (long time : new long[] { 30, 10, 20, 0, 40 }) {
			recorder.pending("e", time);
		}
		assertEquals(List.of("0 e", "10 e", "20 e", "30 e", "40 e"), recorder.run());
	}

	@Test
	public void timesThatAreFarApartAreCompared() {
		recorder.pending("late", Event.NEVER - 1);
		recorder.pending("early", 0);
		recorder.pending("between", Event.NEVER / 2);
		assertEquals(List.of("0 early", Event.NEVER / 2 + " between", Event.NEVER - 1 + " late"), recorder.run());
	}

	@Test
	public void atOneTimeThePriorityDecides() {
		List<EventPriority> priorities = new ArrayList<>(List.of(EventPriority.values()));
		Collections.shuffle(priorities, new Random(1));
		priorities.forEach(priority -> recorder.pending(priority.name(), priority, 5));
		assertEquals(IntStream.range(0, priorities.size()).mapToObj(i -> "5 " + EventPriority.values()[i]).toList(), recorder.run());
	}

	@Test
	public void atOneTimeAndPriorityTheOrderOfAddingDecides() {
		assumeTrue(inOrderOfAdding);
		List<String> expected = new ArrayList<>();
		for (int i = 0; i < 100; i++) {
			recorder.pending("e" + i, 7);
			expected.add("7 e" + i);
		}
		assertEquals(expected, recorder.run());
	}

	@Test
	public void theOrderOfAddingHoldsWhileOtherTimesComeBetween() {
		assumeTrue(inOrderOfAdding);
		// Far more times than any table of recent ones holds.
		for (int round = 0; round < 3; round++) {
			for (int time = 0; time < 1000; time++) {
				recorder.pending("e" + round, time);
			}
		}
		List<String> expected = IntStream.range(0, 3000).mapToObj(i -> i / 3 + " e" + i % 3).toList();
		assertEquals(expected, recorder.run());
	}

	@Test
	public void aRemovedEventDoesNotHappen() {
		for (int removed = 0; removed < 4; removed++) {
			for (boolean equalTimes : new boolean[] { true, false }) {
				Recorder fresh = new Recorder(newQueue.get());
				List<Event> events = new ArrayList<>();
				for (int i = 0; i < 4; i++) {
					events.add(fresh.pending("e" + i, equalTimes ? 3 : i));
				}
				assertTrue(events.get(removed).cancel());
				assertFalse(events.get(removed).isPending());
				List<String> happened = fresh.run();
				assertEquals(3, happened.size());
				assertFalse(happened.toString(), happened.toString().contains("e" + removed));
			}
		}
	}

	@Test
	public void theOnlyEventCanBeRemovedAndAddedAgain() {
		Event event = recorder.pending("e", 5);
		for (int i = 0; i < 3; i++) {
			event.cancel();
			event.scheduleAt(6 + i);
		}
		assertEquals(List.of("8 e"), recorder.run());
	}

	@Test
	public void anEventThatIsAddedAgainForTheSameTimeComesLast() {
		assumeTrue(inOrderOfAdding);
		Event first = recorder.pending("a", 5);
		recorder.pending("b", 5);
		Event last = recorder.pending("c", 5);
		first.rescheduleAt(5);
		last.rescheduleAt(5);
		assertEquals(List.of("5 b", "5 a", "5 c"), recorder.run());
	}

	@Test
	public void allOfALineCanBeRemoved() {
		List<Event> line = IntStream.range(0, 5).mapToObj(i -> recorder.pending("line", 5)).toList();
		recorder.pending("after", 6);
		line.forEach(Event::cancel);
		recorder.pending("before", 4);
		assertEquals(List.of("4 before", "6 after"), recorder.run());
	}

	@Test
	public void eventsAreAddedAndRemovedWhileTheirTimeIsNow() {
		Event removed = recorder.event("removed");
		Event added = recorder.event("added");
		recorder.event("now", EventPriority.TIMER, payload -> {
			removed.cancel();
			added.scheduleAfter(0);
		}).scheduleAt(5);
		removed.scheduleAt(5);
		recorder.pending("other", 5);
		List<String> happened = recorder.run();
		assertEquals(3, happened.size());
		assertEquals("5 now", happened.get(0));
		assertTrue(happened.toString(), happened.containsAll(List.of("5 other", "5 added")));
	}

	@Test
	public void anEventOfAnEarlierPriorityOvertakesThoseThatAreDueNow() {
		Event interrupt = recorder.event("interrupt", EventPriority.INTERRUPT);
		recorder.event("first", EventPriority.TIMER, payload -> recorder.event("raises", EventPriority.WAKE_UP, p -> interrupt.scheduleAfter(0)).scheduleAfter(0))
				.scheduleAt(5);
		recorder.pending("vcpu", EventPriority.VCPU, 5);
		recorder.pending("waiting", EventPriority.WAKE_UP, 9);
		assertEquals(List.of("5 first", "5 raises", "5 interrupt", "5 vcpu", "9 waiting"), recorder.run());
	}

	@Test
	public void aLineThatIsOvertakenKeepsItsOrder() {
		assumeTrue(inOrderOfAdding);
		Event interrupt = recorder.event("interrupt", EventPriority.INTERRUPT);
		Event late = recorder.event("late");
		recorder.event("a", EventPriority.VCPU, payload -> {
			late.scheduleAfter(0);
			interrupt.scheduleAfter(0);
		}).scheduleAt(5);
		recorder.pending("b", 5);
		recorder.pending("c", 5);
		assertEquals(List.of("5 a", "5 interrupt", "5 b", "5 c", "5 late"), recorder.run());
	}

	@Test
	public void aCancelledEventLeavesThoseAloneThatHappenedBeforeItAndAreAddedAgain() {
		assumeTrue(inOrderOfAdding);
		for (boolean overtaken : new boolean[] { false, true }) {
			Recorder fresh = new Recorder(newQueue.get());
			List<Event> events = new ArrayList<>();
			Event interrupt = fresh.event("interrupt", EventPriority.INTERRUPT, payload -> events.get(1).cancel());
			events.add(fresh.event("a", EventPriority.VCPU, payload -> {
				if (fresh.kernel.now() == 5) {
					fresh.pending("x", 7);
					events.get(0).scheduleAt(7);
					fresh.pending("y", 7);
					if (overtaken) {
						interrupt.scheduleAfter(0);
					} else {
						events.get(1).cancel();
					}
				}
			}));
			fresh.pending("first", 4);
			events.get(0).scheduleAt(5);
			events.add(fresh.pending("b", 5));
			fresh.pending("c", 5);
			List<String> expected = new ArrayList<>(List.of("4 first", "5 a", "5 c", "7 x", "7 a", "7 y"));
			if (overtaken) {
				expected.add(2, "5 interrupt");
			}
			assertEquals(expected, fresh.run());
		}
	}

	@Test
	public void nothingAfterTheLimitIsPolled() {
		recorder.pending("a", 5);
		recorder.pending("b", 5);
		recorder.pending("c", 6);
		recorder.kernel.runUntil(4);
		assertEquals(List.of(), recorder.happened);
		recorder.kernel.runUntil(5);
		assertEquals(2, recorder.happened.size());
		recorder.kernel.runUntil(6);
		assertEquals(3, recorder.happened.size());
	}

	@Test
	public void anEventBeforeAllOthersIsFirstThoughTheOthersWereThereBefore() {
		recorder.pending("c", 30);
		recorder.pending("b", 20);
		recorder.kernel.runUntil(5);
		recorder.pending("a", 10);
		assertEquals(List.of("10 a", "20 b", "30 c"), recorder.run());
	}

	@Test
	public void itGrowsToManyEventsAndBackAgain() {
		Random random = new Random(1);
		for (int round = 0; round < 3; round++) {
			recorder.happened.clear();
			long start = recorder.kernel.now();
			List<Long> times = new ArrayList<>();
			for (int i = 0; i < 1000; i++) {
				long time = start + random.nextInt(5000);
				times.add(time);
				recorder.pending("e", time);
			}
			Collections.sort(times);
			assertEquals(times.stream().map(time -> time + " e").toList(), recorder.run());
		}
	}
}
