// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests.event;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.random.RandomGenerator;

import org.junit.Test;
import org.trapline.sim.cost.Cause;
import org.trapline.sim.event.Event;
import org.trapline.sim.event.EventKernel;
import org.trapline.sim.event.EventPriority;
import org.trapline.sim.event.Time;
import org.trapline.sim.random.Distribution;
import org.trapline.sim.random.RandomStream;
import org.trapline.sim.stat.BatchMeans;
import org.trapline.sim.stat.Percentiles;
import org.trapline.sim.stat.Tally;
import org.trapline.sim.stat.TimeAverage;
import org.trapline.sim.stat.Utilization;

import com.sun.management.ThreadMXBean;

/** In steady state nothing is allocated: bytes are counted, not timed. */
public class AllocationTest {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
	private static final long EVENTS = 200_000;

	/** Bytes that the current thread allocates in an action; what asking takes itself is left out. */
	private static long bytes(Runnable action) {
		long thread = Thread.currentThread().threadId();
		long before = THREADS.getThreadAllocatedBytes(thread);
		long asking = THREADS.getThreadAllocatedBytes(thread) - before;
		before = THREADS.getThreadAllocatedBytes(thread);
		action.run();
		return THREADS.getThreadAllocatedBytes(thread) - before - asking;
	}

	/** Runs till tables have grown and everything is compiled, then counts. */
	private static void assertNothingAllocated(EventKernel kernel) {
		Runnable run = () -> kernel.run(Event.NEVER - 1, EVENTS);
		for (int i = 0; i < 5; i++) {
			run.run();
		}
		assertEquals("bytes for " + EVENTS + " events", 0, bytes(run));
	}

	@Test
	public void countingCounts() {
		assertTrue(bytes(() -> new long[1000].clone()) >= 16_000);
	}

	/** As many events as said are pending all the time; half of them move or cancel another one, too. */
	private static EventKernel busy(int pending, long span) {
		EventKernel kernel = new EventKernel();
		RandomGenerator random = RandomStream.of(1).generator();
		Event[] events = new Event[pending];
		for (int i = 0; i < pending; i++) {
			int number = i;
			events[i] = kernel.event("component", "happens", EventPriority.values()[i % EventPriority.values().length], payload -> {
				events[number].scheduleAfter(random.nextLong(span), payload + 1);
				Event other = events[random.nextInt(pending)];
				if (random.nextBoolean() && other != events[number]) {
					other.cancel();
					other.scheduleAfter(random.nextLong(span));
				} else {
					other.rescheduleAfter(random.nextLong(span));
				}
			});
			events[i].scheduleAfter(random.nextLong(span));
		}
		return kernel;
	}

	@Test
	public void oneEvent() {
		assertNothingAllocated(busy(1, 1000));
	}

	@Test
	public void tenEvents() {
		assertNothingAllocated(busy(10, 1_000_000));
	}

	@Test
	public void thousandsOfEvents() {
		assertNothingAllocated(busy(5000, 1_000_000_000));
	}

	@Test
	public void burstsOfEqualTimes() {
		assertNothingAllocated(busy(1000, 3));
	}

	@Test
	public void statisticsAndSamples() {
		EventKernel kernel = new EventKernel();
		RandomGenerator random = RandomStream.of(1).generator();
		Distribution[] distributions = { new Distribution.Constant(5), new Distribution.Uniform(0, 9), new Distribution.Exponential(1000),
				new Distribution.LogNormal(1000, 2) };
		Time.Clock clock = new Time.Clock(2_400_000_000L);
		Tally tally = new Tally();
		BatchMeans batches = new BatchMeans(20);
		TimeAverage average = new TimeAverage();
		Percentiles percentiles = new Percentiles();
		Utilization utilization = new Utilization(3, clock);
		Event[] self = new Event[1];
		self[0] = kernel.event("client", "sends", EventPriority.CLIENT, payload -> {
			long time = distributions[(int) (payload % distributions.length)].sample(random);
			tally.add(time);
			batches.add(time);
			average.set(payload % 7, kernel.now());
			percentiles.add(time);
			utilization.charge(1, Cause.HANDLING, clock.cycles(time));
			self[0].scheduleAfter(time + clock.picoseconds(10), payload + 1);
		});
		self[0].scheduleAt(0);
		assertNothingAllocated(kernel);
	}
}
