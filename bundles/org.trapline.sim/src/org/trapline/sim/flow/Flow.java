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
 * Clients that send a request, wait for the answer, and send the next one; and the stages that every request goes through.
 *
 * @param name     for messages
 * @param clients  how many, at least 1
 * @param stages   in order; at least one
 * @param clock    of the hardware threads
 * @param levels   how many levels outcomes count
 * @param sibling  how much longer work takes on both hardware threads while both are busy, in percent, where the guest hypervisor has a
 *                 thread of its own beside that of the vCPU; empty where all that is done on either is done on one thread
 * @param requests how many are measured, at least 1, after a tenth as many of warm-up
 */
public record Flow(String name, int clients, List<Stage> stages, Time.Clock clock, int levels, Optional<BigDecimal> sibling, int requests) {

	/** Where a stage is served. */
	public enum Place {
		/** The hardware thread of the guest's vCPU, with all that hypervisors do there for it: one request at a time. */
		VCPU,
		/** A vCPU of the hypervisor that serves the guest's devices: one request at a time. */
		BACKEND,
		/** A link: one request at a time. */
		WIRE,
		/** Where nobody waits for anybody: another machine, a device with room for all. */
		ELSEWHERE
	}

	/**
	 * A part of what is done for a request.
	 *
	 * @param place   where
	 * @param demands what it takes
	 */
	public record Stage(Place place, List<Demand> demands) {
		public Stage {
			Objects.requireNonNull(place);
			demands = List.copyOf(demands);
		}
	}

	/** What a stage takes. */
	public sealed interface Demand {

		/**
		 * Operations.
		 *
		 * @param each  what one comes to
		 * @param times how many on average, at least 0; a part of one is done by some requests and not by others
		 */
		record Operations(Outcome each, double times) implements Demand {
			public Operations {
				Objects.requireNonNull(each);
				if (!(times >= 0) || times > 1e9) {
					throw new IllegalArgumentException("operations are done 0 to 1e9 times, not " + times);
				}
			}
		}

		/** Time that is no operation's. */
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
