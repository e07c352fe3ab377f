// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.trapline.lang.Inheritance;
import org.trapline.model.AccessAction;
import org.trapline.model.Action;
import org.trapline.model.Hypervisor;
import org.trapline.model.Operation;
import org.trapline.model.OperationAction;
import org.trapline.model.OperationRole;
import org.trapline.model.Register;
import org.trapline.model.RegisterGroup;
import org.trapline.model.RegisterSet;
import org.trapline.model.RegisterTarget;
import org.trapline.model.RoutineKind;
import org.trapline.model.Stack;

/**
 * Detects stacks whose numbers above L2 are too low. Above L2, exits of guest hypervisors on their paths from an exit to an entry
 * are most of the cost; a hypervisor whose exit and enter programs contain nothing that can trap, except the entry itself, models
 * only the time of whole parts, and has no such exits.
 */
final class ModelInParts {

	private ModelInParts() {
	}

	/** The note on results of a stack; empty where they are valid. */
	static Optional<String> note(Stack stack) {
		List<Hypervisor> hypervisors = List.copyOf(Inheritance.hypervisors(stack).values());
		return hypervisors.size() < 3 ? Optional.empty() : hypervisors.stream().skip(1).filter(each -> !trapsOnItsWay(each)).findFirst()
				.map(each -> "far too fast above L2, since " + each.getName() + " is a model in parts, whose accesses do not exit; its numbers hold for L1 and L2 only");
	}

	private static boolean trapsOnItsWay(Hypervisor hypervisor) {
		Map<Object, Inheritance.RoutineOf> routines = Inheritance.routines(hypervisor);
		return Stream.of(RoutineKind.EXIT, RoutineKind.ENTER).map(routines::get).filter(Objects::nonNull).flatMap(routine -> routine.steps().stream())
				.flatMap(step -> step.getActions().stream()).anyMatch(ModelInParts::canTrap);
	}

	private static boolean canTrap(Action action) {
		return switch (action) {
		case AccessAction access -> access.getTargets().stream().anyMatch(ModelInParts::canTrap);
		case OperationAction perform -> perform.getOperations().stream().anyMatch(ModelInParts::canTrap);
		default -> false;
		};
	}

	/** Every hypervisor has the entry of its guest. */
	private static boolean canTrap(Operation operation) {
		return operation.getRole() != OperationRole.ENTERS && !operation.getRules().isEmpty();
	}

	private static boolean canTrap(RegisterTarget target) {
		return switch (target) {
		case Register register -> !register.getRules().isEmpty() || register.eContainer() instanceof RegisterGroup group && !group.getRules().isEmpty();
		case RegisterSet set -> set.getRegisters().stream().anyMatch(ModelInParts::canTrap);
		default -> false;
		};
	}
}
