// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.trapline.sim.Disposition;
import org.trapline.sim.Instruction;
import org.trapline.sim.Operation;
import org.trapline.sim.RegisterAccess;
import org.trapline.sim.TrapTree;
import org.trapline.sim.TrapTree.What;

/**
 * A tree of traps as lines that a person reads. What is equal is shown once: repeats in a row are one line with their
 * number, and a part of the tree that was shown is only named again. What does not trap is one line, unless all is asked for.
 * So there are no more lines than the shared graph has nodes, however many traps there are.
 */
final class FoldedTree {

	/** What a line comes to. */
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
	 * @param count empty where the line goes on from the one above
	 */
	record Line(String text, Optional<Count> count) {
	}

	/** How operations that do not trap are counted. */
	private enum Untrapped {
		NATIVE, MEMORY, REDIRECTED
	}

	private static final int INDENT = 2;
	private static final String AS_ABOVE = " (as above)";
	private static final String EACH_TIME = " (each time)";
	/** There is more, which the depth leaves out. */
	private static final String MORE = " ...";

	private final int depth;
	private final boolean all;
	private final int width;
	private final TreeShapes shapes = new TreeShapes();
	/** What was shown, with the levels of the tree that were left for it: where there are more left now, there is more to show. */
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
			folded.node(List.of(root), who(root) + ": " + root.label(), 0);
		}
		return List.copyOf(folded.lines);
	}

	// ------------------------------------------------------------------------------------------- nodes

	/** Equal nodes in a row, and what is below one of them. */
	private void node(List<TrapTree> equal, String text, int indent) {
		TrapTree node = equal.get(0);
		int left = depth - indent - 1;
		Count count = Count.of(equal);
		List<String> registers = equal.size() > 1 ? registers(equal) : List.of();
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

	/** Whether there is something to say of what is below a node. */
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

	/** What is done after a signal, another vCPU does. */
	private void vcpus(List<TrapTree> nodes, int indent) {
		String vcpu = "";
		for (TrapTree node : nodes) {
			String text = text(List.of(node));
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

	/** A hypervisor's steps; those in a row that are shown above are one line. */
	private void steps(List<TrapTree> steps, int indent) {
		int next = 0;
		while (next < steps.size()) {
			int end = next;
			while (end < steps.size() && isShown(steps.get(end), depth - indent - 1)) {
				end++;
			}
			if (end - next > 1) {
				line(end - next + " steps" + AS_ABOVE + ": " + text(steps.subList(next, next + 1)) + " to "
						+ text(steps.subList(end - 1, end)), List.of(), Count.of(steps.subList(next, end)), indent);
				next = end;
			} else {
				node(steps.subList(next, next + 1), text(steps.subList(next, next + 1)), indent);
				next++;
			}
		}
	}

	/** Operations and work in order; unless all is asked for, the operations that do not trap are counted in one line. */
	private void parts(List<TrapTree> parts, int indent, String note) {
		List<TrapTree> untrapped = new ArrayList<>();
		List<TrapTree> equal = new ArrayList<>();
		for (TrapTree part : parts) {
			if (!all && part.what() instanceof What.Performs && part.trap().isEmpty()) {
				untrapped.add(part);
				continue;
			}
			if (!equal.isEmpty() && !joins(equal.get(0), part)) {
				node(equal, text(equal) + note, indent);
				equal = new ArrayList<>();
			}
			equal.add(part);
		}
		if (!equal.isEmpty()) {
			node(equal, text(equal) + note, indent);
		}
		if (!untrapped.isEmpty()) {
			line((untrapped.size() == 1 ? text(untrapped) : counted(untrapped)) + note, List.of(), Count.of(untrapped), indent);
		}
	}

	/** Whether two nodes in a row differ in nothing but the register. */
	private boolean joins(TrapTree one, TrapTree other) {
		return one.level() == other.level() && verb(one).equals(verb(other)) && one.disposition().equals(other.disposition())
				&& one.outcome().equals(other.outcome()) && shapes.below(one) == shapes.below(other);
	}

	// ------------------------------------------------------------------------------------------- words

	private static String who(TrapTree node) {
		return "L" + node.level() + " " + node.hypervisor().orElse("guest");
	}

	private static String verb(TrapTree node) {
		return node.what() instanceof What.Performs(RegisterAccess(var register, var direction), Disposition disposition)
				? direction.name().toLowerCase(Locale.ROOT)
				: node.label();
	}

	private static String text(List<TrapTree> equal) {
		TrapTree node = equal.get(0);
		String times = equal.size() > 1 ? " x" + equal.size() : "";
		return switch (node.what()) {
		case What.Round round -> who(node) + ": " + node.label();
		case What.Meanwhile meanwhile -> node.label() + ", done before the one that signalled goes on";
		case What.UntilSignal until -> "up to the signal to another vCPU, beside which the rest is done";
		case What.Handles handles -> who(node) + " " + node.label();
		case What.Forwards forwards -> who(node) + " " + node.label();
		case What.Runs runs ->
			runs.routine().name().toLowerCase(Locale.ROOT) + (runs.title().isEmpty() ? " (untitled step)" : " \"" + runs.title() + "\"");
		case What.Spends spends -> "L" + node.level() + " spends " + node.label() + times;
		case What.Performs(RegisterAccess access, Disposition disposition) when equal.size() > 1 ->
			"L" + node.level() + " " + verb(node) + times + fate(node, disposition);
		case What.Performs(Operation operation, Disposition disposition) ->
			"L" + node.level() + " " + node.label() + times + fate(node, disposition) + signal(node, operation);
		};
	}

	/** The registers that are accessed; none where the operation is no access. */
	private static List<String> registers(List<TrapTree> accesses) {
		List<String> names = new ArrayList<>();
		for (TrapTree each : accesses) {
			if (each.what() instanceof What.Performs(RegisterAccess access, Disposition disposition)) {
				names.add(access.register().name());
			}
		}
		return names;
	}

	private static String fate(TrapTree node, Disposition disposition) {
		return switch (disposition) {
		case Disposition.Native() -> " -> native";
		case Disposition.Memory memory -> " -> memory";
		case Disposition.Redirect(var target) -> " -> " + target.name();
		case Disposition.Trap trap -> " -> traps, L" + node.trap().orElseThrow().handler() + " handles it";
		};
	}

	/** L0 signals; above it an operation only asks for that. */
	private static String signal(TrapTree node, Operation operation) {
		return node.level() == 0 && operation instanceof Instruction instruction
				? instruction.signal().map(signal -> ", signals another vCPU: " + signal.operation().label()).orElse("")
				: "";
	}

	private static String counted(List<TrapTree> untrapped) {
		Map<Untrapped, Integer> counts = new EnumMap<>(Untrapped.class);
		boolean accesses = true;
		for (TrapTree each : untrapped) {
			if (each.what() instanceof What.Performs(Operation operation, Disposition disposition)) {
				counts.merge(kind(disposition), 1, Integer::sum);
				accesses &= operation instanceof RegisterAccess;
			}
		}
		String noun = accesses ? "access" : "operation";
		String plural = accesses ? "accesses" : "operations";
		List<String> words = new ArrayList<>();
		counts.forEach((kind, count) -> {
			String what = count == 1 ? noun : plural;
			words.add(switch (kind) {
			case NATIVE -> count + " native " + what;
			case MEMORY -> count + " " + what + " to memory";
			case REDIRECTED -> count + " redirected " + what;
			});
		});
		return "L" + untrapped.get(0).level() + " " + String.join(", ", words);
	}

	private static Untrapped kind(Disposition disposition) {
		return switch (disposition) {
		case Disposition.Native() -> Untrapped.NATIVE;
		case Disposition.Memory memory -> Untrapped.MEMORY;
		case Disposition.Redirect redirect -> Untrapped.REDIRECTED;
		case Disposition.Trap trap -> throw new IllegalArgumentException("a trap");
		};
	}

	// ------------------------------------------------------------------------------------------- lines

	/** One line, or more where it is too long. */
	private void line(String start, List<String> names, Count count, int indent) {
		String text = names.isEmpty() ? start : start + ": " + String.join(", ", names);
		// Where the stack is so deep that indentation would take the whole page, it stops to grow.
		int margin = Math.min(indent * INDENT, width / 2);
		Optional<Count> once = Optional.of(count);
		for (String line : Wrapped.lines(text, margin, width)) {
			lines.add(new Line(line, once));
			once = Optional.empty();
		}
	}
}
