// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.trap;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.trapline.sim.bill.BillOverflowException;
import org.trapline.sim.bill.Charge;
import org.trapline.sim.bill.Outcome;
import org.trapline.sim.cost.Prices;
import org.trapline.sim.trap.TrapNode.Part;

/** The outcomes of a graph's nodes at given prices, each with all nodes that it leads to; computed once for each node, on demand. */
final class NodePrices {

	private final int levels;
	private final Prices prices;
	private final Map<TrapNode, Outcome> outcomes = new IdentityHashMap<>();

	NodePrices(int levels, Prices prices) {
		this.levels = levels;
		this.prices = prices;
	}

	/** Cycles of a charge. */
	long cycles(Charge charge) {
		return prices.cycles(charge.term());
	}

	/** Cycles of a node and all nodes that it leads to. */
	long cycles(TrapNode node) {
		return outcome(node).cycles();
	}

	/**
	 * The outcome of a node and all nodes that it leads to.
	 *
	 * @throws BillOverflowException when a number exceeds 2^63 - 1
	 */
	Outcome outcome(TrapNode node) {
		Outcome known = outcomes.get(node);
		if (known == null) {
			Outcome.Builder sum = new Outcome.Builder(levels);
			if (node.trap != null) {
				sum.traps(node.trap.level(), 1);
			}
			add(node.parts(), sum);
			known = sum.build();
			outcomes.put(node, known);
		}
		return known;
	}

	/** Parts of a node, added up. */
	Outcome outcome(List<Part> parts) {
		Outcome.Builder sum = new Outcome.Builder(levels);
		add(parts, sum);
		return sum.build();
	}

	/** Charges added up. */
	Outcome outcome(Charge charge) {
		Outcome.Builder sum = new Outcome.Builder(levels);
		sum.charge(charge, cycles(charge));
		return sum.build();
	}

	/** All traps of an outcome, and the cycles up to the node's first signal. */
	Outcome untilSignal(TrapNode node) {
		Outcome.Builder sum = new Outcome.Builder(levels);
		sum.addTraps(outcome(node));
		node.beforeSignal(Optional.empty(), (trap, part) -> sum.addCycles(outcome(List.of(part))));
		return sum.build();
	}

	/** Traps alone. */
	Outcome traps(Outcome outcome) {
		Outcome.Builder sum = new Outcome.Builder(levels);
		sum.addTraps(outcome);
		return sum.build();
	}

	private void add(List<Part> parts, Outcome.Builder sum) {
		for (Part part : parts) {
			switch (part) {
			case Part.Charged(Charge charge) -> sum.charge(charge, cycles(charge));
			case Part.Child(TrapNode node) -> sum.add(outcome(node));
			case Part.Started started -> {
				// Costs nothing.
			}
			case Part.Signalled signalled -> {
				// Costs nothing.
			}
			}
		}
	}
}
