// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation.stack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.xtext.validation.Check;
import org.trapline.lang.Inheritance;
import org.trapline.lang.validation.PartialValidator;
import org.trapline.lang.validation.ProblemCodes;
import org.trapline.model.Device;
import org.trapline.model.DeviceAssignment;
import org.trapline.model.Mechanism;
import org.trapline.model.ModelPackage;
import org.trapline.model.Stack;

import jakarta.inject.Inject;

/** Devices: what they can be assigned to, and whether a mechanism puts them there. */
public class DeviceValidator extends PartialValidator {

	@Inject
	private DeviceMechanisms deviceMechanisms;

	/** A mechanism for physical device assignment needs an assigned device: otherwise one device could be used by two virtual machines. */
	@Check
	public void physicalDevicesAreAssigned(Stack stack) {
		String guest = Inheritance.guest(stack).orElse("");
		for (Mechanism mechanism : Inheritance.mechanisms(stack)) {
			boolean assigned = Inheritance.assignments(stack).stream().anyMatch(assignment -> assignment.getLevel().equals(guest));
			if (!mechanism.eIsProxy() && mechanism.isMigrationImpossible() && !assigned && !guest.isEmpty()) {
				List<Device> devices = Inheritance.platform(stack).map(platform -> List.<Device>copyOf(platform.getDevices())).orElse(List.of());
				atMechanism(stack, mechanism, "mechanism '" + mechanism.getName() + "' gives a physical device to " + guest
						+ ", and no device is assigned to it: "
						+ (devices.isEmpty() ? "give the platform a device, 'device nic : network', and write 'assign nic to " + guest + "' here"
								: "add 'assign " + devices.getFirst().getName() + " to " + guest + "'"), ProblemCodes.DEVICE);
			}
		}
	}

	/** An assignment has an effect only with a mechanism: without one, accesses to the device still exit. */
	@Check
	public void somethingPutsDevicesWhereTheyAreAssigned(DeviceAssignment assignment) {
		Stack stack = (Stack) assignment.eContainer();
		String guest = Inheritance.guest(stack).orElse("");
		Device device = assignment.getDevice();
		List<Mechanism> used = Inheritance.mechanisms(stack);
		if (device.eIsProxy() || guest.isEmpty() || used.stream().anyMatch(each -> each.eIsProxy() || DeviceMechanisms.putsDevices(each))) {
			return;
		}
		String nothing = "no mechanism gives '" + device.getName() + "' to " + assignment.getLevel() + ": ";
		if (!assignment.getLevel().equals(guest)) {
			if (Inheritance.levels(stack).containsKey(assignment.getLevel())) {
				warning(nothing + "mechanisms give devices to the guest on top, which is at " + guest + "; write '" + guest + "', or remove it",
						ModelPackage.Literals.DEVICE_ASSIGNMENT__LEVEL, ProblemCodes.DEVICE);
			}
			return;
		}
		List<String> mechanisms = deviceMechanisms.inSight(stack, DeviceMechanisms::putsDevices);
		if (!mechanisms.isEmpty()) {
			warning(nothing + "add " + mechanisms.stream().map(name -> "'mechanism " + name + "'").collect(Collectors.joining(", or add ")),
					ModelPackage.Literals.DEVICE_ASSIGNMENT__DEVICE, ProblemCodes.DEVICE);
			return;
		}
		List<String> libraries = deviceMechanisms.libraries(stack, DeviceMechanisms::putsDevices);
		warning(nothing + "import mechanisms for device assignment" + (libraries.isEmpty() ? "" : ", \"" + String.join("\" or \"", libraries) + "\"")
				+ ", and add one of them",
				ModelPackage.Literals.DEVICE_ASSIGNMENT__DEVICE, ProblemCodes.DEVICE, libraries.toArray(String[]::new));
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
