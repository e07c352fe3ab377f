// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.trapline.result.format.Wrapped;
import org.trapline.sim.trap.TrapTree;
import org.trapline.sim.trap.TrapTree.What;

/**
 * A tree of traps as lines of text. Equal parts are shown once: successive repetitions are one line with their number, and a part
 * of the tree that was shown before is only named. Operations that do not trap are one line, unless all are requested. So there are
 * no more lines than the shared graph has nodes, however many traps there are.
 */
final class FoldedTree {

	/** The numbers of a line. */
	record Count(long traps, long cycles) {

		private static Count of(List<TrapTree> nodes) {
			long traps = 0;
			long cycles = 0;
			for (TrapTree node : nodes) {
				traps = Math.addExact(traps, node.traps());
				cycles = Math.addExact(cycles, node.cycles());
			}
			return new Count(traps, cycles);
		}
	}

	/**
	 * A line.
	 *
	 * @param text  indented
	 * @param count empty where the line continues the one above
	 */
	record Line(String text, Optional<Count> count) {
	}

	private static final int INDENT = 2;
	private static final String AS_ABOVE = " (as above)";
	private static final String EACH_TIME = " (each time)";
	/** Marks parts that the depth leaves out. */
	private static final String MORE = " ...";

	private final int depth;
	private final boolean all;
	private final int width;
	private final TreeShapes shapes = new TreeShapes();
	/** The shown parts, with the levels of the tree that were left for them: with more levels left, there is more to show. */
	private final Map<Integer, Integer> shown = new HashMap<>();
	private final List<Line> lines = new ArrayList<>();

	private FoldedTree(int depth, boolean all, int width) {
		this.depth = depth;
		this.all = all;
		this.width = width;
	}

	/**
	 * The lines of a tree.
	 *
	 * @param root  a workload
	 * @param depth levels of the tree to show
	 * @param all   also what does not trap, one by one
	 * @param width columns of a line
	 */
	static List<Line> lines(TrapTree root, int depth, boolean all, int width) {
		FoldedTree folded = new FoldedTree(depth, all, width);
		if (root.children().size() == 1) {
			folded.below(root, 0, "");
		} else {
			folded.node(List.of(root), TreeWords.who(root) + ": " + root.label(), 0);
		}
		return List.copyOf(folded.lines);
	}

	// ------------------------------------------------------------------------------------------- nodes

	/** Equal successive nodes, and what is below one of them. */
	private void node(List<TrapTree> equal, String text, int indent) {
		TrapTree node = equal.get(0);
		int left = depth - indent - 1;
		Count count = Count.of(equal);
		List<String> registers = equal.size() > 1 ? TreeWords.registers(equal) : List.of();
		if (!opens(node)) {
			line(text, registers, count, indent);
			shown.putIfAbsent(shapes.below(node), 0);
		} else if (isShown(node, left)) {
			line(text + AS_ABOVE, registers, count, indent);
		} else if (left == 0) {
			line(text + MORE, registers, count, indent);
		} else {
			line(text, registers, count, indent);
			shown.put(shapes.below(node), left);
			below(node, indent + 1, equal.size() > 1 ? EACH_TIME : "");
		}
	}

	/** Whether there is something to show below a node. */
	private boolean opens(TrapTree node) {
		long own = node.trap().isPresent() ? 1 : 0;
		return node.traps() > own || all && !node.children().isEmpty();
	}

	private boolean isShown(TrapTree node, int left) {
		return shown.getOrDefault(shapes.below(node), -1) >= (opens(node) ? left : 0);
	}

	private void below(TrapTree node, int indent, String note) {
		switch (node.what()) {
		case What.Forwards forwards -> steps(node.children(), indent);
		case What.Handles handles -> steps(node.children(), indent);
		case What.Round round -> vcpus(node.children(), indent);
		case What.Performs performs -> parts(node.children(), indent, note);
		case What.Runs runs -> parts(node.children(), indent, note);
		case What.UntilSignal until -> parts(node.children(), indent, note);
		case What.Meanwhile meanwhile -> vcpus(node.children(), indent);
		case What.Spends spends -> throw new IllegalArgumentException("nothing is below " + node);
		}
	}

	/** Work after a signal is that of another vCPU. */
	private void vcpus(List<TrapTree> nodes, int indent) {
		String vcpu = "";
		for (TrapTree node : nodes) {
			String text = TreeWords.text(List.of(node));
			switch (node.what()) {
			case What.UntilSignal until -> {
				node(List.of(node), text, indent);
				vcpu = ", on another vCPU";
			}
			case What.Spends spends -> node(List.of(node), "until it arrives: " + node.label(), indent);
			default -> node(List.of(node), text + vcpu, indent);
			}
		}
	}

	/** A hypervisor's steps; successive ones that are shown above are one line. */
	private void steps(List<TrapTree> steps, int indent) {
		int next = 0;
		while (next < steps.size()) {
			int end = next;
			while (end < steps.size() && isShown(steps.get(end), depth - indent - 1)) {
				end++;
			}
			if (end - next > 1) {
				line(end - next + " steps" + AS_ABOVE + ": " + TreeWords.text(steps.subList(next, next + 1)) + " to "
						+ TreeWords.text(steps.subList(end - 1, end)), List.of(), Count.of(steps.subList(next, end)), indent);
				next = end;
			} else {
				node(steps.subList(next, next + 1), TreeWords.text(steps.subList(next, next + 1)), indent);
				next++;
			}
		}
	}

	/** Operations and work in order; unless all is asked for, the operations that do not trap are counted in one line. */
	private void parts(List<TrapTree> parts, int indent, String note) {
		for (Fold fold : Fold.parts(parts, all, shapes)) {
			if (fold.untrapped()) {
				line(TreeWords.text(fold) + note, List.of(), Count.of(fold.nodes()), indent);
			} else {
				node(fold.nodes(), TreeWords.text(fold) + note, indent);
			}
		}
	}

	// ------------------------------------------------------------------------------------------- lines

	/** One line, or more where it is too long. */
	private void line(String start, List<String> names, Count count, int indent) {
		String text = names.isEmpty() ? start : start + ": " + String.join(", ", names);
		// In deep stacks indentation would take the whole width: it stops growing.
		int margin = Math.min(indent * INDENT, width / 2);
		Optional<Count> once = Optional.of(count);
		for (String line : Wrapped.lines(text, margin, width)) {
			lines.add(new Line(line, once));
			once = Optional.empty();
		}
	}
}
