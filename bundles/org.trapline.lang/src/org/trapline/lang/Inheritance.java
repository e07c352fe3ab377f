// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.eclipse.xtext.EcoreUtil2;
import org.trapline.model.Control;
import org.trapline.model.Cost;
import org.trapline.model.CostSetting;
import org.trapline.model.CostTable;
import org.trapline.model.CostValue;
import org.trapline.model.Cpu;
import org.trapline.model.CpuCondition;
import org.trapline.model.DeviceAssignment;
import org.trapline.model.Flag;
import org.trapline.model.FlagAction;
import org.trapline.model.FlagCondition;
import org.trapline.model.Hypervisor;
import org.trapline.model.Level;
import org.trapline.model.Mechanism;
import org.trapline.model.Placement;
import org.trapline.model.Pin;
import org.trapline.model.Platform;
import org.trapline.model.Reference;
import org.trapline.model.Routine;
import org.trapline.model.RoutineKind;
import org.trapline.model.SiblingSlowdown;
import org.trapline.model.Stack;
import org.trapline.model.Step;
import org.trapline.model.Unit;
import org.trapline.model.WaitKind;
import org.trapline.sim.cost.Amount;
import org.trapline.model.TrapConfiguration;
import org.trapline.model.Treatment;
import org.trapline.sim.stack.CpuViews;

/**
 * Elements with the parts that they inherit by {@code extends}. Every method also terminates on elements that extend themselves, which validation
 * reports.
 */
public final class Inheritance {

	private Inheritance() {
	}

	/** The element, then the one that it extends, and so on; each once. */
	private static <T> List<T> line(T element, UnaryOperator<T> parent) {
		Set<T> line = new LinkedHashSet<>();
		for (T next = element; next != null && line.add(next);) {
			next = parent.apply(next);
		}
		return List.copyOf(line);
	}

	private static <T, V> Optional<V> first(List<T> line, Function<T, V> value) {
		return line.stream().map(value).filter(Objects::nonNull).findFirst();
	}

	/** Whether {@code extends} leads back to the element. */
	public static <T> boolean extendsItself(T element, UnaryOperator<T> parent) {
		List<T> line = line(element, parent);
		return parent.apply(line.get(line.size() - 1)) == element;
	}

	// ------------------------------------------------------------------------------------------- CPUs

	/** A CPU, then the one that it extends, and so on; each once. */
	public static List<Cpu> line(Cpu cpu) {
		return line(cpu, Cpu::getSuperCpu);
	}

	/** Whether a CPU is another one or extends it. */
	public static boolean is(Cpu cpu, Cpu other) {
		return line(cpu).contains(other);
	}

	/** All controls that a CPU understands. */
	public static Set<Control> controls(Cpu cpu) {
		Set<Control> controls = new LinkedHashSet<>();
		for (Cpu each : line(cpu, Cpu::getSuperCpu).reversed()) {
			each.getLacks().forEach(controls::remove);
			controls.addAll(each.getControls());
		}
		return controls;
	}

	/** Id of the contribution that implements a CPU. */
	public static Optional<String> implementation(Cpu cpu) {
		return first(line(cpu, Cpu::getSuperCpu), Cpu::getImplementation);
	}

	/** Cost of a deferred access on a CPU. */
	public static Optional<Cost> deferredCost(Cpu cpu) {
		return first(line(cpu, Cpu::getSuperCpu), Cpu::getDeferredCost);
	}

	/** The hardware's cost of a trap, where a CPU's model says so. */
	public static Optional<Cost> trapCost(Cpu cpu) {
		return first(line(cpu, Cpu::getSuperCpu), Cpu::getTrapCost);
	}

	/** The treatments of a CPU, its own before inherited ones. */
	public static List<Treatment> treatments(Cpu cpu) {
		return line(cpu, Cpu::getSuperCpu).stream().flatMap(each -> each.getTreatments().stream()).toList();
	}

	// ------------------------------------------------------------------------------------------- hypervisors

	/** The earliest CPU that a hypervisor runs on. */
	public static Optional<Cpu> cpu(Hypervisor hypervisor) {
		return first(line(hypervisor, Hypervisor::getSuperHypervisor), Hypervisor::getCpu);
	}

	/** The measurements that a hypervisor's programs were written from, those of what it extends included. */
	public static Set<Reference> writtenFrom(Hypervisor hypervisor) {
		return line(hypervisor, Hypervisor::getSuperHypervisor).stream().flatMap(each -> each.getWrittenFrom().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/**
	 * Whether the program of a hypervisor was written from a published table: itself, or what it extends, says so, or the table does.
	 * Its number of traps is then described by the table, and no prediction of it.
	 */
	public static boolean isWrittenFrom(Hypervisor hypervisor, Reference reference) {
		return writtenFrom(hypervisor).contains(reference)
				|| line(hypervisor, Hypervisor::getSuperHypervisor).stream().anyMatch(reference.getDescribes()::contains);
	}

	/** The controls that a hypervisor sets for itself: its own, else those of what it extends. */
	public static List<Control> runsWith(Hypervisor hypervisor) {
		return line(hypervisor, Hypervisor::getSuperHypervisor).stream().map(Hypervisor::getRunsWith).filter(own -> !own.isEmpty())
				.findFirst().map(List::copyOf).orElse(List.of());
	}

	/** The configurations of a hypervisor: for each kind of guest its own, or the inherited one. */
	public static List<TrapConfiguration> configurations(Hypervisor hypervisor) {
		Map<Object, TrapConfiguration> byGuest = new LinkedHashMap<>();
		for (Hypervisor each : line(hypervisor, Hypervisor::getSuperHypervisor).reversed()) {
			for (TrapConfiguration configuration : each.getConfigurations()) {
				byGuest.put(Arrays.asList(configuration.isHypervisor(), configuration.getGuestRunsWith()), configuration);
			}
		}
		return List.copyOf(byGuest.values());
	}

	/**
	 * A routine of a hypervisor, inherited parts included.
	 *
	 * @param steps in order
	 * @param fast  whether it is a handler that runs without the exit and entry paths
	 */
	public record RoutineOf(List<Step> steps, boolean fast) {
	}

	/**
	 * A hypervisor's routines by their purpose: its own routine for an exit reason, or of a kind, replaces or refines the inherited one.
	 */
	public static Map<Object, RoutineOf> routines(Hypervisor hypervisor) {
		Map<Object, RoutineOf> byPurpose = new LinkedHashMap<>();
		for (Hypervisor each : line(hypervisor, Hypervisor::getSuperHypervisor).reversed()) {
			for (Routine routine : each.getRoutines()) {
				for (Object purpose : purposes(routine)) {
					byPurpose.merge(purpose, new RoutineOf(routine.getSteps(), routine.isFast()),
							(inherited, own) -> routine.isRefines() ? new RoutineOf(refined(inherited.steps(), routine), inherited.fast()) : own);
				}
			}
		}
		return byPurpose;
	}

	/** The flags that a hypervisor sets, clears or tests. */
	public static Set<Flag> flags(Hypervisor hypervisor) {
		Set<Flag> flags = new LinkedHashSet<>();
		Stream.concat(routines(hypervisor).values().stream().flatMap(routine -> routine.steps().stream()), configurations(hypervisor).stream())
				.forEach(part -> part.eAllContents().forEachRemaining(each -> {
					if (each instanceof FlagCondition condition) {
						flags.add(condition.getFlag());
					} else if (each instanceof FlagAction action) {
						flags.addAll(action.getFlags());
					}
				}));
		return flags;
	}

	/** The inherited steps for a purpose; empty where no such routine is inherited. */
	public static Optional<List<Step>> inherited(Hypervisor hypervisor, Object purpose) {
		Hypervisor parent = hypervisor.getSuperHypervisor();
		return parent == null || extendsItself(hypervisor, Hypervisor::getSuperHypervisor) ? Optional.empty()
				: Optional.ofNullable(routines(parent).get(purpose)).map(RoutineOf::steps);
	}

	/** A change without an existing anchor has no effect; validation reports it. */
	private static List<Step> refined(List<Step> inherited, Routine routine) {
		List<Step> steps = new ArrayList<>(inherited);
		steps.removeIf(step -> step.getTitle() != null && routine.getRemoves().contains(step.getTitle()));
		for (Step change : routine.getSteps()) {
			if (change.getPlacement() == Placement.LAST) {
				steps.add(change);
				continue;
			}
			// Several steps may share a title, such as one for each kind of machine: a change applies to all of them.
			List<Integer> places = IntStream.range(0, steps.size()).filter(i -> change.getAnchor().equals(steps.get(i).getTitle())).boxed().toList();
			if (!places.isEmpty()) {
				switch (change.getPlacement()) {
				case BEFORE -> steps.add(places.getFirst(), change);
				case AFTER -> steps.add(places.getLast() + 1, change);
				default -> {
					steps.set(places.getFirst(), change);
					places.reversed().stream().limit(places.size() - 1L).forEach(place -> steps.remove(place.intValue()));
				}
				}
			}
		}
		return List.copyOf(steps);
	}

	/** The purpose of a routine: the exit reasons (an {@code AccessReason} or {@code Operation}) of a handler, or its kind. */
	public static List<Object> purposes(Routine routine) {
		if (routine.getKind() != RoutineKind.HANDLE) {
			return List.of(routine.getKind());
		}
		List<Object> reasons = new ArrayList<>(routine.getAccesses());
		reasons.addAll(routine.getOperations());
		return reasons;
	}

	// ------------------------------------------------------------------------------------------- costs

	/** The value of a cost: of the table, of a table that it extends, or the cost's own default. */
	public static Optional<CostValue> value(Cost cost, CostTable table) {
		for (CostTable each : line(table, CostTable::getSuperTable)) {
			for (CostSetting setting : each.getSettings()) {
				if (setting.getCost() == cost) {
					return Optional.ofNullable(setting.getValue());
				}
			}
		}
		return Optional.ofNullable(cost.getDefault());
	}

	/** The cycles of a cost on a platform: times are converted at its clock and rounded to whole cycles, half up. */
	public static long cycles(CostValue value, Platform platform) {
		return cycles(value.getAmount(), value.getUnit(), hertz(platform));
	}

	/** The cycles of an amount of cycles or time at a clock, to the nearest, half up. */
	public static long cycles(BigDecimal amount, Unit unit, BigDecimal hertz) {
		BigDecimal cycles = unit == Unit.CYCLES ? amount : Quantities.inBase(amount, unit).multiply(hertz);
		return cycles.setScale(0, RoundingMode.HALF_UP).longValueExact();
	}

	/** The engine's form of an amount of cycles or time. */
	public static Amount amount(BigDecimal number, Unit unit) {
		return unit == Unit.CYCLES ? new Amount(number, false) : new Amount(Quantities.inBase(number, unit), true);
	}

	/** The slowdown of work on a platform while the sibling thread waits in a given way; empty where the platform does not say. */
	public static Optional<CostValue> slowdown(Platform platform, WaitKind wait) {
		return Optional.ofNullable(platform.getSiblings()).stream().flatMap(siblings -> siblings.getSlowdowns().stream())
				.filter(slowdown -> slowdown.getWait() == wait && slowdown.getValue() != null).map(SiblingSlowdown::getValue).findFirst();
	}

	/** The clock of a platform, in cycles per second. */
	public static BigDecimal hertz(Platform platform) {
		return Quantities.inBase(platform.getClock());
	}

	// ------------------------------------------------------------------------------------------- stacks

	/** The machine of a stack. */
	public static Optional<Platform> platform(Stack stack) {
		return first(line(stack, Stack::getSuperStack), Stack::getPlatform);
	}

	/** The CPU that guest hypervisors of a stack see: the machine's, or the one that a mechanism prototypes on it. */
	public static Optional<Cpu> cpuForGuests(Stack stack) {
		return mechanisms(stack).stream().map(Mechanism::getEmulates).filter(Objects::nonNull).findFirst()
				.or(() -> platform(stack).map(Platform::getCpu));
	}

	/** The name of the guest's level, as {@code L2}. */
	public static Optional<String> guest(Stack stack) {
		return first(line(stack, Stack::getSuperStack), Stack::getGuest);
	}

	/** The hypervisors of a stack by the names of their levels, inherited ones first; a stack's own levels override inherited ones. */
	public static Map<String, Hypervisor> hypervisors(Stack stack) {
		Map<String, Hypervisor> hypervisors = new LinkedHashMap<>();
		levels(stack).forEach((name, level) -> hypervisors.put(name, level.getHypervisor()));
		return hypervisors;
	}

	/** The mechanisms of a stack: those inherited, then its own; each once. */
	public static List<Mechanism> mechanisms(Stack stack) {
		Set<Mechanism> mechanisms = new LinkedHashSet<>();
		for (Stack each : line(stack, Stack::getSuperStack).reversed()) {
			mechanisms.addAll(each.getMechanisms());
		}
		return new ArrayList<>(mechanisms);
	}

	/** The device assignments of a stack: inherited ones, then its own. */
	public static List<DeviceAssignment> assignments(Stack stack) {
		return line(stack, Stack::getSuperStack).reversed().stream().flatMap(each -> each.getAssignments().stream()).toList();
	}

	/** The pinned vCPUs of a stack, inherited ones first. */
	public static List<Pin> pins(Stack stack) {
		return line(stack, Stack::getSuperStack).reversed().stream().flatMap(each -> each.getPins().stream()).toList();
	}

	/** The controls that the hypervisor at a level runs with: its own and those that the level adds. */
	public static Set<Control> runsWith(Level level) {
		Set<Control> controls = new LinkedHashSet<>(runsWith(level.getHypervisor()));
		controls.addAll(level.getRunsWith());
		return controls;
	}

	/** The levels of a stack by their names, as {@link #hypervisors(Stack)}. */
	public static Map<String, Level> levels(Stack stack) {
		Map<String, Level> levels = new LinkedHashMap<>();
		for (Stack each : line(stack, Stack::getSuperStack).reversed()) {
			each.getLevels().forEach(level -> levels.put(level.getName(), level));
		}
		return levels;
	}

	/** The levels of a stack that do not pass a mechanism on: those with {@code without}, and those whose hypervisor does not use it. */
	public static Set<Integer> without(Stack stack, Mechanism mechanism) {
		Set<Integer> without = new LinkedHashSet<>();
		int number = 0;
		for (Level level : levels(stack).values()) {
			if (level.getWithout().contains(mechanism) || !knows(level.getHypervisor(), mechanism)) {
				without.add(number);
			}
			number++;
		}
		return without;
	}

	/**
	 * Whether a hypervisor uses what a mechanism offers: it asks its CPU for one of the offered controls. Only then can it pass the
	 * mechanism on. A mechanism that offers nothing is always used.
	 */
	public static boolean knows(Hypervisor hypervisor, Mechanism mechanism) {
		return mechanism.getOffers().isEmpty() || line(hypervisor, Hypervisor::getSuperHypervisor).stream()
				.flatMap(each -> EcoreUtil2.getAllContentsOfType(each, CpuCondition.class).stream())
				.anyMatch(condition -> mechanism.getOffers().contains(condition.getControl()));
	}

	/** The controls of the CPU that each hypervisor of a stack sees, L0's first: as the engine has it, by {@link CpuViews}. */
	public static List<Set<Control>> cpus(Stack stack) {
		return CpuViews.of(platform(stack).map(Platform::getCpu).map(Inheritance::controls).orElse(Set.of()),
				mechanisms(stack).stream().map(mechanism -> new CpuViews.Mechanism<>(hardware(mechanism), Set.copyOf(mechanism.getOffers()), without(stack, mechanism)))
						.toList(),
				hypervisors(stack).values().stream().map(hypervisor -> new CpuViews.Level<>(hides(hypervisor), offers(hypervisor))).toList());
	}

	/** The controls that a mechanism adds to the machine: its own, and those of the CPU that it prototypes. */
	private static Set<Control> hardware(Mechanism mechanism) {
		Set<Control> hardware = new LinkedHashSet<>(mechanism.getHardware());
		Optional.ofNullable(mechanism.getEmulates()).map(Inheritance::controls).ifPresent(hardware::addAll);
		return hardware;
	}

	/** Whether all hypervisors up to a level pass a mechanism on. */
	public static boolean reaches(Stack stack, Mechanism mechanism, int level) {
		return CpuViews.reaches(without(stack, mechanism), level);
	}

	/** Controls that a hypervisor offers its guests: its own and inherited ones. */
	public static Set<Control> offers(Hypervisor hypervisor) {
		Set<Control> offers = new LinkedHashSet<>();
		line(hypervisor, Hypervisor::getSuperHypervisor).forEach(each -> offers.addAll(each.getOffers()));
		return offers;
	}

	/** Controls that a hypervisor hides from its guests: its own and inherited ones. */
	public static Set<Control> hides(Hypervisor hypervisor) {
		Set<Control> hides = new LinkedHashSet<>();
		line(hypervisor, Hypervisor::getSuperHypervisor).forEach(each -> hides.addAll(each.getHides()));
		return hides;
	}
}
