// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

import org.trapline.sim.SimulationException;
import org.trapline.sim.bill.Outcome;
import org.trapline.sim.event.Event;
import org.trapline.sim.event.EventKernel;
import org.trapline.sim.event.EventPriority;
import org.trapline.sim.event.Time;
import org.trapline.sim.flow.Flow.Demand;
import org.trapline.sim.flow.Flow.Stage;
import org.trapline.sim.random.RandomStream;
import org.trapline.sim.stat.BatchMeans;
import org.trapline.sim.stat.ConfidenceInterval;
import org.trapline.sim.stat.Percentiles;

/**
 * Simulates a flow until enough requests are completed. The result depends on the flow and the stream of random numbers alone.
 */
public final class FlowSimulation {

	private static final int BATCHES = 20;
	private static final double CONFIDENCE = 0.95;
	private static final double PICOSECONDS = 1e12;

	private final Flow flow;
	private final EventKernel kernel = new EventKernel();
	private final RandomGenerator random;
	private final HardwareThread vcpu;
	private final HardwareThread backend;
	private final HardwareThread wire;
	private final List<Event> elsewhere = new ArrayList<>();
	private final CompiledStage[] stages;

	private final int[] stage;
	private final long[] sent;
	private final int warmUp;
	private long answered;
	private long measuredFrom;
	private final BatchMeans latency = new BatchMeans(BATCHES);
	private final Percentiles percentiles = new Percentiles();

	private FlowSimulation(Flow flow, RandomStream stream) {
		this.flow = flow;
		this.random = stream.child("demands").generator();
		double factor = flow.sibling().map(percent -> 1 + percent.doubleValue() / 100).orElse(1.0);
		this.vcpu = new HardwareThread(kernel, "vcpu", factor, this::served);
		// Without a hardware thread of its own, the hypervisor runs on that of its guest.
		this.backend = flow.sibling().isPresent() ? new HardwareThread(kernel, "backend", factor, this::served) : vcpu;
		if (backend != vcpu) {
			HardwareThread.pair(vcpu, backend);
		}
		this.wire = new HardwareThread(kernel, "wire", 1, this::served);
		this.stages = flow.stages().stream().map(each -> new CompiledStage(each, flow.clock())).toArray(CompiledStage[]::new);
		this.stage = new int[flow.clients()];
		this.sent = new long[flow.clients()];
		this.warmUp = Math.max(1, flow.requests() / 10);
		for (int client = 0; client < flow.clients(); client++) {
			int number = client;
			elsewhere.add(kernel.event("client" + client, "goes on", EventPriority.CLIENT, payload -> served(number)));
		}
	}

	/**
	 * Runs a flow.
	 *
	 * @throws SimulationException when requests take no time, so that it would never end
	 * @throws ArithmeticException when a count or a time does not fit a long
	 */
	public static FlowResult run(Flow flow, RandomStream stream) {
		return new FlowSimulation(flow, stream).run();
	}

	private FlowResult run() {
		for (int client = 0; client < flow.clients(); client++) {
			sent[client] = 0;
			enter(client);
		}
		kernel.run();
		long now = kernel.now();
		if (now == measuredFrom) {
			throw new SimulationException("flow " + flow.name() + ": its requests take no time: give one of its stages something to do");
		}
		Outcome.Sum spent = new Outcome.Sum(flow.levels());
		List<Long> done = new ArrayList<>();
		for (CompiledStage each : stages) {
			each.addTo(spent, done);
		}
		ConfidenceInterval seconds = latency.confidence(CONFIDENCE);
		return new FlowResult(answered - warmUp, (now - measuredFrom) / PICOSECONDS,
				new ConfidenceInterval(seconds.mean() / PICOSECONDS, seconds.halfWidth() / PICOSECONDS, CONFIDENCE), percentiles, vcpu.utilization(now),
				spent.outcome(), done);
	}

	/** A request comes to its current stage. */
	private void enter(int client) {
		CompiledStage current = stages[stage[client]];
		long work = current.work(random);
		switch (current.place) {
		case VCPU -> vcpu.serve(client, work);
		case BACKEND -> backend.serve(client, work);
		case WIRE -> wire.serve(client, work);
		case ELSEWHERE -> elsewhere.get(client).scheduleAfter(work);
		}
	}

	/** A request is done with its current stage. */
	private void served(int client) {
		stage[client]++;
		if (stage[client] == stages.length) {
			stage[client] = 0;
			answer(client);
		}
		if (answered < warmUp + (long) flow.requests()) {
			enter(client);
		} else {
			kernel.stop();
		}
	}

	private void answer(int client) {
		long now = kernel.now();
		answered++;
		if (answered == warmUp) {
			measuredFrom = now;
			vcpu.reset(now);
			for (CompiledStage each : stages) {
				each.reset();
			}
		} else if (answered > warmUp) {
			if (now - sent[client] > Percentiles.HIGHEST.picoseconds()) {
				throw new SimulationException("flow " + flow.name() + ": a request takes longer than " + Percentiles.HIGHEST
						+ ", up to which latencies are recorded: give it less to do, or have fewer clients");
			}
			latency.add(now - sent[client]);
			percentiles.add(now - sent[client]);
		}
		sent[client] = now;
	}

	/** A stage with the times of its operations, and how many were done. */
	private static final class CompiledStage {

		private final Flow.Place place;
		private final Demand[] demands;
		private final long[] picoseconds;
		private final long[] done;

		CompiledStage(Stage stage, Time.Clock clock) {
			this.place = stage.place();
			this.demands = stage.demands().toArray(Demand[]::new);
			this.picoseconds = new long[demands.length];
			this.done = new long[demands.length];
			for (int i = 0; i < demands.length; i++) {
				picoseconds[i] = demands[i] instanceof Demand.Operations operations ? clock.picoseconds(operations.each().cycles()) : 0;
			}
		}

		/** A sample of its service time, in picoseconds. */
		long work(RandomGenerator random) {
			long work = 0;
			for (int i = 0; i < demands.length; i++) {
				switch (demands[i]) {
				case Demand.Operations operations -> {
					long times = (long) operations.times();
					double rest = operations.times() - times;
					if (rest > 0 && random.nextDouble() < rest) {
						times++;
					}
					done[i] += times;
					work = Math.addExact(work, Math.multiplyExact(times, picoseconds[i]));
				}
				case Demand.Span span -> work = Math.addExact(work, span.time().sample(random));
				}
			}
			return work;
		}

		void reset() {
			Arrays.fill(done, 0);
		}

		void addTo(Outcome.Sum sum, List<Long> times) {
			for (int i = 0; i < demands.length; i++) {
				if (demands[i] instanceof Demand.Operations operations) {
					sum.add(operations.each(), done[i]);
					times.add(done[i]);
				}
			}
		}
	}
}
