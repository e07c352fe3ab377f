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
 * own level, which may trap in turn. Work that depends on the same level and operation is done once and shared, so that
 * cost grows linearly with depth though the number of traps grows exponentially.
 *
 * <p>
 * Not thread-safe; two machines share nothing.
 */
public final class TrapMachine {

	private record PerformKey(int level, Operation operation) {
	}

	private record ExitKey(int hypervisor, int guest, Operation operation) {
	}

	private final VirtualMachineStack stack;
	private final List<GuestContext> contexts;
	private final Map<PerformKey, TrapNode> performed = new HashMap<>();
	private final Map<ExitKey, TrapNode> exits = new HashMap<>();

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
	 * Tells every trap of an operation of the guest on top, in the order of time.
	 *
	 * @throws SimulationException when a hypervisor lacks a handler that the operation leads to
	 */
	public void trace(Operation operation, TrapListener listener) {
		perform(stack.guestLevel(), operation).trace(listener);
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
		case Disposition.Trap() -> new TrapNode(stack.guestLevel() + 1, Optional.of(new Trap(level, operation)),
				List.of(new Charge(0, stack.cpu().trapEntry()), new Child(exit(0, level, operation))));
		};
	}

	private TrapNode untrapped(int level, Cost cost) {
		return new TrapNode(stack.guestLevel() + 1, Optional.empty(), List.of(new Charge(level, cost)));
	}

	private static Cost redirectedCost(Operation operation, Register target) {
		return switch (operation) {
		case RegisterAccess access -> target.cost(access.direction());
		case Instruction instruction ->
			throw new SimulationException(instruction.label() + " is no register access: it cannot be redirected to " + target);
		};
	}

	/** What the hypervisor at a level, and those above it that come to bear, do for an exit of a guest. */
	private TrapNode exit(int hypervisor, int guest, Operation operation) {
		ExitKey key = new ExitKey(hypervisor, guest, operation);
		TrapNode known = exits.get(key);
		if (known == null) {
			known = serve(hypervisor, guest, operation);
			exits.put(key, known);
		}
		return known;
	}

	private TrapNode serve(int level, int guest, Operation operation) {
		Hypervisor hypervisor = stack.hypervisors().get(level);
		boolean own = guest == level + 1;
		List<Part> parts = new ArrayList<>();
		Steps steps = new Steps(level, operation.exitReason(), parts);
		steps.run(hypervisor.exit());
		if (own) {
			steps.run(handler(hypervisor, level, guest, operation));
		} else {
			steps.run(hypervisor.forward());
		}
		steps.run(hypervisor.enter());
		if (!own) {
			parts.add(new Child(exit(level + 1, guest, operation)));
		}
		return new TrapNode(stack.guestLevel() + 1, Optional.empty(), parts);
	}

	private List<Step> handler(Hypervisor hypervisor, int level, int guest, Operation operation) {
		return hypervisor.handler(operation.exitReason())
				.orElseThrow(() -> new SimulationException("stack " + stack.name() + ": hypervisor " + hypervisor.name() + " at L"
						+ level + " has no handler for " + operation.exitReason().label() + ", the exit of L" + guest + " by "
						+ operation.label()));
	}

	/** Runs steps of the hypervisor at a level for one exit. */
	private final class Steps {

		private final int level;
		private final ExitReason reason;
		private final List<Part> parts;

		Steps(int level, ExitReason reason, List<Part> parts) {
			this.level = level;
			this.reason = reason;
			this.parts = parts;
		}

		void run(List<Step> steps) {
			for (Step step : steps) {
				// What a hypervisor knows of its guest is the guest's own hypervisor, one level up: a VM's is none.
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
	}
}
