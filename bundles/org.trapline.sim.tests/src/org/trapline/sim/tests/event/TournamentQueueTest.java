// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests.event;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.Test;
import org.trapline.sim.event.EventPriority;
import org.trapline.sim.event.TournamentQueue;

/** What the tournament tree does beside what every queue does: it depends on how many lines there were. */
public class TournamentQueueTest {

	/** How many lines were in the tree, all in all. */
	private static final VarHandle CREATIONS = creations();

	private static VarHandle creations() {
		try {
			return MethodHandles.privateLookupIn(TournamentQueue.class, MethodHandles.lookup()).findVarHandle(TournamentQueue.class, "creations", long.class);
		} catch (ReflectiveOperationException e) {
			throw new ExceptionInInitializerError(e);
		}
	}

	/**
	 * Were it not so, events of equal times would each be a line of its own: in order, but slow. Components with a clock have times of
	 * one distance, in picoseconds mostly a round number.
	 */
	@Test
	public void eventsOfATimeShareALineWhateverTheDistanceOfTimes() {
		int times = 12;
		int perTime = 10;
		int starts = 50;
		for (long unit = 1; unit <= 1_000_000_000_000L; unit *= 10) {
			for (long distance = unit; distance < 10 * unit; distance += unit) {
				long lines = 0;
				for (int start = 0; start < starts; start++) {
					TournamentQueue queue = new TournamentQueue();
					Recorder recorder = new Recorder(queue);
					recorder.pending("in front", 0);
					for (int i = 0; i < times * perTime; i++) {
						recorder.pending("e", (start + 1 + i % times) * distance);
					}
					lines += (long) CREATIONS.get(queue);
				}
				double perStart = (double) lines / starts;
				// Now and then two of the twelve share a slot, which on average makes about 9 more lines; in one slot, all 120 events would be lines.
				assertTrue("distance " + distance + ": " + perStart + " lines", perStart >= times && perStart < 3 * times);
			}
		}
	}

	@Test
	public void theOrderHoldsWhenTheNumbersOfLinesRunOut() {
		TournamentQueue queue = new TournamentQueue();
		Recorder near = new Recorder(queue);
		// Leaves get free in no order.
		Random random = new Random(1);
		for (int i = 0; i < 500; i++) {
			near.pending("before", random.nextInt(1000));
		}
		near.run();
		near.happened.clear();
		// After 2^36 lines they are numbered anew.
		CREATIONS.set(queue, (1L << 36) - 302);
		long now = 5000;
		near.pending("first", now - 1);
		near.event("cause", EventPriority.VCPU, payload -> {
			for (int time = 200; time > 0; time--) {
				near.pending("b", EventPriority.VCPU, now + time);
				near.pending("c", EventPriority.CLIENT, now + time);
			}
			near.pending("now", EventPriority.INTERRUPT, now);
		}).scheduleAt(now);
		near.pending("y", now);
		for (int time = 200; time > 0; time--) {
			near.pending("a", EventPriority.VCPU, now + time);
		}
		near.pending("z", now);
		List<String> expected = new ArrayList<>(List.of(now - 1 + " first", now + " cause", now + " now", now + " y", now + " z"));
		for (long time = now + 1; time <= now + 200; time++) {
			expected.addAll(List.of(time + " a", time + " b", time + " c"));
		}
		assertEquals(expected, near.run());
		assertTrue("they were numbered anew", (long) CREATIONS.get(queue) < 2000);
	}
}
