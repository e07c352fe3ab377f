// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests.event;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.Test;
import org.trapline.sim.event.Event;
import org.trapline.sim.event.EventKernel;
import org.trapline.sim.event.EventPriority;
import org.trapline.sim.event.EventQueue;
import org.trapline.sim.event.HeapQueue;

/** Random programs of scheduling, cancelling and rescheduling happen on the kernel's queue as on the naive one. */
public class EventPropertiesTest {

	/** Runs a random program, and says what happened. */
	private static List<String> run(EventQueue queue, long seed) {
		Random random = new Random(seed);
		EventKernel kernel = new EventKernel(queue);
		List<String> log = new ArrayList<>();
		List<Event> events = new ArrayList<>();
		int count = 1 << random.nextInt(9);
		// From nearly all events at the same time to hardly two.
		int span = 1 << random.nextInt(14);
		int priorities = 1 + random.nextInt(EventPriority.values().length);
		for (int i = 0; i < count; i++) {
			int number = i;
			events.add(kernel.event("component" + i, "event", EventPriority.values()[random.nextInt(priorities)], payload -> {
				log.add(kernel.now() + " " + number + " " + payload);
				int changes = log.size() < 3000 ? random.nextInt(4) : 0;
				for (int change = 0; change < changes; change++) {
					change(events.get(random.nextInt(events.size())), random, span);
				}
			}));
		}
		for (Event event : events) {
			event.scheduleAt(random.nextInt(span));
		}
		kernel.run();
		return log;
	}

	private static void change(Event event, Random random, int span) {
		long delay = random.nextInt(3) == 0 ? 0 : random.nextInt(span);
		switch (random.nextInt(4)) {
		case 0 -> event.cancel();
		case 1 -> event.rescheduleAfter(delay);
		default -> {
			if (!event.isPending()) {
				event.scheduleAfter(delay, random.nextInt());
			}
		}
		}
	}

	@Test
	public void randomProgramsHappenAsOnTheNaiveQueue() {
		int events = 0;
		for (long seed = 0; seed < 400; seed++) {
			List<String> expected = run(new NaiveQueue(), seed);
			assertEquals("seed " + seed, expected, run(new HeapQueue(), seed));
			events += expected.size();
		}
		assertTrue("programs are not empty: " + events + " events", events > 100_000);
	}

	@Test
	public void twoKernelsShareNothing() {
		// A program that runs inside another one's handlers, and one after it, happen as alone.
		List<String> alone = run(new HeapQueue(), 7);
		EventKernel outer = new EventKernel();
		List<List<String>> inner = new ArrayList<>();
		Event event = outer.event("outer", "runs inner", EventPriority.VCPU, payload -> inner.add(run(new HeapQueue(), 7)));
		event.scheduleAt(5);
		outer.run();
		event.scheduleAfter(5);
		outer.run();
		assertEquals(List.of(alone, alone), inner);
	}
}
