// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
	}

	/** The node's own trap; null where it makes none. Read for every trap of a trace, hence no Optional. */
	final Trap trap;
	/** Cycles of the node and all it leads to. */
	final long cycles;
	/** The children that lead to traps, in order; a trace never looks at the others. */
	final TrapNode[] trapping;
	/** Cycles from the node's start to that of each child in {@link #trapping}. */
	final long[] startOfTrapping;

	private final Outcome outcome;

	TrapNode(int levels, Optional<Trap> trap, List<Part> parts) {
		this.trap = trap.orElse(null);
		Outcome.Builder sum = new Outcome.Builder(levels);
		trap.ifPresent(t -> sum.trap(t.level()));
		List<TrapNode> nodes = new ArrayList<>();
		List<Long> starts = new ArrayList<>();
		long time = 0;
		for (Part part : parts) {
			switch (part) {
			case Part.Charge(int level, Cost cost) -> {
				sum.charge(level, cost);
				time = Math.addExact(time, cost.cycles());
			}
			case Part.Child(TrapNode node) -> {
				sum.add(node.outcome);
				if (node.traps()) {
					nodes.add(node);
					starts.add(time);
				}
				time = Math.addExact(time, node.cycles);
			}
			}
		}
		this.outcome = sum.build();
		this.cycles = time;
		this.trapping = nodes.toArray(TrapNode[]::new);
		this.startOfTrapping = starts.stream().mapToLong(Long::longValue).toArray();
	}

	/** The node and all it leads to, added up. */
	Outcome outcome() {
		return outcome;
	}

	private boolean traps() {
		return trap != null || trapping.length > 0;
	}
}
