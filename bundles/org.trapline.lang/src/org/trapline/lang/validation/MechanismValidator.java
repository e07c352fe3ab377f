// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.eclipse.xtext.validation.Check;
import org.trapline.catalog.Catalog;
import org.trapline.catalog.Library;
import org.trapline.lang.Inheritance;
import org.trapline.model.Control;
import org.trapline.model.Cpu;
import org.trapline.model.Device;
import org.trapline.model.DeviceAssignment;
import org.trapline.model.Level;
import org.trapline.model.Mechanism;
import org.trapline.model.ModelPackage;
import org.trapline.model.Pin;
import org.trapline.model.Platform;
import org.trapline.model.Stack;

import jakarta.inject.Inject;

/** What mechanisms need, exclude, and lose on their way up a stack; and what devices can be assigned to. */
public class MechanismValidator extends PartialValidator {

	/** The libraries of mechanisms that put devices in the hands of virtual machines. */
	private static final String PASSTHROUGH = "org.trapline.mechanism.passthrough/";

	@Inject
	private Catalog catalog;

	@Inject
	private IScopeProvider scopes;

	@Check
	public void mechanismsGetWhatTheyNeed(Stack stack) {
		List<Mechanism> used = Inheritance.mechanisms(stack);
		Set<Control> machine = Inheritance.platform(stack).map(Platform::getCpu).filter(cpu -> !cpu.eIsProxy()).map(Inheritance::controls).orElse(null);
		for (Mechanism mechanism : used) {
			if (mechanism.eIsProxy()) {
				continue;
			}
			for (Mechanism needed : mechanism.getNeeds()) {
				if (!needed.eIsProxy() && !used.contains(needed)) {
					atMechanism(stack, mechanism, "mechanism '" + mechanism.getName() + "' needs '" + needed.getName() + "': add it after 'mechanism'",
							ProblemCodes.MECHANISM_NEEDS, needed.getName());
				}
			}
			List<Control> lacking = mechanism.getNeedsControls().stream().filter(control -> !control.eIsProxy())
					.filter(control -> machine != null && !machine.contains(control) && used.stream().noneMatch(other -> other.getHardware().contains(control)))
					.toList();
			if (!lacking.isEmpty()) {
				atMechanism(stack, mechanism, "mechanism '" + mechanism.getName() + "' needs a cpu with " + names(lacking) + ", and platform '"
						+ Inheritance.platform(stack).orElseThrow().getName() + "' has " + Inheritance.platform(stack).orElseThrow().getCpu().getName(),
						ProblemCodes.MECHANISM_CPU);
			}
			needsThreads(stack, mechanism);
			for (Mechanism excluded : mechanism.getExcludes()) {
				if (used.contains(excluded)) {
					atMechanism(stack, mechanism, "mechanism '" + mechanism.getName() + "' does not go together with '" + excluded.getName()
							+ "': remove one of them", ProblemCodes.MECHANISM_EXCLUDES);
				}
			}
		}
	}

	private void needsThreads(Stack stack, Mechanism mechanism) {
		Optional<Platform> platform = Inheritance.platform(stack);
		if (platform.isEmpty()) {
			return;
		}
		int threads = Math.max(1, platform.get().getThreads());
		if (mechanism.getNeedsThreads() > threads) {
			atMechanism(stack, mechanism, "mechanism '" + mechanism.getName() + "' needs " + mechanism.getNeedsThreads() + " hardware threads on a core, and platform '"
					+ platform.get().getName() + "' has " + threads + ": write 'threads " + mechanism.getNeedsThreads() + "' there", ProblemCodes.THREADS);
		} else if (mechanism.isTakesSibling() && Inheritance.slowdown(platform.get(), mechanism.getWaits()).isEmpty()) {
			atMechanism(stack, mechanism, "platform '" + platform.get().getName() + "' does not say what a sibling costs that waits by '" + mechanism.getWaits()
					+ "': add 'siblings NAME' there, with '" + mechanism.getWaits() + " 5 % assumed \"…\"'", ProblemCodes.THREADS);
		}
	}

	/** vCPUs run where there are hardware threads, one on each, and not where a mechanism has one. */
	@Check
	public void pinsFit(Stack stack) {
		Optional<Platform> platform = Inheritance.platform(stack);
		if (platform.isEmpty()) {
			return;
		}
		int threads = Math.max(1, platform.get().getThreads());
		Optional<Mechanism> takesSibling = Inheritance.mechanisms(stack).stream().filter(each -> !each.eIsProxy() && each.isTakesSibling()).findFirst();
		Set<String> levels = new HashSet<>(Inheritance.levels(stack).keySet());
		Inheritance.guest(stack).ifPresent(levels::add);
		levels.remove("L0");
		Map<List<Integer>, Pin> byThread = new HashMap<>();
		Map<Integer, Pin> byCore = new HashMap<>();
		Map<String, Pin> byVcpu = new HashMap<>();
		for (Pin pin : Inheritance.pins(stack)) {
			if (!levels.contains(pin.getLevel())) {
				atPin(stack, pin, "stack '" + stack.getName() + "' has no virtual machine at " + pin.getLevel() + " whose vCPU could be pinned",
						ModelPackage.Literals.PIN__LEVEL);
			}
			if (platform.get().getCores() > 0 && pin.getCore() >= platform.get().getCores()) {
				atPin(stack, pin, "platform '" + platform.get().getName() + "' has the cores 0 to " + (platform.get().getCores() - 1) + ", not " + pin.getCore(),
						ModelPackage.Literals.PIN__CORE);
			} else if (pin.getThread() >= threads) {
				atPin(stack, pin, "a core of platform '" + platform.get().getName() + "' has " + (threads == 1 ? "one hardware thread, 0"
						: "the hardware threads 0 to " + (threads - 1)) + ", not " + pin.getThread(), ModelPackage.Literals.PIN__THREAD);
			}
			Pin before = byVcpu.putIfAbsent(text(pin), pin);
			if (before != null) {
				atPin(stack, pin, text(pin) + " is pinned to core " + before.getCore() + ", thread " + before.getThread() + " already: remove one of both",
						ModelPackage.Literals.PIN__VCPU);
			}
			Pin other = byThread.putIfAbsent(List.of(pin.getCore(), pin.getThread()), pin);
			if (other != null && other != before && !isNested(other, pin)) {
				atPin(stack, pin, "core " + pin.getCore() + ", thread " + pin.getThread() + " is given to " + text(other) + " already: "
						+ (threads == 1 ? "take another core, or a platform with more threads ('threads 2')" : "take another thread of it, 0 to " + (threads - 1) + ", or another core"),
						ModelPackage.Literals.PIN__THREAD);
			}
			Pin sibling = byCore.putIfAbsent(pin.getCore(), pin);
			if (sibling != null && sibling.getThread() != pin.getThread() && takesSibling.isPresent()) {
				atPin(stack, pin, "the sibling of " + text(sibling) + " on core " + pin.getCore() + " is taken by mechanism '" + takesSibling.get().getName()
						+ "': it cannot be given to " + text(pin) + " too; pin that to another core", ModelPackage.Literals.PIN__THREAD);
			}
		}
	}

	/** At the pin where the stack itself has it; else at the name of a stack that changes what the pin is for. */
	private void atPin(Stack stack, Pin pin, String message, EStructuralFeature feature) {
		if (pin.eContainer() == stack) {
			error(message, pin, feature, ProblemCodes.THREADS);
		} else if (stack.getPlatform() != null || !stack.getLevels().isEmpty() || !stack.getMechanisms().isEmpty()) {
			error(message, stack, ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.THREADS);
		}
	}

	/** A vCPU of a nested VM runs on the vCPU of its hypervisor: on the same hardware thread, that is. */
	private static boolean isNested(Pin one, Pin other) {
		return !one.getLevel().equals(other.getLevel());
	}

	private static String text(Pin pin) {
		return "vCPU " + pin.getVcpu() + " of " + pin.getLevel();
	}

	/** At the mechanism where the stack itself names it, else at the stack's name. */
	private void atMechanism(Stack stack, Mechanism mechanism, String message, String code, String... data) {
		int index = stack.getMechanisms().indexOf(mechanism);
		if (index >= 0) {
			error(message, ModelPackage.Literals.STACK__MECHANISMS, index, code, data);
		} else if (stack.getSuperStack() == null || !stack.getMechanisms().isEmpty() || stack.getPlatform() != null || !stack.getLevels().isEmpty()) {
			error(message, ModelPackage.Literals.NAMED_ELEMENT__NAME, code, data);
		}
	}

	@Check
	public void whatIsLeftOutIsUsed(Level level) {
		Stack stack = (Stack) level.eContainer();
		for (int i = 0; i < level.getWithout().size(); i++) {
			Mechanism mechanism = level.getWithout().get(i);
			if (mechanism.eIsProxy()) {
				continue;
			}
			if (!Inheritance.mechanisms(stack).contains(mechanism)) {
				error("stack '" + stack.getName() + "' does not use '" + mechanism.getName() + "': there is nothing to do without; remove it here, or add it after 'mechanism'",
						ModelPackage.Literals.LEVEL__WITHOUT, i, ProblemCodes.NOT_PASSED_ON, mechanism.getName());
			} else {
				warning(level.getName() + " does not pass '" + mechanism.getName() + "' on: all software above " + level.getName()
						+ " does without it; remove 'without " + mechanism.getName() + "' where that is not what you want", ModelPackage.Literals.LEVEL__WITHOUT, i,
						ProblemCodes.NOT_PASSED_ON, mechanism.getName());
			}
		}
	}

	/** A hypervisor that was not made for what a mechanism offers goes on as ever: the mechanism has no effect above it. */
	@Check
	public void hypervisorsKnowWhatTheyAreOffered(Stack stack) {
		List<Level> levels = List.copyOf(Inheritance.levels(stack).values());
		for (Mechanism mechanism : Inheritance.mechanisms(stack)) {
			if (mechanism.eIsProxy() || levels.stream().anyMatch(level -> level.getHypervisor().eIsProxy())) {
				continue;
			}
			Inheritance.without(stack, mechanism).stream().findFirst().map(levels::get)
					.filter(level -> !Inheritance.knows(level.getHypervisor(), mechanism) && !level.getWithout().contains(mechanism))
					.ifPresent(level -> warning(level.getName() + " (" + level.getHypervisor().getName() + ") does not know what mechanism '"
							+ mechanism.getName() + "' offers (" + names(mechanism.getOffers()) + "): all software above " + level.getName()
							+ " does without it; take a hypervisor that asks 'cpu has " + mechanism.getOffers().get(0).getName() + "'",
							level.eContainer() == stack ? level : stack, ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.NOT_PASSED_ON));
		}
	}

	/** What is in the hardware's hands is somebody's: a physical device that is given to nobody would be free, and could be given twice. */
	@Check
	public void physicalDevicesAreAssigned(Stack stack) {
		String guest = Inheritance.guest(stack).orElse("");
		for (Mechanism mechanism : Inheritance.mechanisms(stack)) {
			boolean assigned = Inheritance.assignments(stack).stream().anyMatch(assignment -> assignment.getLevel().equals(guest));
			if (!mechanism.eIsProxy() && mechanism.isMigrationImpossible() && !assigned && !guest.isEmpty()) {
				List<Device> devices = Inheritance.platform(stack).map(platform -> List.<Device>copyOf(platform.getDevices())).orElse(List.of());
				atMechanism(stack, mechanism, "mechanism '" + mechanism.getName() + "' puts a physical device in the hands of " + guest + ", and none is assigned to it: "
						+ (devices.isEmpty() ? "give the platform a device, 'device nic : network', and write 'assign nic to " + guest + "' here"
								: "add 'assign " + devices.getFirst().getName() + " to " + guest + "'"), ProblemCodes.DEVICE);
			}
		}
	}

	/** An assignment gives a device away; it is a mechanism that puts it there, and without one accesses to it exit as ever. */
	@Check
	public void somethingPutsDevicesWhereTheyAreAssigned(DeviceAssignment assignment) {
		Stack stack = (Stack) assignment.eContainer();
		String guest = Inheritance.guest(stack).orElse("");
		Device device = assignment.getDevice();
		List<Mechanism> used = Inheritance.mechanisms(stack);
		if (device.eIsProxy() || guest.isEmpty() || used.stream().anyMatch(each -> each.eIsProxy() || putsDevices(each))) {
			return;
		}
		String nothing = "nothing puts '" + device.getName() + "' in the hands of " + assignment.getLevel() + ": ";
		Optional<Cpu> cpu = Inheritance.platform(stack).map(Platform::getCpu).filter(each -> !each.eIsProxy());
		// What has a namespace is in sight by two names.
		Set<URI> seen = new HashSet<>();
		List<String> mechanisms = StreamSupport.stream(scopes.getScope(stack, ModelPackage.Literals.STACK__MECHANISMS).getAllElements().spliterator(), false)
				.filter(each -> EcoreUtil.resolve(each.getEObjectOrProxy(), stack) instanceof Mechanism mechanism && putsDevices(mechanism)
						&& cpu.filter(machine -> !mechanism.getCpu().eIsProxy() && Inheritance.is(machine, mechanism.getCpu())).isPresent()
						&& seen.add(each.getEObjectURI()))
				.map(each -> "'mechanism " + each.getName() + "'").toList();
		if (!assignment.getLevel().equals(guest)) {
			if (Inheritance.levels(stack).containsKey(assignment.getLevel())) {
				warning(nothing + "mechanisms do that for the software on top, which is at " + guest + "; write '" + guest + "', or remove it",
						ModelPackage.Literals.DEVICE_ASSIGNMENT__LEVEL, ProblemCodes.DEVICE);
			}
		} else if (!mechanisms.isEmpty()) {
			warning(nothing + "add " + String.join(", or add ", mechanisms), ModelPackage.Literals.DEVICE_ASSIGNMENT__DEVICE, ProblemCodes.DEVICE);
		} else {
			List<String> libraries = catalog.libraries().stream().map(Library::name).filter(name -> name.startsWith(PASSTHROUGH)).toList();
			// Those for other classes of CPUs are of no use.
			String kind = cpu.flatMap(Inheritance::implementation).map(id -> id.substring(id.lastIndexOf('.') + 1)).orElse("");
			List<String> fitting = libraries.stream().filter(name -> name.endsWith("-" + kind)).toList();
			String[] meant = (fitting.isEmpty() ? libraries : fitting).toArray(String[]::new);
			warning(nothing + "import mechanisms that do" + (meant.length == 0 ? "" : ", \"" + String.join("\" or \"", meant) + "\"") + ", and add one of them",
					ModelPackage.Literals.DEVICE_ASSIGNMENT__DEVICE, ProblemCodes.DEVICE, meant);
		}
	}

	/** Whether a mechanism puts devices in the hands of the software on top: it says then what that means for moving them. */
	private static boolean putsDevices(Mechanism mechanism) {
		return mechanism.isMigrationImpossible() || mechanism.getMigrationOperation() != null;
	}

	@Check
	public void devicesAreAssignedToWhatIsThere(DeviceAssignment assignment) {
		Stack stack = (Stack) assignment.eContainer();
		Device device = assignment.getDevice();
		if (device.eIsProxy()) {
			return;
		}
		Set<String> levels = new HashSet<>(Inheritance.levels(stack).keySet());
		Inheritance.guest(stack).ifPresent(levels::add);
		levels.remove("L0");
		if (!levels.contains(assignment.getLevel())) {
			error("stack '" + stack.getName() + "' has no virtual machine at " + assignment.getLevel() + ": it has "
					+ levels.stream().sorted().collect(Collectors.joining(", ")), ModelPackage.Literals.DEVICE_ASSIGNMENT__LEVEL, ProblemCodes.DEVICE);
		}
	}

	@Check
	public void aDeviceIsAssignedToAsManyAsItCanTake(Stack stack) {
		Map<Device, List<String>> taken = new HashMap<>();
		for (DeviceAssignment assignment : Inheritance.assignments(stack)) {
			Device device = assignment.getDevice();
			if (device.eIsProxy()) {
				continue;
			}
			List<String> levels = taken.computeIfAbsent(device, each -> new ArrayList<>());
			levels.add(assignment.getLevel());
			int functions = Math.max(1, device.getFunctions());
			if (levels.size() > functions && assignment.eContainer() == stack) {
				error("device '" + device.getName() + "' is assigned to " + String.join(" and ", levels) + ", and it can be assigned to " + functions
						+ " virtual machine" + (functions == 1 ? "" : "s") + " at a time: remove one, or give the device more functions ('functions "
						+ levels.size() + "')", assignment, ModelPackage.Literals.DEVICE_ASSIGNMENT__DEVICE, ProblemCodes.DEVICE);
			}
		}
	}
}
