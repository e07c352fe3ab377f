// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang;

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

import org.trapline.model.Control;
import org.trapline.model.Cost;
import org.trapline.model.CostSetting;
import org.trapline.model.CostTable;
import org.trapline.model.CostValue;
import org.trapline.model.Cpu;
import org.trapline.model.Hypervisor;
import org.trapline.model.Level;
import org.trapline.model.Mechanism;
import org.trapline.model.Platform;
import org.trapline.model.Routine;
import org.trapline.model.RoutineKind;
import org.trapline.model.Stack;
import org.trapline.model.TrapConfiguration;
import org.trapline.model.Treatment;

/**
 * What elements come to with what they inherit by {@code extends}. Every method also ends on elements that extend
 * themselves, which validation reports.
 */
public final class Inheritance {

	private Inheritance() {
	}

	/** The element, then what it extends, and so on; each once. */
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

	/** Whether following {@code extends} comes back to the element. */
	public static <T> boolean extendsItself(T element, UnaryOperator<T> parent) {
		List<T> line = line(element, parent);
		return parent.apply(line.get(line.size() - 1)) == element;
	}

	// ------------------------------------------------------------------------------------------- CPUs

	/** Whether a CPU is another one or extends it. */
	public static boolean is(Cpu cpu, Cpu other) {
		return line(cpu, Cpu::getSuperCpu).contains(other);
	}

	/** All controls that a CPU understands. */
	public static Set<Control> controls(Cpu cpu) {
		Set<Control> controls = new LinkedHashSet<>();
		line(cpu, Cpu::getSuperCpu).forEach(each -> controls.addAll(each.getControls()));
		return controls;
	}

	/** Id of the contribution that decides for a CPU. */
	public static Optional<String> implementation(Cpu cpu) {
		return first(line(cpu, Cpu::getSuperCpu), Cpu::getImplementation);
	}

	/** Cost of an access that a CPU keeps in memory. */
	public static Optional<Cost> memoryCost(Cpu cpu) {
		return first(line(cpu, Cpu::getSuperCpu), Cpu::getMemoryCost);
	}

	/** The ways in which a CPU keeps register accesses from trapping, its own before those of what it extends. */
	public static List<Treatment> treatments(Cpu cpu) {
		return line(cpu, Cpu::getSuperCpu).stream().flatMap(each -> each.getTreatments().stream()).toList();
	}

	// ------------------------------------------------------------------------------------------- hypervisors

	/** The CPU that a hypervisor needs, at the least. */
	public static Optional<Cpu> cpu(Hypervisor hypervisor) {
		return first(line(hypervisor, Hypervisor::getSuperHypervisor), Hypervisor::getCpu);
	}

	/** The controls that a hypervisor sets for itself: its own, else those of what it extends. */
	public static List<Control> runsWith(Hypervisor hypervisor) {
		return line(hypervisor, Hypervisor::getSuperHypervisor).stream().map(Hypervisor::getRunsWith).filter(own -> !own.isEmpty())
				.findFirst().map(List::copyOf).orElse(List.of());
	}

	/** What a hypervisor configures: for each kind of guest its own word, else that of what it extends. */
	public static List<TrapConfiguration> configurations(Hypervisor hypervisor) {
		Map<Object, TrapConfiguration> byGuest = new LinkedHashMap<>();
		for (Hypervisor each : line(hypervisor, Hypervisor::getSuperHypervisor).reversed()) {
			for (TrapConfiguration configuration : each.getConfigurations()) {
				byGuest.put(Arrays.asList(configuration.isHypervisor(), configuration.getGuestRunsWith()), configuration);
			}
		}
		return List.copyOf(byGuest.values());
	}

	/** The routines of a hypervisor: what it says of an exit reason, or of a kind of routine, replaces what it extends says of it. */
	public static Map<Object, Routine> routines(Hypervisor hypervisor) {
		Map<Object, Routine> byPurpose = new LinkedHashMap<>();
		for (Hypervisor each : line(hypervisor, Hypervisor::getSuperHypervisor).reversed()) {
			for (Routine routine : each.getRoutines()) {
				purposes(routine).forEach(purpose -> byPurpose.put(purpose, routine));
			}
		}
		return byPurpose;
	}

	/** What a routine is for: exit reasons (an {@code AccessReason} or {@code Operation}) where it handles, else its kind. */
	public static List<Object> purposes(Routine routine) {
		if (routine.getKind() != RoutineKind.HANDLE) {
			return List.of(routine.getKind());
		}
		List<Object> reasons = new ArrayList<>(routine.getAccesses());
		reasons.addAll(routine.getOperations());
		return reasons;
	}

	// ------------------------------------------------------------------------------------------- costs

	/** The value of a cost: in the table, in what the table extends, or the cost's own default. */
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

	/** The hypervisors of a stack by the names of their levels, those inherited first; a level that a stack gives anew wins. */
	public static Map<String, Hypervisor> hypervisors(Stack stack) {
		Map<String, Hypervisor> levels = new LinkedHashMap<>();
		for (Stack each : line(stack, Stack::getSuperStack).reversed()) {
			for (Level level : each.getLevels()) {
				levels.put(level.getName(), level.getHypervisor());
			}
		}
		return levels;
	}

	/** The mechanisms of a stack: those inherited, then its own; each once. */
	public static List<Mechanism> mechanisms(Stack stack) {
		Set<Mechanism> mechanisms = new LinkedHashSet<>();
		for (Stack each : line(stack, Stack::getSuperStack).reversed()) {
			mechanisms.addAll(each.getMechanisms());
		}
		return new ArrayList<>(mechanisms);
	}
}
