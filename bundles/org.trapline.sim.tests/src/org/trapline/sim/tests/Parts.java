// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.trapline.sim.cost.Cause;
import org.trapline.sim.cost.CostParameter;
import org.trapline.sim.isa.AccessReason;
import org.trapline.sim.isa.Control;
import org.trapline.sim.isa.Direction;
import org.trapline.sim.isa.ExitReason;
import org.trapline.sim.isa.Instruction;
import org.trapline.sim.isa.Operation;
import org.trapline.sim.isa.Register;
import org.trapline.sim.isa.RegisterAccess;
import org.trapline.sim.isa.TrapRule;
import org.trapline.sim.spi.CpuModel;
import org.trapline.sim.spi.Disposition;
import org.trapline.sim.spi.GuestContext;
import org.trapline.sim.spi.Mechanism;
import org.trapline.sim.stack.Action;
import org.trapline.sim.stack.Condition;
import org.trapline.sim.stack.ConfiguredControl;
import org.trapline.sim.stack.Handler;
import org.trapline.sim.stack.Hypervisor;
import org.trapline.sim.stack.MechanismUse;
import org.trapline.sim.stack.Step;
import org.trapline.sim.stack.TrapConfiguration;
import org.trapline.sim.stack.VirtualMachineStack;
import org.trapline.sim.bill.Exit;

/** What small stacks are made of. */
final class Parts {

	static final Set<Direction> BOTH = Set.of(Direction.READ, Direction.WRITE);
	static final Control NV = new Control("NV");
	static final Control E2H = new Control("E2H");

	/** What the CPU understands that small stacks run on. */
	static final Set<Control> ALL = Set.of(NV, E2H, new Control("A"), new Control("B"), new Control("C"), new Control("PLAIN"),
			new Control("ONE"), new Control("TWO"), new Control("THREE"), new Control("OTHER"), new Control("NOT_FOR_L2"), new Control("NOT_FOR_L3"),
			new Control("NOT_FOR_L2_EITHER"));

	static final CostParameter READ = PricedMachine.cost("read", Cause.SWITCHING, 3);
	static final CostParameter WRITE = PricedMachine.cost("write", Cause.SWITCHING, 5);
	static final CostParameter ENTRY = PricedMachine.cost("entry", Cause.TRANSITION, 70);

	/** A guest asks its hypervisor: traps from every level. */
	static final Instruction CALL = new Instruction("call", "CALL", ENTRY, List.of(new TrapRule(BOTH, true, Set.of())));

	/** Traps from every level above L0. */
	static final Register TRAPPING = register("TRAPPING", new TrapRule(BOTH, true, Set.of()));
	/** Traps from a guest for which NV is set. */
	static final Register WHEN_NV = register("WHEN_NV", new TrapRule(BOTH, false, Set.of(NV)));
	/** Never traps. */
	static final Register FREE = register("FREE");

	private Parts() {
	}

	/** A mechanism that does nothing but refine. */
	@FunctionalInterface
	interface Refinement extends Mechanism {

		@Override
		Disposition refine(Operation operation, GuestContext context, Disposition decided);

		@Override
		default String name() {
			return "refinement";
		}
	}

	/** The CPU whose operations trap when their rules say so. */
	record RuleCpu(Set<Control> controls, CostParameter trapEntry) implements CpuModel {

		@Override
		public Disposition disposition(Operation operation, GuestContext context) {
			return operation.traps(context.controls()) ? new Disposition.Trap() : new Disposition.Native();
		}
	}

	static Register register(String name, TrapRule... rules) {
		return new Register(name, 0, new Register.Port(READ, AccessReason.ACCESS), new Register.Port(WRITE, AccessReason.ACCESS), Optional.empty(),
				List.of(rules));
	}

	static Action read(Register register) {
		return new Action.Perform(new RegisterAccess(register, Direction.READ));
	}

	static Action write(Register register) {
		return new Action.Perform(new RegisterAccess(register, Direction.WRITE));
	}

	static Action perform(Operation operation) {
		return new Action.Perform(operation);
	}

	static Action work(Cause cause, long cycles) {
		return new Action.Work(PricedMachine.cost("work", cause, cycles));
	}

	static List<Action> times(int count, Action action) {
		return Collections.nCopies(count, action);
	}

	static VirtualMachineStack stack(Hypervisor... hypervisors) {
		return stack(List.of(hypervisors));
	}

	static VirtualMachineStack stack(List<Hypervisor> hypervisors, Refinement... mechanisms) {
		return new VirtualMachineStack("Small", new RuleCpu(ALL, ENTRY), hypervisors, Arrays.stream(mechanisms).map(MechanismUse::new).toList());
	}

	/** Controls that are set whatever the circumstances. */
	static List<ConfiguredControl> configured(Control... controls) {
		return Arrays.stream(controls).map(control -> new ConfiguredControl(control, List.of())).toList();
	}

	/** What a trace of the operation tells, as {@code L1 read HCR_EL2}. */
	static List<String> trace(VirtualMachineStack stack, Operation operation) {
		List<String> told = new ArrayList<>();
		new PricedMachine(stack).trace(operation, (Exit trap) -> told.add(trap.toString()));
		return told;
	}

	/** Says step by step what a hypervisor is. */
	static final class Hypervisors {

		private final String name;
		private Set<Control> hides = Set.of();
		private Set<Control> runsWith = Set.of();
		private final List<TrapConfiguration> configurations = new ArrayList<>();
		private final List<Step> exit = new ArrayList<>();
		private final List<Step> enter = new ArrayList<>();
		private final List<Step> forward = new ArrayList<>();
		private final Map<ExitReason, Handler> handlers = new HashMap<>();

		private Hypervisors(String name) {
			this.name = name;
		}

		static Hypervisors named(String name) {
			return new Hypervisors(name);
		}

		Hypervisors runsWith(Control... controls) {
			runsWith = Set.of(controls);
			return this;
		}

		Hypervisors configuresGuest(Control... controls) {
			configurations.add(new TrapConfiguration(false, Optional.empty(), configured(controls)));
			return this;
		}

		Hypervisors configuresGuestWhile(Condition condition, Control control) {
			configurations.add(new TrapConfiguration(false, Optional.empty(), List.of(new ConfiguredControl(control, List.of(condition)))));
			return this;
		}

		Hypervisors configuresHypervisor(Control... controls) {
			configurations.add(new TrapConfiguration(true, Optional.empty(), configured(controls)));
			return this;
		}

		Hypervisors configuresHypervisorWith(Control guestRunsWith, Control... controls) {
			configurations.add(new TrapConfiguration(true, Optional.of(guestRunsWith), configured(controls)));
			return this;
		}

		Hypervisors exit(Action... actions) {
			return exit(Arrays.asList(actions));
		}

		Hypervisors exit(List<Action> actions) {
			exit.add(new Step("exit", List.of(), actions));
			return this;
		}

		Hypervisors exitWhen(Condition condition, Action... actions) {
			exit.add(new Step("exit", List.of(condition), List.of(actions)));
			return this;
		}

		Hypervisors enter(Action... actions) {
			return enter(Arrays.asList(actions));
		}

		Hypervisors enter(List<Action> actions) {
			enter.add(new Step("enter", List.of(), actions));
			return this;
		}

		Hypervisors forward(Action... actions) {
			return forward(Arrays.asList(actions));
		}

		Hypervisors forward(List<Action> actions) {
			forward.add(new Step("forward", List.of(), actions));
			return this;
		}

		Hypervisors handles(ExitReason reason, Action... actions) {
			return handles(reason, Arrays.asList(actions));
		}

		Hypervisors handles(ExitReason reason, List<Action> actions) {
			handlers.put(reason, new Handler(List.of(new Step("handle", List.of(), actions))));
			return this;
		}

		Hypervisors hides(Control... controls) {
			hides = Set.of(controls);
			return this;
		}

		Hypervisor done() {
			return new Hypervisor(name, hides, Set.of(), runsWith, configurations, exit, enter, forward, handlers);
		}
	}
}
