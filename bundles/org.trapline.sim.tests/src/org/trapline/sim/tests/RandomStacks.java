// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

import org.trapline.sim.AccessReason;
import org.trapline.sim.Action;
import org.trapline.sim.Cause;
import org.trapline.sim.Condition;
import org.trapline.sim.Control;
import org.trapline.sim.Cost;
import org.trapline.sim.Direction;
import org.trapline.sim.Disposition;
import org.trapline.sim.ExitReason;
import org.trapline.sim.Hypervisor;
import org.trapline.sim.Instruction;
import org.trapline.sim.Mechanism;
import org.trapline.sim.Operation;
import org.trapline.sim.Register;
import org.trapline.sim.RegisterAccess;
import org.trapline.sim.Step;
import org.trapline.sim.TrapConfiguration;
import org.trapline.sim.TrapRule;
import org.trapline.sim.VirtualMachineStack;

/** Makes stacks of 1 to 6 hypervisors at random; small enough that their trees can be walked. */
final class RandomStacks {

	private static final List<Control> CONTROLS = List.of(new Control("A"), new Control("B"), new Control("C"));

	private final RandomGenerator random;
	private final List<Register> registers = new ArrayList<>();
	private final Instruction enter;

	RandomStacks(RandomGenerator random) {
		this.random = random;
		for (int i = 0; i < 6; i++) {
			registers.add(new Register("R" + i, random.nextInt(4) == 0, cost("read" + i), cost("write" + i), rules()));
		}
		enter = new Instruction("enter", "ENTER", cost("enter"), rules());
	}

	/** Deep stacks get short programs. */
	VirtualMachineStack next() {
		int depth = random.nextInt(1, 7);
		int most = depth <= 4 ? 3 : 2;
		List<Hypervisor> hypervisors = new ArrayList<>();
		for (int level = 0; level < depth; level++) {
			hypervisors.add(hypervisor("H" + level, most));
		}
		List<Mechanism> mechanisms = random.nextBoolean() ? List.of(mechanism()) : List.of();
		return new VirtualMachineStack("Random", new Parts.RuleCpu(cost("entry")), hypervisors, mechanisms);
	}

	private Hypervisor hypervisor(String name, int most) {
		Map<ExitReason, List<Step>> handlers = new HashMap<>();
		for (ExitReason reason : List.of(AccessReason.ACCESS, AccessReason.ABORT, Parts.CALL, enter)) {
			handlers.put(reason, steps(1));
		}
		List<TrapConfiguration> configurations = List.of(new TrapConfiguration(false, Optional.empty(), controls()),
				new TrapConfiguration(true, Optional.empty(), controls()),
				new TrapConfiguration(true, Optional.of(CONTROLS.get(0)), controls()));
		return new Hypervisor(name, controls(), configurations, steps(most), steps(most), steps(1), handlers);
	}

	/** Steps with so many operations, and some work. */
	private List<Step> steps(int operations) {
		List<Step> steps = new ArrayList<>();
		for (int i = 0; i < operations; i++) {
			List<Action> actions = new ArrayList<>();
			actions.add(new Action.Perform(operation()));
			if (random.nextBoolean()) {
				actions.add(new Action.Work(cost("work")));
			}
			steps.add(new Step("step " + i, conditions(), actions));
		}
		return steps;
	}

	private List<Condition> conditions() {
		return switch (random.nextInt(6)) {
		case 0 -> List.of(new Condition.ExitIs(Set.of(Parts.CALL, AccessReason.ABORT)));
		case 1 -> List.of(new Condition.Not(new Condition.ExitIs(Set.of(AccessReason.ACCESS))));
		case 2 -> List.of(new Condition.GuestRunsWith(CONTROLS.get(0)));
		case 3 -> List.of(new Condition.Not(new Condition.GuestRunsWith(CONTROLS.get(1))), new Condition.ExitIs(Set.of(AccessReason.ACCESS)));
		default -> List.of();
		};
	}

	private Operation operation() {
		if (random.nextInt(8) == 0) {
			return enter;
		}
		return new RegisterAccess(registers.get(random.nextInt(registers.size())), random.nextBoolean() ? Direction.READ : Direction.WRITE);
	}

	/** Reads of the first register become loads; the second goes to the third, from guest hypervisors only. */
	private Mechanism mechanism() {
		Cost load = cost("load");
		return (operation, context, decided) -> {
			if (!(operation instanceof RegisterAccess access)) {
				return decided;
			}
			if (access.register() == registers.get(0) && access.direction() == Direction.READ) {
				return new Disposition.Memory(load);
			}
			return access.register() == registers.get(1) && context.hypervisor() ? new Disposition.Redirect(registers.get(2)) : decided;
		};
	}

	private List<TrapRule> rules() {
		return switch (random.nextInt(5)) {
		case 0 -> List.of();
		case 1 -> List.of(new TrapRule(Parts.BOTH, true, Set.of()));
		case 2 -> List.of(new TrapRule(EnumSet.of(Direction.WRITE), false, controls()));
		default -> List.of(new TrapRule(Parts.BOTH, false, controls()));
		};
	}

	private Set<Control> controls() {
		Set<Control> chosen = new HashSet<>();
		for (Control control : CONTROLS) {
			if (random.nextBoolean()) {
				chosen.add(control);
			}
		}
		return chosen;
	}

	private Cost cost(String name) {
		return new Cost(name, Cause.values()[random.nextInt(Cause.values().length)], random.nextInt(1000));
	}
}
