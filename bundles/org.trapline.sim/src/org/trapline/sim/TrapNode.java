// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim;

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

	private final Optional<Trap> trap;
	private final List<Part> parts;
	private final Outcome outcome;

	TrapNode(int levels, Optional<Trap> trap, List<Part> parts) {
		this.trap = trap;
		this.parts = List.copyOf(parts);
		Outcome.Builder sum = new Outcome.Builder(levels);
		trap.ifPresent(t -> sum.trap(t.level()));
		for (Part part : parts) {
			switch (part) {
			case Part.Charge(int level, Cost cost) -> sum.charge(level, cost);
			case Part.Child(TrapNode node) -> sum.add(node.outcome);
			}
		}
		this.outcome = sum.build();
	}

	/** The node and all it leads to, added up. */
	Outcome outcome() {
		return outcome;
	}

	/** Tells every trap, in the order of time. */
	void trace(TrapListener listener) {
		trap.ifPresent(listener::trap);
		for (Part part : parts) {
			if (part instanceof Part.Child(TrapNode node)) {
				node.trace(listener);
			}
		}
	}
}
