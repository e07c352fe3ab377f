// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.trapline.sim.trap.TrapTree;
import org.trapline.sim.trap.TrapTree.What;

/**
 * A row of a trap flow: work of software at a level, with the rows that it consists of. Equal successive rows are one row, whose
 * parts are the single ones. Parts are created on demand, so that a flow of a billion traps costs only what is looked at.
 * Immutable.
 */
public final class FlowNode {

	/** What a row is. */
	public enum Kind {
		/** One iteration of the guest's workload. */
		ROUND,
		/** An operation traps: an arrow to L0, and on to the one that handles it. */
		TRAP,
		/** Software that waits is woken: it has exited before, so that its hypervisor handles this without an exit. */
		WAKE_UP,
		/** A hypervisor forwards an exit to its guest hypervisor. */
		FORWARD,
		/** A hypervisor handles an exit. */
		HANDLE,
		/** A step of a hypervisor's program. */
		STEP,
		/** Cycles go by. */
		WORK,
		/** Operations that do not trap. */
		UNTRAPPED,
		/** Software that trapped continues. */
		RETURN,
		/** Another vCPU is signalled, or runs concurrently. */
		OTHER_VCPU
	}

	private final TrapFlow flow;
	private final String path;
	private final int depth;
	private final Kind kind;
	private final int level;
	private final int target;
	private final String label;
	private final Fold fold;
	private final long start;
	private final Supplier<List<FlowNode>> parts;

	private FlowNode(TrapFlow flow, String path, int depth, Kind kind, int level, int target, String label, Fold fold, long start,
			Supplier<List<FlowNode>> parts) {
		this.flow = flow;
		this.path = path;
		this.depth = depth;
		this.kind = kind;
		this.level = level;
		this.target = target;
		this.label = label;
		this.fold = fold;
		this.start = start;
		this.parts = parts;
	}

	static FlowNode root(TrapFlow flow, TrapTree tree) {
		return node(flow, "0", 0, Fold.of(tree), 0);
	}

	private static FlowNode node(TrapFlow flow, String path, int depth, Fold fold, long start) {
		TrapTree tree = fold.first();
		Kind kind = kind(fold);
		int level = tree.level();
		int target = switch (kind) {
		case TRAP, WAKE_UP -> tree.handler().orElseThrow();
		case FORWARD -> level + 1;
		default -> level;
		};
		return new FlowNode(flow, path, depth, kind, level, target, label(fold), fold, start, () -> parts(flow, path, depth + 1, fold, start));
	}

	private static Kind kind(Fold fold) {
		if (fold.untrapped()) {
			return Kind.UNTRAPPED;
		}
		return switch (fold.first().what()) {
		case What.Round round -> Kind.ROUND;
		case What.Performs performs when fold.first().trap().isPresent() -> Kind.TRAP;
		case What.Performs performs -> fold.first().handler().isPresent() ? Kind.WAKE_UP : Kind.UNTRAPPED;
		case What.Forwards forwards -> Kind.FORWARD;
		case What.Handles handles -> Kind.HANDLE;
		case What.Runs runs -> Kind.STEP;
		case What.Spends spends -> Kind.WORK;
		case What.UntilSignal until -> Kind.OTHER_VCPU;
		case What.Meanwhile meanwhile -> Kind.OTHER_VCPU;
		};
	}

	private static String label(Fold fold) {
		TrapTree tree = fold.first();
		int count = fold.nodes().size();
		String times = count > 1 ? " \u00d7" + count : "";
		if (fold.untrapped() || tree.what() instanceof What.Performs && !Fold.traps(tree)) {
			return TreeWords.text(fold).replaceFirst("^L\\d+ ", "").replace(" -> ", " \u2192 ");
		}
		return switch (tree.what()) {
		case What.Performs performs -> (count > 1 ? TreeWords.verb(tree) : tree.label()) + times;
		case What.Runs runs -> runs.title().isEmpty() ? "(untitled step)" : runs.title();
		case What.Spends spends -> spends.label() + times;
		case What.Forwards forwards -> forwards.label() + " to L" + (tree.level() + 1);
		case What.Round round -> "one iteration of " + round.label();
		case What.UntilSignal until -> "up to the signal to another vCPU";
		default -> tree.label();
		};
	}

	private static List<FlowNode> parts(TrapFlow flow, String path, int depth, Fold fold, long start) {
		if (fold.nodes().size() > 1) {
			return nodes(flow, path, depth, fold.nodes().stream().map(node -> new Fold(List.of(node), false)).toList(), start);
		}
		TrapTree tree = fold.first();
		return switch (tree.what()) {
		case What.Spends spends -> List.of();
		case What.Performs performs when !Fold.traps(tree) -> List.of();
		case What.Performs performs -> {
			List<FlowNode> parts = new ArrayList<>(nodes(flow, path, depth, Fold.parts(tree.children(), true, flow.shapes()), start));
			parts.add(new FlowNode(flow, path + ".r", depth, Kind.RETURN, tree.handler().orElseThrow(), tree.level(), "back to L" + tree.level(),
					new Fold(List.of(), false), Math.addExact(start, tree.cycles()), List::of));
			yield parts;
		}
		case What.Runs runs -> nodes(flow, path, depth, Fold.parts(tree.children(), false, flow.shapes()), start);
		default -> nodes(flow, path, depth, tree.children().stream().map(Fold::of).toList(), start);
		};
	}

	private static List<FlowNode> nodes(TrapFlow flow, String path, int depth, List<Fold> folds, long start) {
		List<FlowNode> nodes = new ArrayList<>();
		long time = start;
		for (int i = 0; i < folds.size(); i++) {
			nodes.add(node(flow, path + "." + i, depth, folds.get(i), time));
			time = Math.addExact(time, folds.get(i).cycles());
		}
		return List.copyOf(nodes);
	}

	/** The flow that it belongs to. */
	public TrapFlow flow() {
		return flow;
	}

	/** Its place in the flow: the same place has the same path in the flow of a study that was edited elsewhere. */
	public String path() {
		return path;
	}

	/** Its depth: the number of rows above it. */
	public int depth() {
		return depth;
	}

	/** What it is. */
	public Kind kind() {
		return kind;
	}

	/** The lane that does it. */
	public int level() {
		return level;
	}

	/** The lane that it leads to: of a trap the one that handles it, of a forward the guest hypervisor, of a return the one that continues. */
	public int target() {
		return target;
	}

	/** For output, without the level that does it. */
	public String label() {
		return label;
	}

	/** The number of equal rows that it stands for; 0 for a return. */
	public int count() {
		return fold.nodes().size();
	}

	/** Traps of it and all below. */
	public long traps() {
		return fold.traps();
	}

	/** Cycles of it and all below. */
	public long cycles() {
		return fold.cycles();
	}

	/** Cycles from the beginning of the operation. */
	public long start() {
		return start;
	}

	/** The part of the tree of traps that it shows, or the first of equal ones; there is none for a return. */
	public Optional<TrapTree> tree() {
		return fold.nodes().stream().findFirst();
	}

	/** All parts of the tree of traps that it stands for. */
	public List<TrapTree> trees() {
		return fold.nodes();
	}

	/** Whether it has parts. */
	public boolean hasParts() {
		if (fold.nodes().size() > 1) {
			return true;
		}
		return switch (kind) {
		case WORK, UNTRAPPED, RETURN -> false;
		case TRAP, WAKE_UP -> true;
		default -> !fold.first().children().isEmpty();
		};
	}

	/** The rows that it consists of, in order of time; created anew with each call. */
	public List<FlowNode> parts() {
		return parts.get();
	}

	/** Whether another row lies below this one, however deep. */
	public boolean contains(FlowNode other) {
		return other.path.startsWith(path + ".");
	}

	/** The same place of the same flow. */
	@Override
	public boolean equals(Object other) {
		return other instanceof FlowNode that && flow == that.flow && path.equals(that.path);
	}

	@Override
	public int hashCode() {
		return Objects.hashCode(path);
	}

	@Override
	public String toString() {
		return "L" + level + " " + label;
	}
}
