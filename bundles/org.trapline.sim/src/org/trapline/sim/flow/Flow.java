// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.flow;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.trapline.sim.bill.Outcome;
import org.trapline.sim.SimulationException;
import org.trapline.sim.event.Time;
import org.trapline.sim.random.Distribution;

/**
 * A closed-loop workload: clients that send a request, wait for the response, and send the next one; and the stages of each request.
 *
 * @param name     for messages
 * @param clients  how many, at least 1
 * @param stages   in order; at least one
 * @param clock    of the hardware threads
 * @param levels   how many levels outcomes count
 * @param sibling  the slowdown of both hardware threads while both are busy, in percent, where the guest hypervisor has a hardware
 *                 thread of its own beside that of the vCPU; empty where both run on one thread
 * @param requests number of measured requests, at least 1, after a warm-up of a tenth as many
 */
public record Flow(String name, int clients, List<Stage> stages, Time.Clock clock, int levels, Optional<BigDecimal> sibling, int requests) {

	/** The server of a stage. */
	public enum Place {
		/** The hardware thread of the guest's vCPU, on which hypervisors also run for it: one request at a time. */
		VCPU,
		/** A backend: a vCPU of the hypervisor that serves the guest's devices, one request at a time. */
		BACKEND,
		/** A link: one request at a time. */
		WIRE,
		/** A delay station, without queueing: another machine, or a device that serves all requests at once. */
		ELSEWHERE
	}

	/**
	 * A stage of a request.
	 *
	 * @param place   its server
	 * @param demands its service demands
	 */
	public record Stage(Place place, List<Demand> demands) {
		public Stage {
			Objects.requireNonNull(place);
			demands = List.copyOf(demands);
		}
	}

	/** A service demand of a stage. */
	public sealed interface Demand {

		/**
		 * Operations.
		 *
		 * @param each  traps and cycles of one operation
		 * @param times mean number per request, at least 0; a fraction means that only some requests do it
		 */
		record Operations(Outcome each, double times) implements Demand {
			public Operations {
				Objects.requireNonNull(each);
				if (!(times >= 0) || times > 1e9) {
					throw new IllegalArgumentException("operations are done 0 to 1e9 times, not " + times);
				}
			}
		}

		/** A time, without operations. */
		record Span(Distribution time) implements Demand {
			public Span {
				Objects.requireNonNull(time);
			}
		}
	}

	public Flow {
		Objects.requireNonNull(name);
		stages = List.copyOf(stages);
		Objects.requireNonNull(clock);
		Objects.requireNonNull(sibling);
		if (clients < 1 || requests < 1 || stages.isEmpty()) {
			throw new IllegalArgumentException("flow " + name + " has " + clients + " clients, " + stages.size() + " stages and " + requests
					+ " requests: each has to be 1 at least");
		}
	}

	/**
	 * Makes sure that requests take time.
	 *
	 * @throws SimulationException when none does: the simulation would never end
	 */
	public void requireTime() {
		if (stages.stream().flatMap(stage -> stage.demands().stream()).noneMatch(Flow::takesTime)) {
			throw new SimulationException("flow " + name + ": its requests take no time: give one of its stages something to do");
		}
	}

	private static boolean takesTime(Demand demand) {
		return switch (demand) {
		case Demand.Operations(Outcome each, double times) -> each.cycles() > 0 && times > 0;
		case Demand.Span(Distribution time) -> time.mean() > 0;
		};
	}
}
