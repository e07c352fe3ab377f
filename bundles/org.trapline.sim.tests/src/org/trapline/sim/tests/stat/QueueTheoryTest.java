// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests.stat;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.random.RandomGenerator;

import org.junit.Test;
import org.trapline.sim.event.Event;
import org.trapline.sim.event.EventKernel;
import org.trapline.sim.event.EventPriority;
import org.trapline.sim.event.Time;
import org.trapline.sim.random.Distribution;
import org.trapline.sim.random.RandomStream;
import org.trapline.sim.stat.BatchMeans;
import org.trapline.sim.stat.ConfidenceInterval;
import org.trapline.sim.stat.Percentiles;
import org.trapline.sim.stat.Tally;
import org.trapline.sim.stat.TimeAverage;

/** Kernel, random numbers and statistics together: queues of which theory knows the answer. */
public class QueueTheoryTest {

	private static final double ARRIVAL_MEAN = 1_000_000;
	private static final long WARM_UP = Time.Unit.MILLISECOND.picoseconds(2);
	private static final long END = Time.Unit.MILLISECOND.picoseconds(60);

	/** One server, to which requests come at random. */
	private static final class SingleServer {

		final EventKernel kernel = new EventKernel();
		final Tally response = new Tally();
		final BatchMeans batches = new BatchMeans(20);
		final Percentiles percentiles = new Percentiles();
		final TimeAverage inSystem = new TimeAverage();
		final TimeAverage busy = new TimeAverage();
		private final Queue<Long> arrivalTimes = new ArrayDeque<>();
		private final Distribution service;
		private final RandomGenerator arrivals;
		private final RandomGenerator services;
		private final Event arrival;
		private final Event completion;

		SingleServer(RandomStream stream, Distribution service) {
			this.service = service;
			this.arrivals = stream.child("arrivals").generator();
			this.services = stream.child("services").generator();
			Distribution between = new Distribution.Exponential(ARRIVAL_MEAN);
			arrival = kernel.event("clients", "request arrives", EventPriority.CLIENT, payload -> {
				arrive();
				arrive(between);
			});
			completion = kernel.event("server", "request completes", EventPriority.DEVICE, this::complete);
			kernel.event("experiment", "warm-up ends", EventPriority.EXPERIMENT, payload -> reset()).scheduleAt(WARM_UP);
			arrive(between);
		}

		private void arrive(Distribution between) {
			arrival.scheduleAfter(between.sample(arrivals));
		}

		private void arrive() {
			arrivalTimes.add(kernel.now());
			inSystem.add(1, kernel.now());
			if (arrivalTimes.size() == 1) {
				serve();
			}
		}

		private void serve() {
			busy.set(1, kernel.now());
			completion.scheduleAfter(service.sample(services), arrivalTimes.peek());
		}

		private void complete(long arrived) {
			arrivalTimes.remove();
			inSystem.add(-1, kernel.now());
			long time = kernel.now() - arrived;
			response.add(time);
			batches.add(time);
			percentiles.add(time);
			if (arrivalTimes.isEmpty()) {
				busy.set(0, kernel.now());
			} else {
				serve();
			}
		}

		private void reset() {
			response.reset();
			batches.reset();
			percentiles.reset();
			inSystem.reset(kernel.now());
			busy.reset(kernel.now());
		}

		SingleServer run() {
			kernel.runUntil(END);
			return this;
		}
	}

	private static SingleServer run(String replication, Distribution service) {
		return new SingleServer(RandomStream.of(42).child(replication), service).run();
	}

	/** Means of replications. */
	private static final class Replications {

		private final Tally response = new Tally();
		private final Tally inSystem = new Tally();
		private final Tally busy = new Tally();
		private final Tally median = new Tally();
		private final Tally tail = new Tally();

		Replications(Distribution service) {
			for (int i = 0; i < 10; i++) {
				SingleServer server = run("replication" + i, service);
				response.add(server.response.mean());
				inSystem.add(server.inSystem.mean(END));
				busy.add(server.busy.mean(END));
				median.add(server.percentiles.percentile(50));
				tail.add(server.percentiles.percentile(99));
			}
		}
	}

	private static void assertAgrees(String what, double theory, Tally replications, double relative) {
		ConfidenceInterval interval = replications.confidence(0.99);
		assertTrue(what + ": " + theory + " is not within " + interval, interval.contains(theory));
		assertTrue(what + ": " + interval + " is too wide to say anything", interval.relative() < relative);
	}

	@Test
	public void aQueueWithExponentialServiceAgreesWithTheory() {
		double load = 0.6;
		double serviceMean = load * ARRIVAL_MEAN;
		double response = serviceMean / (1 - load);
		Replications measured = new Replications(new Distribution.Exponential(serviceMean));
		assertAgrees("response time", response, measured.response, 0.03);
		assertAgrees("requests in the system", load / (1 - load), measured.inSystem, 0.03);
		assertAgrees("utilisation", load, measured.busy, 0.01);
		// Response times are exponentially distributed.
		assertAgrees("median", response * Math.log(2), measured.median, 0.03);
		assertAgrees("99th percentile", response * Math.log(100), measured.tail, 0.06);
	}

	@Test
	public void aQueueWithConstantServiceAgreesWithTheory() {
		double load = 0.6;
		long service = (long) (load * ARRIVAL_MEAN);
		Replications measured = new Replications(new Distribution.Constant(service));
		assertAgrees("response time", service + service * load / (2 * (1 - load)), measured.response, 0.02);
	}

	@Test
	public void aQueueWithLognormalServiceAgreesWithTheory() {
		double load = 0.6;
		double service = load * ARRIVAL_MEAN;
		double variation = 1.5;
		// Pollaczek and Khinchine.
		double waiting = load / (1 - load) * service * (1 + variation * variation) / 2;
		assertAgrees("response time", service + waiting, new Replications(new Distribution.LogNormal(service, variation)).response, 0.06);
	}

	@Test
	public void theBatchMeansOfOneLongRunAgreeWithTheory() {
		double load = 0.6;
		double serviceMean = load * ARRIVAL_MEAN;
		ConfidenceInterval interval = run("long", new Distribution.Exponential(serviceMean)).batches.confidence(0.99);
		assertTrue(interval.toString(), interval.contains(serviceMean / (1 - load)) && interval.relative() < 0.1);
	}

	@Test
	public void aRunIsDeterministic() {
		SingleServer one = run("same", new Distribution.Exponential(5e5));
		SingleServer other = run("same", new Distribution.Exponential(5e5));
		assertEquals(one.batches.confidence(0.95), other.batches.confidence(0.95));
		assertEquals(one.response.mean(), other.response.mean(), 0);
		assertEquals(one.kernel.happened(), other.kernel.happened());
	}
}
