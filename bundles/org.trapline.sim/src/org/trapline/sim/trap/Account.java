// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.trap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.trapline.sim.bill.BillOverflowException;
import org.trapline.sim.bill.Charge;
import org.trapline.sim.bill.Counts;
import org.trapline.sim.bill.Exit;
import org.trapline.sim.bill.ExitCharges;
import org.trapline.sim.bill.Overlap;
import org.trapline.sim.bill.Way;
import org.trapline.sim.isa.Signal;
import org.trapline.sim.trap.TrapNode.Part;

/**
 * Adds up the charges of a graph's nodes. A node's number is higher than those of the nodes that it leads to, so that one pass over
 * the numbers, from the highest down, knows how often a node happens when it reaches it: the time is linear in the graph, however
 * many traps it represents.
 */
final class Account {

	private final List<TrapNode> nodes;
	private final boolean itemized;
	/** How often each node is added by itself, not through other nodes. */
	private final long[] added;
	private final Counts.Builder counts = new Counts.Builder();
	private final Map<Exit, Counts.Builder> exits = new LinkedHashMap<>();
	private final List<Overlap> overlaps = new ArrayList<>();
	/** L0's charges of a node outside of other traps, by its number; computed on demand. */
	private final Counts[] ofHost;

	/**
	 * @param nodes    of the graph, by their numbers
	 * @param itemized whether L0's charges are also itemized by the exits that they are for
	 */
	Account(List<TrapNode> nodes, boolean itemized) {
		this.nodes = nodes;
		this.itemized = itemized;
		this.added = new long[nodes.size()];
		this.ofHost = itemized ? new Counts[nodes.size()] : new Counts[0];
	}

	/** Adds a node and all nodes that it leads to. */
	void add(TrapNode node) {
		added[node.number]++;
	}

	/** Adds a charge that is not for an exit. */
	void add(Charge charge) {
		counts.add(charge, 1);
	}

	/** Adds a whole path. */
	void add(Way way) {
		counts.add(way.counts(), 1);
		overlaps.addAll(way.overlaps());
		way.exits().forEach(each -> exit(each.exit()).add(each.counts(), 1));
	}

	/** Adds an overlap of two vCPUs. */
	void add(Overlap overlap) {
		overlaps.add(overlap);
	}

	/** Adds the work of a node up to its first signal, and the signal's delay. */
	void addUntilSignal(TrapNode node, Signal signal) {
		node.beforeSignal(Optional.empty(), (trap, part) -> {
			switch (part) {
			case Part.Charged(Charge charge) -> {
				add(charge);
				if (itemized && charge.level() == 0) {
					trap.ifPresent(each -> exit(each).add(charge, 1));
				}
			}
			case Part.Child(TrapNode child) -> {
				add(child);
				if (itemized && child.trap == null) {
					trap.ifPresent(each -> exit(each).add(ofHost(child), 1));
				}
			}
			case Part.Started started -> throw new IllegalArgumentException("a step is not charged");
			case Part.Signalled signalled -> throw new IllegalArgumentException("a signal is not charged");
			}
		});
		add(new Charge(0, signal.delay()));
	}

	/**
	 * How often each kind of exit happens, in the order of time in which they are found.
	 *
	 * @throws BillOverflowException when a count exceeds 2^63 - 1
	 */
	Map<Exit, Long> exits() {
		long[] times = times();
		Map<Exit, Long> sum = new LinkedHashMap<>();
		for (int i = times.length - 1; i >= 0; i--) {
			TrapNode node = nodes.get(i);
			if (times[i] > 0 && node.trap != null) {
				long more = times[i];
				sum.merge(node.trap, more, (one, other) -> sum(one, other, node));
			}
		}
		return sum;
	}

	/**
	 * The charges so far.
	 *
	 * @throws BillOverflowException when a count exceeds 2^63 - 1; names the parameter and the level
	 */
	Way way() {
		long[] times = times();
		for (int i = times.length - 1; i >= 0; i--) {
			if (times[i] > 0) {
				for (Part part : nodes.get(i).parts()) {
					if (part instanceof Part.Charged(Charge charge)) {
						counts.add(charge, times[i]);
					}
				}
				if (itemized && nodes.get(i).trap != null) {
					exit(nodes.get(i).trap).add(ofHost(nodes.get(i)), times[i]);
				}
			}
		}
		return new Way(counts.build(), overlaps, exits.entrySet().stream().map(each -> new ExitCharges(each.getKey(), each.getValue().build())).toList());
	}

	private Counts.Builder exit(Exit exit) {
		return exits.computeIfAbsent(exit, each -> new Counts.Builder());
	}

	/** How often each node happens, by its number. */
	private long[] times() {
		long[] times = added.clone();
		for (int i = times.length - 1; i >= 0; i--) {
			if (times[i] > 0) {
				for (Part part : nodes.get(i).parts()) {
					if (part instanceof Part.Child(TrapNode child)) {
						times[child.number] = sum(times[child.number], times[i], child);
					}
				}
			}
		}
		return times;
	}

	private static long sum(long one, long other, TrapNode node) {
		long sum = one + other;
		if (sum < 0) {
			throw BillOverflowException.at(firstCharge(node).orElseThrow(() -> new ArithmeticException("a node without charges happens more than 2^63 - 1 times")));
		}
		return sum;
	}

	private static Optional<Charge> firstCharge(TrapNode node) {
		for (Part part : node.parts()) {
			Optional<Charge> found = switch (part) {
			case Part.Charged(Charge charge) -> Optional.of(charge);
			case Part.Child(TrapNode child) -> firstCharge(child);
			case Part.Started started -> Optional.empty();
			case Part.Signalled signalled -> Optional.empty();
			};
			if (found.isPresent()) {
				return found;
			}
		}
		return Optional.empty();
	}

	/** L0's charges of a node and of the nodes that it leads to, without those of other traps. */
	private Counts ofHost(TrapNode node) {
		if (ofHost[node.number] == null) {
			Counts.Builder sum = new Counts.Builder();
			for (Part part : node.parts()) {
				if (part instanceof Part.Charged(Charge charge) && charge.level() == 0) {
					sum.add(charge, 1);
				} else if (part instanceof Part.Child(TrapNode child) && child.trap == null) {
					sum.add(ofHost(child), 1);
				}
			}
			ofHost[node.number] = sum.build();
		}
		return ofHost[node.number];
	}
}
