// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.explain;

import java.util.ArrayList;
import java.util.List;

import org.trapline.sim.spi.Disposition;
import org.trapline.sim.trap.TrapTree;
import org.trapline.sim.trap.TrapTree.What;

/**
 * Nodes of a tree of traps that are shown as one: equal successive nodes, or operations that do not trap.
 *
 * @param nodes     at least one
 * @param untrapped whether they are operations that do not trap, of whatever kind
 */
record Fold(List<TrapTree> nodes, boolean untrapped) {

	Fold {
		nodes = List.copyOf(nodes);
	}

	/** A single node. */
	static Fold of(TrapTree node) {
		return new Fold(List.of(node), false);
	}

	/** The first of them, which represents equal ones. */
	TrapTree first() {
		return nodes.get(0);
	}

	/**
	 * Folds operations and work, in their order. Unless all are requested, the operations that do not trap are one fold, the last.
	 *
	 * @param shapes decides which nodes are equal
	 */
	static List<Fold> parts(List<TrapTree> parts, boolean all, TreeShapes shapes) {
		List<Fold> folds = new ArrayList<>();
		List<TrapTree> untrapped = new ArrayList<>();
		List<TrapTree> equal = new ArrayList<>();
		for (TrapTree part : parts) {
			if (!all && part.what() instanceof What.Performs && !traps(part)) {
				untrapped.add(part);
				continue;
			}
			if (!equal.isEmpty() && !joins(equal.get(0), part, shapes)) {
				folds.add(new Fold(equal, false));
				equal = new ArrayList<>();
			}
			equal.add(part);
		}
		if (!equal.isEmpty()) {
			folds.add(new Fold(equal, false));
		}
		if (!untrapped.isEmpty()) {
			folds.add(new Fold(untrapped, true));
		}
		return folds;
	}

	/** Whether two successive nodes differ only in the register; of traps, everything below them and the stand-in instruction is compared, too. */
	private static boolean joins(TrapTree one, TrapTree other, TreeShapes shapes) {
		return one.level() == other.level() && TreeWords.verb(one).equals(TreeWords.verb(other))
				&& (traps(one) && traps(other) || one.disposition().equals(other.disposition()))
				&& one.outcome().equals(other.outcome()) && shapes.below(one) == shapes.below(other);
	}

	/** Traps of all of them. */
	long traps() {
		return nodes.stream().mapToLong(TrapTree::traps).reduce(0, Math::addExact);
	}

	/** Cycles of all of them. */
	long cycles() {
		return nodes.stream().mapToLong(TrapTree::cycles).reduce(0, Math::addExact);
	}

	/** Whether an operation traps, or is a wake-up, which a hypervisor handles without an exit. */
	static boolean traps(TrapTree node) {
		return node.what() instanceof What.Performs(var operation, Disposition disposition) && disposition instanceof Disposition.Trap;
	}
}
