// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.trapline.sim.trap.TrapTree;
import org.trapline.sim.trap.TrapTree.What;

/**
 * Numbers the shapes of trees: two trees have the same number when they have the same work, in the same order, at the same levels.
 * Visits each node of the shared graph once.
 */
final class TreeShapes {

	private record Shape(int level, What what, List<Integer> children) {
	}

	private final Map<Shape, Integer> numbers = new HashMap<>();
	private final Map<List<Integer>, Integer> numbersOfConsequences = new HashMap<>();
	private final Map<TrapTree, Integer> known = new HashMap<>();
	private final Map<TrapTree, Integer> knownBelow = new HashMap<>();

	/** The shape of a tree. */
	private int of(TrapTree tree) {
		Integer number = known.get(tree);
		if (number == null) {
			number = number(new Shape(tree.level(), tree.what(), children(tree)));
			known.put(tree, number);
		}
		return number;
	}

	/**
	 * The shape of what is shown below a node. Of a trap, that is the work for it, whichever operation trapped; of a step or a
	 * hypervisor's work for an exit, it includes the name.
	 */
	int below(TrapTree tree) {
		if (!(tree.what() instanceof What.Performs)) {
			return of(tree);
		}
		Integer number = knownBelow.get(tree);
		if (number == null) {
			// Negative, so that it differs from every shape.
			number = numbersOfConsequences.computeIfAbsent(children(tree), children -> -1 - numbersOfConsequences.size());
			knownBelow.put(tree, number);
		}
		return number;
	}

	private int number(Shape shape) {
		return numbers.computeIfAbsent(shape, each -> numbers.size());
	}

	private List<Integer> children(TrapTree tree) {
		List<Integer> children = new ArrayList<>();
		for (TrapTree child : tree.children()) {
			children.add(of(child));
		}
		return List.copyOf(children);
	}
}
