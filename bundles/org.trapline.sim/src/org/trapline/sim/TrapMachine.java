// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.trapline.sim.TrapNode.Part;
import org.trapline.sim.TrapNode.Part.Charge;
import org.trapline.sim.TrapNode.Part.Child;

/**
 * Expands an operation of the guest of a stack into its traps.
 *
 * <p>
 * Everything follows from three rules. A trap enters L0, at every level. A hypervisor handles exits of its own guest and
 * forwards those of guests further up to the hypervisor that it runs. What a hypervisor does are operations at its
 * own level, which may trap in turn.
 *
 * <p>
 * What a hypervisor does for an exit depends on the reason only, not on who exited for it further up. So there is one
 * node for each operation at a level, one for each reason that a level handles, and one for each that it forwards:
 * their number is linear in the depth, though the number of traps is exponential.
 *
 * <p>
 * Not thread-safe; two machines share nothing.
 */
public final class TrapMachine {

	private enum Task {
		/** A hypervisor handles an exit of its own guest. */
		HANDLE,
		/** A hypervisor forwards an exit to the one that it runs. */
		FORWARD,
		/** All hypervisors below a level forward an exit up to it. */
		FORWARD_UP_TO
	}

	private record PerformKey(int level, Operation operation) {
	}

	private record TaskKey(Task task, int level, ExitReason reason) {
	}

	private final VirtualMachineStack stack;
	private final List<GuestContext> contexts;
	private final Map<PerformKey, TrapNode> performed = new HashMap<>();
	private final Map<TaskKey, TrapNode> tasks = new HashMap<>();

	public TrapMachine(VirtualMachineStack stack) {
		this.stack = stack;
		List<GuestContext> byLevel = new ArrayList<>();
		for (int level = 1; level <= stack.guestLevel(); level++) {
			byLevel.add(stack.context(level));
		}
		this.contexts = List.copyOf(byLevel);
	}

	/**
	 * What an operation of the guest on top comes to.
	 *
	 * @throws SimulationException when a hypervisor lacks a handler that the operation leads to
	 * @throws ArithmeticException when a count exceeds 2^63 - 1
	 */
	public Outcome run(Operation operation) {
		return perform(stack.guestLevel(), operation).outcome();
	}

	/**
	 * The traps of an operation of the guest on top, in the order of time.
	 *
	 * @throws SimulationException when a hypervisor lacks a handler that the operation leads to
	 * @throws ArithmeticException when a count exceeds 2^63 - 1
	 */
	public TrapTrace trace(Operation operation) {
		return new TrapTrace(perform(stack.guestLevel(), operation));
	}

	/** Tells every trap of an operation of the guest on top, in the order of time; see {@link #trace(Operation)}. */
	public void trace(Operation operation, TrapListener listener) {
		TrapTrace trace = trace(operation);
		while (trace.next()) {
			listener.trap(trace.trap());
		}
	}

	private TrapNode perform(int level, Operation operation) {
		PerformKey key = new PerformKey(level, operation);
		TrapNode known = performed.get(key);
		if (known == null) {
			known = expand(level, operation);
			performed.put(key, known);
		}
		return known;
	}

	private TrapNode expand(int level, Operation operation) {
		if (level == 0) {
			return untrapped(level, operation.nativeCost());
		}
		return switch (stack.disposition(operation, contexts.get(level - 1))) {
		case Disposition.Native() -> untrapped(level, operation.nativeCost());
		case Disposition.Memory(Cost cost) -> untrapped(level, cost);
		case Disposition.Redirect(Register target) -> untrapped(level, redirectedCost(operation, target));
		case Disposition.Trap() -> trapped(level, operation);
		};
	}

	private TrapNode untrapped(int level, Cost cost) {
		return node(Optional.empty(), List.of(new Charge(level, cost)));
	}

	private static Cost redirectedCost(Operation operation, Register target) {
		return switch (operation) {
		case RegisterAccess access -> target.cost(access.direction());
		case Instruction instruction ->
			throw new SimulationException(instruction.label() + " is no register access: it cannot be redirected to " + target);
		};
	}

	private TrapNode trapped(int level, Operation operation) {
		ExitReason reason = operation.exitReason();
		return node(Optional.of(new Trap(level, operation)), List.of(new Charge(0, stack.cpu().trapEntry()),
				new Child(task(Task.FORWARD_UP_TO, level - 1, reason)), new Child(task(Task.HANDLE, level - 1, reason))));
	}

	private TrapNode task(Task task, int level, ExitReason reason) {
		TaskKey key = new TaskKey(task, level, reason);
		TrapNode known = tasks.get(key);
		if (known == null) {
			known = switch (task) {
			case HANDLE -> served(level, reason, handler(level, reason));
			case FORWARD -> served(level, reason, stack.hypervisors().get(level).forward());
			case FORWARD_UP_TO -> level == 0 ? node(Optional.empty(), List.of())
					: node(Optional.empty(), List.of(new Child(task(Task.FORWARD_UP_TO, level - 1, reason)),
							new Child(task(Task.FORWARD, level - 1, reason))));
			};
			tasks.put(key, known);
		}
		return known;
	}

	/** What the hypervisor at a level does for an exit: its exit path, what it does about the reason, and its entry path. */
	private TrapNode served(int level, ExitReason reason, List<Step> middle) {
		Hypervisor hypervisor = stack.hypervisors().get(level);
		List<Part> parts = new ArrayList<>();
		run(hypervisor.exit(), level, reason, parts);
		run(middle, level, reason, parts);
		run(hypervisor.enter(), level, reason, parts);
		return node(Optional.empty(), parts);
	}

	private void run(List<Step> steps, int level, ExitReason reason, List<Part> parts) {
		for (Step step : steps) {
			// A hypervisor sees how the software right above it runs, whoever exited further up.
			if (step.runs(reason, stack.runsWith(level + 1))) {
				for (Action action : step.actions()) {
					parts.add(switch (action) {
					case Action.Perform(Operation operation) -> new Child(perform(level, operation));
					case Action.Work(Cost cost) -> new Charge(level, cost);
					});
				}
			}
		}
	}

	private List<Step> handler(int level, ExitReason reason) {
		Hypervisor hypervisor = stack.hypervisors().get(level);
		return hypervisor.handler(reason)
				.orElseThrow(() -> new SimulationException("stack " + stack.name() + ": hypervisor " + hypervisor.name() + " at L"
						+ level + " has no handler for " + reason.label() + ", for which L" + (level + 1) + " exits"));
	}

	private TrapNode node(Optional<Trap> trap, List<Part> parts) {
		return new TrapNode(stack.guestLevel() + 1, trap, parts);
	}
}
