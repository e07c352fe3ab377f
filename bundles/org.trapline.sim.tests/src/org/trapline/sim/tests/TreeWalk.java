// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.trapline.sim.Action;
import org.trapline.sim.Cause;
import org.trapline.sim.Control;
import org.trapline.sim.Cost;
import org.trapline.sim.Disposition;
import org.trapline.sim.Flag;
import org.trapline.sim.GuestContext;
import org.trapline.sim.Hypervisor;
import org.trapline.sim.Mechanism;
import org.trapline.sim.Operation;
import org.trapline.sim.RegisterAccess;
import org.trapline.sim.Situation;
import org.trapline.sim.Step;
import org.trapline.sim.VirtualMachineStack;

/** The rules of the trap machine in their plainest form: walks the whole tree and shares nothing. */
final class TreeWalk {

	/** A trap and when it is. */
	record TracedTrap(String trap, long start, long cycles) {
	}

	private record Memory(int level, Flag flag) {
	}

	private final VirtualMachineStack stack;
	private final Set<Memory> remembered = new HashSet<>();
	private long now;
	/** Every trap with the cycles from the start of the operation to it, and from it until the software that trapped goes on. */
	final List<TracedTrap> traps = new ArrayList<>();
	final long[][] cycles;

	TreeWalk(VirtualMachineStack stack, Operation operation) {
		this.stack = stack;
		this.cycles = new long[stack.guestLevel() + 1][Cause.values().length];
		perform(stack.guestLevel(), operation);
	}

	private void perform(int level, Operation operation) {
		Disposition disposition = level == 0 ? new Disposition.Native() : disposition(level, operation);
		switch (disposition) {
		case Disposition.Native() -> charge(level, operation.nativeCost());
		case Disposition.Memory(Cost cost) -> charge(level, cost);
		case Disposition.Redirect(var target) -> charge(level, target.cost(((RegisterAccess) operation).direction()));
		case Disposition.Trap(var surcharge) -> {
			int handler = handler(level, operation);
			int index = traps.size();
			long start = now;
			traps.add(null);
			charge(0, stack.cpu().trapEntry());
			surcharge.ifPresent(cost -> charge(0, cost));
			for (int hypervisor = 0; hypervisor <= handler; hypervisor++) {
				Hypervisor program = stack.hypervisors().get(hypervisor);
				run(hypervisor, operation, program.exit());
				run(hypervisor, operation,
						hypervisor == handler ? program.handler(operation.exitReason()).orElseThrow() : program.forward());
				run(hypervisor, operation, program.enter());
			}
			traps.set(index, new TracedTrap("L" + level + " " + operation.label(), start, now - start));
		}
		}
	}

	private void run(int level, Operation exit, List<Step> steps) {
		for (Step step : steps) {
			Situation situation = new Situation(exit.exitReason(), runsWith(level + 1), flag -> remembered.contains(new Memory(level, flag)));
			if (step.conditions().stream().allMatch(condition -> condition.holds(situation))) {
				for (Action action : step.actions()) {
					switch (action) {
					case Action.Perform(Operation operation) -> perform(level, operation);
					case Action.Work(Cost cost) -> charge(level, cost);
					case Action.Remember(Flag flag, boolean value) -> {
						remembered.remove(new Memory(level, flag));
						if (value) {
							remembered.add(new Memory(level, flag));
						}
					}
					}
				}
			}
		}
	}

	private Set<Control> controls(int by, int level) {
		Hypervisor each = stack.hypervisors().get(by);
		return level < stack.guestLevel() && by == level - 1 ? each.controlsForHypervisor(runsWith(level)) : each.controlsForGuest();
	}

	/** The highest that has asked for the trap; L0 where nobody has. */
	private int handler(int level, Operation operation) {
		int handler = 0;
		for (int by = 1; by < level; by++) {
			if (operation.traps(controls(by, level))) {
				handler = by;
			}
		}
		return handler;
	}

	private Disposition disposition(int level, Operation operation) {
		boolean hypervisor = level < stack.guestLevel();
		Set<Control> controls = new HashSet<>();
		for (int below = 0; below < level; below++) {
			controls.addAll(controls(below, level));
		}
		GuestContext context = new GuestContext(level, hypervisor, controls);
		Disposition decided = stack.cpu().disposition(operation, context);
		for (Mechanism mechanism : stack.mechanisms()) {
			decided = mechanism.refine(operation, context, decided);
		}
		return decided;
	}

	private Set<Control> runsWith(int level) {
		return level < stack.guestLevel() ? stack.hypervisors().get(level).runsWith() : Set.of();
	}

	private void charge(int level, Cost cost) {
		cycles[level][cost.cause().ordinal()] += cost.cycles();
		now += cost.cycles();
	}
}
