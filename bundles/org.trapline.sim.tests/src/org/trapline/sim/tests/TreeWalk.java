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
import org.trapline.sim.GuestContext;
import org.trapline.sim.Hypervisor;
import org.trapline.sim.Mechanism;
import org.trapline.sim.Operation;
import org.trapline.sim.RegisterAccess;
import org.trapline.sim.Step;
import org.trapline.sim.VirtualMachineStack;

/** The rules of the trap machine in their plainest form: walks the whole tree and shares nothing. */
final class TreeWalk {

	/** A trap and when it is. */
	record TracedTrap(String trap, long start, long cycles) {
	}

	private final VirtualMachineStack stack;
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
		case Disposition.Trap() -> {
			int index = traps.size();
			long start = now;
			traps.add(null);
			charge(0, stack.cpu().trapEntry());
			for (int hypervisor = 0; hypervisor < level; hypervisor++) {
				Hypervisor program = stack.hypervisors().get(hypervisor);
				run(hypervisor, operation, program.exit());
				run(hypervisor, operation,
						hypervisor == level - 1 ? program.handler(operation.exitReason()).orElseThrow() : program.forward());
				run(hypervisor, operation, program.enter());
			}
			traps.set(index, new TracedTrap("L" + level + " " + operation.label(), start, now - start));
		}
		}
	}

	private void run(int level, Operation exit, List<Step> steps) {
		for (Step step : steps) {
			if (step.conditions().stream().allMatch(condition -> condition.holds(exit.exitReason(), runsWith(level + 1)))) {
				for (Action action : step.actions()) {
					switch (action) {
					case Action.Perform(Operation operation) -> perform(level, operation);
					case Action.Work(Cost cost) -> charge(level, cost);
					}
				}
			}
		}
	}

	private Disposition disposition(int level, Operation operation) {
		boolean hypervisor = level < stack.guestLevel();
		Set<Control> controls = new HashSet<>();
		for (int below = 0; below < level; below++) {
			Hypervisor each = stack.hypervisors().get(below);
			controls.addAll(hypervisor && below == level - 1 ? each.controlsForHypervisor(runsWith(level)) : each.controlsForGuest());
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
