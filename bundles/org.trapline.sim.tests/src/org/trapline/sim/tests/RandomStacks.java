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

import org.trapline.sim.cost.Cause;
import org.trapline.sim.cost.CostParameter;
import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.cost.ScaleParameter;
import org.trapline.sim.cost.ScaledCost;
import org.trapline.sim.isa.AccessReason;
import org.trapline.sim.isa.Control;
import org.trapline.sim.isa.Direction;
import org.trapline.sim.isa.ExitReason;
import org.trapline.sim.isa.Instruction;
import org.trapline.sim.isa.Operation;
import org.trapline.sim.isa.Register;
import org.trapline.sim.isa.RegisterAccess;
import org.trapline.sim.isa.TrapRule;
import org.trapline.sim.spi.Disposition;
import org.trapline.sim.spi.GuestContext;
import org.trapline.sim.spi.Mechanism;
import org.trapline.sim.spi.WorldSwitch;
import org.trapline.sim.stack.Action;
import org.trapline.sim.stack.Condition;
import org.trapline.sim.stack.ConfiguredControl;
import org.trapline.sim.stack.Flag;
import org.trapline.sim.stack.Handler;
import org.trapline.sim.stack.Hypervisor;
import org.trapline.sim.stack.MechanismUse;
import org.trapline.sim.stack.Step;
import org.trapline.sim.stack.TrapConfiguration;
import org.trapline.sim.stack.VirtualMachineStack;

/** Makes stacks of 1 to 6 hypervisors at random; small enough that their trees can be walked. */
final class RandomStacks {

	private static final List<Control> CONTROLS = List.of(new Control("A"), new Control("B"), new Control("C"));

	private static final Flag FLAG = new Flag("something");

	private final RandomGenerator random;
	private final List<Register> registers = new ArrayList<>();
	private final boolean scaling;
	private final Instruction enter;
	private final Instruction waits;
	private final Instruction wake;

	RandomStacks(RandomGenerator random) {
		this(random, false);
	}

	/** @param scaling whether some stacks have a mechanism that makes work longer */
	RandomStacks(RandomGenerator random, boolean scaling) {
		this.random = random;
		this.scaling = scaling;
		for (int i = 0; i < 6; i++) {
			ExitReason reason = random.nextInt(4) == 0 ? AccessReason.MMIO : AccessReason.ACCESS;
			registers.add(new Register("R" + i, i, new Register.Port(cost("read" + i), reason), new Register.Port(cost("write" + i), reason),
					Optional.empty(), rules()));
		}
		waits = new Instruction("wait", "WAIT", cost("wait"), rules(), Instruction.Role.WAIT, Optional.empty());
		wake = new Instruction("wake", "WAIT", cost("wake"), List.of(new TrapRule(Parts.BOTH, true, Set.of())), Instruction.Role.WAKE_UP, Optional.empty());
		enter = new Instruction("enter", "ENTER", cost("enter"), rules(), Instruction.Role.ENTRY, Optional.empty());
	}

	/** Deep stacks get short programs. */
	VirtualMachineStack next() {
		int depth = random.nextInt(1, 7);
		int most = depth <= 4 ? 3 : 2;
		List<Hypervisor> hypervisors = new ArrayList<>();
		for (int level = 0; level < depth; level++) {
			hypervisors.add(hypervisor("H" + level, most));
		}
		List<MechanismUse> mechanisms = new ArrayList<>();
		if (random.nextBoolean()) {
			mechanisms.add(new MechanismUse(new Refining(cost("load"))));
		}
		if (random.nextInt(3) == 0) {
			mechanisms.add(new MechanismUse(new Offering(controls(), controls()), random.nextBoolean() ? Set.of() : Set.of(random.nextInt(depth))));
		}
		if (random.nextInt(3) == 0) {
			mechanisms.add(new MechanismUse(new Replacing(cost("replaced"), random.nextInt(1, 5))));
		}
		if (scaling && random.nextInt(3) == 0) {
			mechanisms.add(new MechanismUse(new Scaling(PricedMachine.scale("slower", random.nextInt(60)), random.nextInt(depth))));
		}
		return new VirtualMachineStack("Random", new Parts.RuleCpu(random.nextInt(4) == 0 ? controls() : Set.copyOf(CONTROLS), cost("entry")), hypervisors, mechanisms);
	}

	private Hypervisor hypervisor(String name, int most) {
		Map<ExitReason, Handler> handlers = new HashMap<>();
		for (ExitReason reason : List.of(AccessReason.ACCESS, AccessReason.MMIO, Parts.CALL, enter, waits, wake)) {
			handlers.put(reason, new Handler(steps(1), random.nextInt(6) == 0));
		}
		List<TrapConfiguration> configurations = List.of(new TrapConfiguration(false, Optional.empty(), configured()),
				new TrapConfiguration(true, Optional.empty(), configured()),
				new TrapConfiguration(true, Optional.of(CONTROLS.get(0)), configured()));
		Set<Control> hides = random.nextInt(4) == 0 ? controls() : Set.of();
		return new Hypervisor(name, hides, random.nextInt(4) == 0 ? controls() : Set.of(), controls(), configurations, steps(most), steps(most), steps(1), handlers);
	}

	/** Some controls; some of them only where the CPU has another, or where something is remembered. */
	private List<ConfiguredControl> configured() {
		return controls().stream().map(control -> new ConfiguredControl(control, switch (random.nextInt(6)) {
		case 0 -> List.of(new Condition.CpuHas(CONTROLS.get(1)));
		case 1 -> List.of(new Condition.Not(new Condition.Remembers(FLAG)));
		case 2 -> List.of(new Condition.RunsWith(CONTROLS.get(2)));
		default -> List.of();
		})).toList();
	}

	/** Steps with so many operations, and some work. */
	private List<Step> steps(int operations) {
		List<Step> steps = new ArrayList<>();
		for (int i = 0; i < operations; i++) {
			List<Action> actions = new ArrayList<>();
			actions.add(new Action.Perform(operation()));
			if (random.nextBoolean()) {
				actions.add(new Action.Work(cost("work"), random.nextInt(4) == 0));
			}
			if (random.nextInt(6) == 0) {
				actions.add(new Action.Remember(FLAG, random.nextBoolean()));
			}
			steps.add(new Step("step " + i, conditions(), actions));
		}
		return steps;
	}

	private List<Condition> conditions() {
		return switch (random.nextInt(10)) {
		case 0 -> List.of(new Condition.ExitIs(Set.of(Parts.CALL, AccessReason.MMIO)));
		case 1 -> List.of(new Condition.Not(new Condition.ExitIs(Set.of(AccessReason.ACCESS))));
		case 2 -> List.of(new Condition.GuestRunsWith(CONTROLS.get(0)));
		case 3 -> List.of(new Condition.Not(new Condition.GuestRunsWith(CONTROLS.get(1))), new Condition.ExitIs(Set.of(AccessReason.ACCESS)));
		case 4 -> List.of(new Condition.Nested());
		case 5 -> List.of(new Condition.Not(new Condition.CpuHas(CONTROLS.get(2))));
		case 6 -> List.of(new Condition.Remembers(FLAG));
		default -> List.of();
		};
	}

	private Operation operation() {
		if (random.nextInt(8) == 0) {
			return List.of(enter, enter, enter, wake, waits).get(random.nextInt(5));
		}
		return new RegisterAccess(registers.get(random.nextInt(registers.size())), random.nextBoolean() ? Direction.READ : Direction.WRITE);
	}

	/** Reads of the first register become loads; the second goes to the third, from guest hypervisors only. */
	private final class Refining implements Mechanism {

		private final CostParameter load;

		Refining(CostParameter load) {
			this.load = load;
		}

		@Override
		public String name() {
			return "refining";
		}

		@Override
		public Disposition refine(Operation operation, GuestContext context, Disposition decided) {
			if (!(operation instanceof RegisterAccess access)) {
				return decided;
			}
			if (access.register() == registers.get(0) && access.direction() == Direction.READ) {
				return new Disposition.Deferred(load);
			}
			return access.register() == registers.get(1) && context.hypervisor() ? new Disposition.Redirect(registers.get(2)) : decided;
		}
	}

	/** Adds controls to the machine, and to what guest hypervisors see. */
	private record Offering(Set<Control> hardware, Set<Control> offers) implements Mechanism {
		@Override
		public String name() {
			return "offering";
		}
	}

	/** Makes costs of switching whatever they are between levels below a bound. */
	private record Replacing(CostParameter by, int below) implements Mechanism {

		@Override
		public String name() {
			return "replacing";
		}

		@Override
		public Optional<CostTerm> replaced(CostTerm cost, WorldSwitch crossing) {
			boolean near = crossing.level() < below && crossing.guest() < below && crossing.from() != crossing.to();
			return cost.cause() == Cause.SWITCHING && near ? Optional.of(by) : Optional.empty();
		}

		@Override
		public boolean replacesCosts() {
			return true;
		}
	}

	/** Makes all that some level spends longer. */
	private record Scaling(ScaleParameter by, int level) implements Mechanism {

		@Override
		public String name() {
			return "scaling";
		}

		@Override
		public Optional<CostTerm> replaced(CostTerm cost, WorldSwitch where) {
			return where.level() == level ? Optional.of(new ScaledCost(cost, by)) : Optional.empty();
		}

		@Override
		public boolean replacesCosts() {
			return true;
		}
	}

	private List<TrapRule> rules() {
		return switch (random.nextInt(6)) {
		case 0 -> List.of();
		case 1 -> List.of(new TrapRule(Parts.BOTH, true, Set.of()));
		case 2 -> List.of(new TrapRule(EnumSet.of(Direction.WRITE), false, controls()));
		case 3 -> List.of(new TrapRule(Parts.BOTH, false, controls(), true));
		default -> List.of(new TrapRule(Parts.BOTH, false, controls()));
		};
	}

	private Set<Control> controls() {
		Set<Control> chosen = new HashSet<>();
		for (Control control : CONTROLS) {
			if (random.nextInt(3) > 0) {
				chosen.add(control);
			}
		}
		return chosen;
	}

	private CostParameter cost(String name) {
		return PricedMachine.cost(name, Cause.values()[random.nextInt(Cause.values().length)], random.nextInt(1000));
	}
}
