// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.explain;

import java.io.IOException;
import java.util.ListIterator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.trapline.run.compile.ExitNames;
import org.trapline.sim.bill.Exit;
import org.trapline.sim.isa.Direction;
import org.trapline.sim.isa.Instruction;
import org.trapline.sim.isa.Operation;
import org.trapline.sim.isa.RegisterAccess;
import org.trapline.sim.stack.Step;
import org.trapline.sim.trap.TrapTree;
import org.trapline.sim.trap.TrapTree.What;

/**
 * The exits of an operation, one after the other, as a trace of the kernel has them: those of the vCPU that does it in the order of time, then those of a
 * vCPU that it signals. The sequence is not stored: it is read from the tree step by step.
 */
public final class ExitSequence {

	/**
	 * An exit.
	 *
	 * @param vcpu      0 for the vCPU that does the operation, 1 for the one that it signals, and so on
	 * @param level     the level that exits, 1 or more
	 * @param reason    the exit reason, under the kernel's name
	 * @param register  the register that is accessed; empty if the exit is not for an access
	 * @param direction whether that is read or written; present if {@code register} is
	 * @param operation the operation, if the exit is not for an access
	 * @param handler   the level of the hypervisor that handles the exit
	 * @param start     cycles from the start of the operation to the exit
	 * @param cycles    cycles from the exit until the software that exited continues, including all exits between
	 * @param path      the context of the exit, from the outside: {@code hypercall / L1 handles hypercall / exit "save timer"}; empty for the guest's own
	 * @param origin    the engine's object that made it, for {@link Explanation#origins()}: the step of a hypervisor's program; for the guest's own exit the operation
	 */
	public record Row(int vcpu, int level, String reason, Optional<String> register, Optional<Direction> direction, Optional<String> operation, int handler,
			long start, long cycles, String path, Object origin) {
		public Row {
			Objects.requireNonNull(reason);
			Objects.requireNonNull(register);
			Objects.requireNonNull(direction);
			Objects.requireNonNull(operation);
			Objects.requireNonNull(path);
			Objects.requireNonNull(origin);
		}
	}

	/** Receives the exits in order. */
	public interface Rows {
		/** @throws IOException when it cannot be written */
		void row(Row row) throws IOException;
	}

	private static final long NONE = -1;
	private static final String BETWEEN = " / ";

	private final Explanation explanation;
	private final Rows rows;
	/** Cycles from the start to the current place. */
	private long time;
	/** When the current operation first signalled another vCPU; {@link #NONE} before it did. */
	private long signalled = NONE;

	private ExitSequence(Explanation explanation, Rows rows) {
		this.explanation = explanation;
		this.rows = rows;
	}

	/**
	 * Gives all exits of an operation.
	 *
	 * @throws IOException when they cannot be taken
	 */
	static void of(Explanation explanation, Rows rows) throws IOException {
		ExitSequence sequence = new ExitSequence(explanation, rows);
		ListIterator<TrapTree> trees = explanation.tree().children().listIterator();
		while (trees.hasNext()) {
			sequence.operation(trees, 0);
		}
	}

	/** An operation of a vCPU, and the operations of the vCPUs that it signals. */
	private void operation(ListIterator<TrapTree> trees, int vcpu) throws IOException {
		TrapTree tree = trees.next();
		if (tree.what() instanceof What.UntilSignal) {
			walk(tree.children().getFirst(), vcpu, time, "", null, false);
			time += tree.cycles() + trees.next().cycles();
			operation(trees, vcpu + 1);
			return;
		}
		TrapTree after = trees.hasNext() ? trees.next() : null;
		boolean signals = after != null && after.what() instanceof What.Meanwhile;
		if (after != null && !signals) {
			trees.previous();
		}
		signalled = NONE;
		walk(tree, vcpu, time, "", null, signals);
		long end = time + tree.cycles();
		if (signals && after.what() instanceof What.Meanwhile(var signal)) {
			time = signalled + explanation.prices().cycles(signal.delay());
			operation(after.children().listIterator(), vcpu + 1);
		}
		time = end;
	}

	/**
	 * Walks through a tree.
	 *
	 * @param start   when it starts
	 * @param path    what it is in
	 * @param step    the step that it is in; null in the guest
	 * @param signals whether the signal of another vCPU is in it, which may happen where nothing exits
	 */
	private void walk(TrapTree tree, int vcpu, long start, String path, Step step, boolean signals) throws IOException {
		if (tree.trap().isPresent()) {
			rows.row(row(tree, vcpu, start, path, step));
		}
		if (signals && signalled == NONE && tree.level() == 0 && tree.what() instanceof What.Performs(Instruction instruction, var disposition)
				&& instruction.signal().isPresent()) {
			signalled = start + tree.cycles();
		}
		long next = start;
		String inside = null;
		Step within = tree.what() instanceof What.Runs runs ? runs.step() : step;
		for (TrapTree child : tree.children()) {
			if (child.traps() > 0 || signals && signalled == NONE) {
				inside = inside == null ? inside(tree, path) : inside;
				walk(child, vcpu, next, inside, within, signals);
			}
			next += child.cycles();
		}
	}

	private Row row(TrapTree tree, int vcpu, long start, String path, Step step) {
		Exit exit = tree.trap().orElseThrow();
		Operation operation = exit.operation();
		Optional<String> other = operation instanceof RegisterAccess ? Optional.empty() : Optional.of(operation.label());
		return new Row(vcpu, exit.level(), explanation.exits().reason(operation), ExitNames.register(operation), ExitNames.direction(operation), other,
				exit.handler(), start, tree.cycles(), path, step == null ? operation : step);
	}

	private static String inside(TrapTree tree, String path) {
		String name = switch (tree.what()) {
		case What.Runs runs -> runs.routine().name().toLowerCase(Locale.ROOT) + (runs.title().isEmpty() ? "" : " \"" + runs.title() + "\"");
		case What.Handles handles -> "L" + tree.level() + " " + handles.label();
		case What.Forwards forwards -> "L" + tree.level() + " " + forwards.label();
		case What.Performs(Operation operation, var disposition) -> operation.label();
		default -> tree.label();
		};
		return path.isEmpty() ? name : path + BETWEEN + name;
	}
}
