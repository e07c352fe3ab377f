// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.trap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.trapline.sim.cost.Cost;
import org.trapline.sim.cost.Outcome;
import org.trapline.sim.isa.Signal;

/**
 * A node of the shared graph of what an operation comes to: its own trap, if it makes one, the cycles charged, and
 * the nodes it leads to, in order. Equal work is one node, however often it happens.
 */
final class TrapNode {

	/** What a node is made of, in order. */
	sealed interface Part {

		/** Cycles charged to a level. */
		record Charge(int level, Cost cost) implements Part {
		}

		/** Work that is a node of its own. */
		record Child(TrapNode node) implements Part {
		}

		/** Here a hypervisor starts a step; what follows, up to the next one, is the step's. */
		record Started(TrapTree.What.Runs step) implements Part {
		}

		/** Here another vCPU is signalled. */
		record Signalled(Signal signal) implements Part {
		}
	}

	/** The node's own trap; null where it makes none. Read for every trap of a trace, hence no Optional. */
	final Trap trap;
	/** What the hypervisors remember after it; bits as the machine numbers them. */
	final long remembered;
	/** Cycles of the node and all it leads to. */
	final long cycles;
	/** The children that lead to traps, in order; a trace never looks at the others. */
	final TrapNode[] trapping;
	/** Cycles from the node's start to that of each child in {@link #trapping}. */
	final long[] startOfTrapping;

	private final int level;
	private final Optional<TrapTree.What> what;
	private final List<Part> parts;
	private final Outcome outcome;
	private final Optional<Signal> signal;

	/**
	 * @param levels     how many there are
	 * @param level      whose software this is done by
	 * @param what       what is done, for people; empty where it only holds other nodes together
	 * @param trap       its own trap
	 * @param parts      in order
	 * @param remembered what the hypervisors remember after it
	 */
	TrapNode(int levels, int level, Optional<TrapTree.What> what, Optional<Trap> trap, List<Part> parts, long remembered) {
		this.level = level;
		this.what = what;
		this.trap = trap.orElse(null);
		this.parts = List.copyOf(parts);
		this.remembered = remembered;
		Outcome.Builder sum = new Outcome.Builder(levels);
		trap.ifPresent(t -> sum.trap(t.level()));
		List<TrapNode> nodes = new ArrayList<>();
		List<Long> starts = new ArrayList<>();
		Optional<Signal> first = Optional.empty();
		long time = 0;
		for (Part part : parts) {
			switch (part) {
			case Part.Charge(int charged, Cost cost) -> {
				sum.charge(charged, cost);
				time = Math.addExact(time, cost.cycles());
			}
			case Part.Child(TrapNode node) -> {
				sum.add(node.outcome);
				if (node.trap != null || node.trapping.length > 0) {
					nodes.add(node);
					starts.add(time);
				}
				first = first.or(() -> node.signal);
				time = Math.addExact(time, node.cycles);
			}
			case Part.Started started -> {
				// For people only.
			}
			case Part.Signalled(Signal signalled) -> first = first.or(() -> Optional.of(signalled));
			}
		}
		this.outcome = sum.build();
		this.signal = first;
		this.cycles = time;
		this.trapping = nodes.toArray(TrapNode[]::new);
		this.startOfTrapping = starts.stream().mapToLong(Long::longValue).toArray();
	}

	/** The level of the software that does it. */
	int level() {
		return level;
	}

	/** What is done, for people; empty where it only holds other nodes together. */
	Optional<TrapTree.What> what() {
		return what;
	}

	/** What it is made of, in order. */
	List<Part> parts() {
		return parts;
	}

	/** The node and all it leads to, added up. */
	Outcome outcome() {
		return outcome;
	}

	/** The first signal to another vCPU that it leads to. */
	Optional<Signal> signal() {
		return signal;
	}

	/** Charges what is done before the first signal. */
	void chargeUntilSignal(Outcome.Builder sum) {
		for (Part part : parts) {
			switch (part) {
			case Part.Charge(int charged, Cost cost) -> sum.charge(charged, cost);
			case Part.Child(TrapNode node) -> {
				if (node.signal.isPresent()) {
					node.chargeUntilSignal(sum);
					return;
				}
				sum.addCycles(node.outcome);
			}
			case Part.Started started -> {
				// For people only.
			}
			case Part.Signalled(Signal signalled) -> {
				return;
			}
			}
		}
	}
}
