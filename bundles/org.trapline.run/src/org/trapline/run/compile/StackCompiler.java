// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.compile;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.trapline.catalog.Catalog;
import org.trapline.lang.Inheritance;
import org.trapline.lang.NamedCosts;
import org.trapline.lang.scoping.Imports;
import org.trapline.model.AccessAction;
import org.trapline.model.CostTable;
import org.trapline.model.Cpu;
import org.trapline.model.CpuCondition;
import org.trapline.model.FlagAction;
import org.trapline.model.FlagCondition;
import org.trapline.model.GuestCondition;
import org.trapline.model.Level;
import org.trapline.model.NestedCondition;
import org.trapline.model.OperationAction;
import org.trapline.model.OperationRole;
import org.trapline.model.OperationWorkload;
import org.trapline.model.Platform;
import org.trapline.model.ReasonCondition;
import org.trapline.model.RegisterGroup;
import org.trapline.model.RegisterSet;
import org.trapline.model.RegisterTarget;
import org.trapline.model.RoutineKind;
import org.trapline.model.SelfCondition;
import org.trapline.model.Stack;
import org.trapline.model.TraplineModel;
import org.trapline.model.TreatedRegister;
import org.trapline.model.WorkAction;
import org.trapline.sim.SimulationException;
import org.trapline.sim.cost.Cause;
import org.trapline.sim.cost.CostParameter;
import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.cost.ScaleParameter;
import org.trapline.sim.isa.AccessReason;
import org.trapline.sim.isa.Control;
import org.trapline.sim.isa.Direction;
import org.trapline.sim.isa.ExitReason;
import org.trapline.sim.isa.Instruction;
import org.trapline.sim.isa.Operation;
import org.trapline.sim.isa.Register;
import org.trapline.sim.isa.RegisterAccess;
import org.trapline.sim.isa.Signal;
import org.trapline.sim.isa.TrapRule;
import org.trapline.sim.spi.CpuModel;
import org.trapline.sim.spi.CpuSpec;
import org.trapline.sim.spi.Mechanism;
import org.trapline.sim.spi.MechanismFactory;
import org.trapline.sim.spi.MechanismSpec;
import org.trapline.sim.spi.RuleBasedCpu;
import org.trapline.sim.spi.TextMechanism;
import org.trapline.sim.spi.Treatment;
import org.trapline.sim.spi.Treatments;
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

/**
 * Turns one stack of a validated model into what the engine runs. Each element becomes one object of the engine, so that
 * identity in the model is identity in the engine.
 */
public final class StackCompiler {

	private final Catalog catalog;
	private final Stack stack;
	private final int threads;
	private final CostCompiler costs;

	private final Map<org.trapline.model.Control, Control> controls = new IdentityHashMap<>();
	private final Map<org.trapline.model.Register, Register> registers = new IdentityHashMap<>();
	private final Map<org.trapline.model.Register, Integer> numbers = new IdentityHashMap<>();
	private final Map<org.trapline.model.Operation, Instruction> operations = new IdentityHashMap<>();
	private final Map<org.trapline.model.Hypervisor, Hypervisor> hypervisors = new IdentityHashMap<>();

	/** The origins of steps; other objects have their elements as keys above. */
	private final Map<Step, org.trapline.model.Step> steps = new IdentityHashMap<>();

	/**
	 * @param catalog makes CPU models and mechanisms
	 * @param stack   a stack without errors
	 * @param threads hardware threads of a core
	 */
	StackCompiler(Catalog catalog, Stack stack, int threads) {
		this.catalog = catalog;
		this.stack = stack;
		this.threads = threads;
		this.costs = new CostCompiler(platform(stack), new NamedCosts(new Imports(catalog)));
	}

	/** The stack as the engine runs it. */
	public VirtualMachineStack stack() {
		List<Hypervisor> levels = Inheritance.levels(stack).values().stream().map(this::hypervisor).toList();
		List<MechanismUse> mechanisms = Inheritance.mechanisms(stack).stream()
				.map(mechanism -> new MechanismUse(mechanism(mechanism), Inheritance.without(stack, mechanism))).toList();
		return new VirtualMachineStack(stack.getName(), cpu(platform(stack).getCpu()), levels, mechanisms);
	}

	/** The kernel's names for the exits of operations that were compiled so far. */
	ExitNames exitNames() {
		Map<Instruction, String> codes = new IdentityHashMap<>();
		operations.forEach((element, instruction) -> Optional.ofNullable(element.getExitCode()).ifPresent(code -> codes.put(instruction, code)));
		return ExitNames.of(codes, Inheritance.implementation(platform(stack).getCpu()).map(catalog::cpuFactory));
	}

	/** The costs of the stack and of everything that was compiled for it so far. */
	CostCompiler costs() {
		return costs;
	}

	/** The software at each level, L0 first: the names of the hypervisors, and the guest. */
	public List<String> software() {
		return Stream.concat(Inheritance.hypervisors(stack).values().stream().map(org.trapline.model.Hypervisor::getName), Stream.of("guest"))
				.toList();
	}

	/** The origins of the compiled objects. */
	public Origins origins(Function<URI, Optional<String>> libraries) {
		Map<Object, EObject> elements = new IdentityHashMap<>(steps);
		registers.forEach((element, register) -> elements.put(register, element));
		operations.forEach((element, operation) -> elements.put(operation, element));
		hypervisors.forEach((element, hypervisor) -> elements.put(hypervisor, element));
		costs.origins(elements);
		return new Origins(elements, libraries);
	}

	/** A workload on this stack. */
	public org.trapline.sim.trap.Workload workload(OperationWorkload workload) {
		List<Action> actions = new ArrayList<>();
		workload.getActions().forEach(action -> compile(action, actions));
		return new org.trapline.sim.trap.Workload(actions.stream().map(action -> ((Action.Perform) action).operation()).toList(),
				workload.getGiven().stream().map(StackCompiler::flag).collect(Collectors.toSet()));
	}

	/** One operation on this stack. */
	public Operation operation(org.trapline.model.Operation operation) {
		return instruction(operation);
	}

	private static Platform platform(Stack stack) {
		return Inheritance.platform(stack).orElseThrow();
	}

	// ------------------------------------------------------------------------------------------- CPU and costs

	private CpuModel cpu(Cpu cpu) {
		Set<Control> implemented = new HashSet<>();
		Inheritance.controls(cpu).forEach(control -> implemented.add(control(control)));
		Optional<CostTerm> trapCost = Inheritance.trapCost(cpu).map(each -> (CostTerm) cost(each));
		CostCompiler.ByName byName = costs.byName();
		CpuSpec spec = new CpuSpec(cpu.getName(), implemented, byName.costs(), byName.ambiguous(),
				treatments(Inheritance.deferredCost(cpu), Inheritance.treatments(cpu)), trapCost);
		return Inheritance.implementation(cpu).map(id -> catalog.cpuFactory(id).create(spec)).orElseGet(() -> RuleBasedCpu.of(spec));
	}

	private CostParameter cost(org.trapline.model.Cost cost) {
		return costs.cost(cost);
	}

	/** A control of the model. */
	Control control(org.trapline.model.Control control) {
		return controls.computeIfAbsent(control, c -> new Control(c.getName()));
	}

	private static Flag flag(org.trapline.model.Flag flag) {
		return new Flag(flag.getName());
	}

	private Set<Control> controls(Collection<org.trapline.model.Control> list) {
		Set<Control> set = new HashSet<>();
		list.forEach(control -> set.add(control(control)));
		return set;
	}

	// ------------------------------------------------------------------------------------------- registers and operations

	private Register register(org.trapline.model.Register register) {
		return registers.computeIfAbsent(register, r -> {
			RegisterGroup group = (RegisterGroup) r.eContainer();
			return new Register(r.getName(), number(r), port(group, group.getReadCost(), group.getReadBy()),
					port(group, group.getWriteCost(), group.getWriteBy()), Optional.ofNullable(group.getNeeds()).map(this::control),
					Stream.concat(rules(group.getRules()).stream(), rules(r.getRules()).stream()).toList());
		});
	}

	/** A register's index among those of all files, the CPU's first: the same for the CPU's registers in every study. */
	private int number(org.trapline.model.Register register) {
		if (numbers.isEmpty()) {
			Resource first = platform(stack).getCpu().eResource();
			Stream.concat(Stream.of(first), first.getResourceSet().getResources().stream().filter(each -> each != first))
					.flatMap(resource -> resource.getContents().stream()).filter(TraplineModel.class::isInstance)
					.flatMap(model -> ((TraplineModel) model).getElements().stream()).filter(RegisterGroup.class::isInstance)
					.flatMap(group -> ((RegisterGroup) group).getRegisters().stream()).forEach(each -> numbers.put(each, numbers.size()));
		}
		return numbers.get(register);
	}

	private Register.Port port(RegisterGroup group, org.trapline.model.Cost cost, org.trapline.model.Operation instruction) {
		ExitReason reason = instruction != null ? instruction(instruction) : group.isMemoryMapped() ? AccessReason.MMIO : AccessReason.ACCESS;
		return new Register.Port(cost(cost), reason);
	}

	private Instruction instruction(org.trapline.model.Operation operation) {
		Instruction known = operations.get(operation);
		if (known == null) {
			// Not by computeIfAbsent: the operation that is signalled is compiled within.
			known = new Instruction(operation.getName(), operation.getInstruction(), cost(operation.getCost()), rules(operation.getRules()),
					role(operation.getRole()), Optional.ofNullable(operation.getSignals()).map(signalled -> new Signal(instruction(signalled), cost(operation.getDelay()))));
			operations.put(operation, known);
		}
		return known;
	}

	private static Instruction.Role role(OperationRole role) {
		return switch (role) {
		case PLAIN -> Instruction.Role.PLAIN;
		case ENTERS -> Instruction.Role.ENTRY;
		case WAITS -> Instruction.Role.WAIT;
		case WAKES -> Instruction.Role.WAKE_UP;
		};
	}

	private List<TrapRule> rules(List<org.trapline.model.TrapRule> rules) {
		return rules.stream().map(rule -> new TrapRule(directions(rule.getDirection()), rule.isAlways(), controls(rule.getControls()),
				rule.isToHost())).toList();
	}

	private static Set<Direction> directions(org.trapline.model.Direction direction) {
		return switch (direction) {
		case BOTH -> Set.of(Direction.READ, Direction.WRITE);
		case READ -> Set.of(Direction.READ);
		case WRITE -> Set.of(Direction.WRITE);
		};
	}

	// ------------------------------------------------------------------------------------------- mechanisms

	private Mechanism mechanism(org.trapline.model.Mechanism mechanism) {
		MechanismFactory factory = mechanism.getImplementation() == null ? new TextMechanism.Factory() : catalog.mechanismFactory(mechanism.getImplementation());
		return factory.create(new MechanismSpec(mechanism.getName(),
				treatments(Optional.ofNullable(mechanism.getDeferredCost()), mechanism.getTreatments()),
				Optional.ofNullable(mechanism.getEmulates()).map(this::cpu), Optional.<CostTerm>ofNullable(mechanism.getTrapCost() == null ? null : cost(mechanism.getTrapCost())),
				controls(mechanism.getHardware()), controls(mechanism.getOffers()), replacements(mechanism), threads,
				Optional.of(mechanism).filter(org.trapline.model.Mechanism::isTakesSibling).map(this::siblingSlowdown)));
	}

	private ScaleParameter siblingSlowdown(org.trapline.model.Mechanism mechanism) {
		return costs.slowdown(mechanism.getWaits());
	}

	private Map<CostTerm, CostTerm> replacements(org.trapline.model.Mechanism mechanism) {
		Map<CostTerm, CostTerm> replaced = new LinkedHashMap<>();
		mechanism.getReplacements().forEach(replacement -> replaced.put(cost(replacement.getCost()), cost(replacement.getBy())));
		return replaced;
	}

	private Treatments treatments(Optional<org.trapline.model.Cost> memoryCost, List<org.trapline.model.Treatment> list) {
		Map<Register, List<Treatment>> treatments = new LinkedHashMap<>();
		for (org.trapline.model.Treatment treatment : list) {
			for (TreatedRegister treated : treatment.getRegisters()) {
				treatments.computeIfAbsent(register(treated.getRegister()), r -> new ArrayList<>())
						.add(new Treatment(kind(treatment.getKind()), controls(treatment.getWhen()),
								Optional.ofNullable(treated.getTarget()).map(this::register)));
			}
		}
		return new Treatments(memoryCost.map(each -> (CostTerm) cost(each)), treatments);
	}

	private static Treatment.Kind kind(org.trapline.model.TreatmentKind kind) {
		return switch (kind) {
		case DEFER -> Treatment.Kind.DEFER;
		case REDIRECT -> Treatment.Kind.REDIRECT;
		case CACHED -> Treatment.Kind.CACHED;
		};
	}

	// ------------------------------------------------------------------------------------------- hypervisors

	/** A hypervisor at its level, at which it may run with additional controls. */
	private Hypervisor hypervisor(Level level) {
		Hypervisor plain = hypervisor(level.getHypervisor());
		return level.getRunsWith().isEmpty() ? plain : plain.runningWith(controls(Inheritance.runsWith(level)));
	}

	private Hypervisor hypervisor(org.trapline.model.Hypervisor hypervisor) {
		return hypervisors.computeIfAbsent(hypervisor, h -> {
			Map<Object, Inheritance.RoutineOf> routines = Inheritance.routines(h);
			Map<ExitReason, Handler> handlers = new HashMap<>();
			routines.forEach((purpose, routine) -> {
				switch (purpose) {
				case org.trapline.model.AccessReason access -> handlers.put(reason(access), handler(routine));
				case org.trapline.model.Operation operation -> handlers.put(instruction(operation), handler(routine));
				default -> {
					// Not a handler.
				}
				}
			});
			return new Hypervisor(h.getName(), controls(Inheritance.hides(h)), controls(Inheritance.offers(h)), controls(Inheritance.runsWith(h)),
					Inheritance.configurations(h).stream().map(this::configuration).toList(), steps(routines.get(RoutineKind.EXIT)),
					steps(routines.get(RoutineKind.ENTER)), steps(routines.get(RoutineKind.FORWARD)), handlers);
		});
	}

	/** The steps of a routine; none where a hypervisor has no such routine. */
	private List<Step> steps(Inheritance.RoutineOf routine) {
		return routine == null ? List.of() : routine.steps().stream().map(this::step).toList();
	}

	private Handler handler(Inheritance.RoutineOf routine) {
		return new Handler(steps(routine), routine.fast());
	}

	private TrapConfiguration configuration(org.trapline.model.TrapConfiguration configuration) {
		return new TrapConfiguration(configuration.isHypervisor(),
				Optional.ofNullable(configuration.getGuestRunsWith()).map(this::control),
				configuration.getControls().stream().map(each -> new ConfiguredControl(control(each.getControl()),
						each.getConditions().stream().map(this::condition).toList())).toList());
	}

	private Set<ExitReason> reasons(List<org.trapline.model.AccessReason> accesses, List<org.trapline.model.Operation> named) {
		Set<ExitReason> reasons = new HashSet<>();
		accesses.forEach(access -> reasons.add(reason(access)));
		named.forEach(operation -> reasons.add(instruction(operation)));
		return reasons;
	}

	private static AccessReason reason(org.trapline.model.AccessReason access) {
		return switch (access) {
		case ACCESS -> AccessReason.ACCESS;
		case MMIO -> AccessReason.MMIO;
		};
	}

	private Step step(org.trapline.model.Step step) {
		List<Action> actions = new ArrayList<>();
		step.getActions().forEach(action -> compile(action, actions));
		Step compiled = new Step(Optional.ofNullable(step.getTitle()).orElse(""), step.getConditions().stream().map(this::condition).toList(), actions);
		steps.put(compiled, step);
		return compiled;
	}

	private Condition condition(org.trapline.model.Condition condition) {
		Condition plain = switch (condition) {
		case ReasonCondition reason -> new Condition.ExitIs(reasons(reason.getAccesses(), reason.getOperations()));
		case GuestCondition guest -> new Condition.GuestRunsWith(control(guest.getControl()));
		case CpuCondition cpu -> new Condition.CpuHas(control(cpu.getControl()));
		case SelfCondition self -> new Condition.RunsWith(control(self.getControl()));
		case NestedCondition nested -> new Condition.Nested();
		case FlagCondition flag -> new Condition.Remembers(flag(flag.getFlag()));
		default -> throw new IllegalArgumentException("unknown condition " + condition.eClass().getName());
		};
		return condition.isNegated() ? new Condition.Not(plain) : plain;
	}

	private void compile(org.trapline.model.Action action, List<Action> actions) {
		switch (action) {
		case WorkAction work -> work.getCosts().forEach(cost -> actions.add(new Action.Work(cost(cost), work.isPerLevel())));
		case OperationAction perform ->
			perform.getOperations().forEach(operation -> actions.add(new Action.Perform(instruction(operation))));
		case FlagAction remember ->
			remember.getFlags().forEach(flag -> actions.add(new Action.Remember(flag(flag), !remember.isForget())));
		case AccessAction access -> access.getTargets().forEach(target -> access(target, access.getDirection(), actions));
		default -> throw new IllegalArgumentException("unknown action " + action.eClass().getName());
		}
	}

	private void access(RegisterTarget target, org.trapline.model.Direction direction, List<Action> actions) {
		switch (target) {
		case RegisterSet set -> set.getRegisters().forEach(register -> access(register, direction, actions));
		case org.trapline.model.Register register -> directions(direction)
				.forEach(each -> actions.add(new Action.Perform(new RegisterAccess(register(register), each))));
		default -> throw new IllegalArgumentException("unknown register target " + target.eClass().getName());
		}
	}
}
