// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.trapline.lang.Inheritance;
import org.trapline.model.AccessAction;
import org.trapline.model.Action;
import org.trapline.model.Condition;
import org.trapline.model.Control;
import org.trapline.model.CpuCondition;
import org.trapline.model.Hypervisor;
import org.trapline.model.Register;
import org.trapline.model.RegisterGroup;
import org.trapline.model.RegisterSet;
import org.trapline.model.RegisterTarget;
import org.trapline.model.Step;

/**
 * An access of a step to a register that a CPU lacks.
 *
 * @param action   the access
 * @param index    of the register, or of the set it is in, among its targets
 * @param register the register
 * @param needed   what the CPU lacks
 */
public record RegisterUse(AccessAction action, int index, Register register, Control needed) {

	/** The first register that a step accesses on a CPU with these controls, and that the CPU lacks. */
	public static Optional<RegisterUse> missing(Step step, Set<Control> cpu) {
		if (!runsOn(step, cpu)) {
			return Optional.empty();
		}
		for (Action action : step.getActions()) {
			if (action instanceof AccessAction access) {
				for (int index = 0; index < access.getTargets().size(); index++) {
					for (Register register : registers(access.getTargets().get(index))) {
						Control needed = register.eContainer() instanceof RegisterGroup group ? group.getNeeds() : null;
						if (needed != null && !needed.eIsProxy() && !cpu.contains(needed) && !asksFor(step, needed)) {
							return Optional.of(new RegisterUse(access, index, register, needed));
						}
					}
				}
			}
		}
		return Optional.empty();
	}

	/** The first access of a hypervisor that a CPU does not support, in words; empty if there is none. */
	public static Optional<String> missing(Hypervisor hypervisor, Set<Control> cpu) {
		return Inheritance.routines(hypervisor).values().stream().flatMap(routine -> routine.steps().stream()).flatMap(step -> missing(step, cpu).map(
				use -> "accesses " + use.register().getName() + (step.getTitle() == null ? "" : " in its step \"" + step.getTitle() + "\"")
						+ ", and the cpu that it sees has no " + use.needed().getName()).stream())
				.findFirst();
	}

	private static List<Register> registers(RegisterTarget target) {
		return switch (target) {
		case Register register -> List.of(register);
		case RegisterSet set -> set.getRegisters();
		default -> List.of();
		};
	}

	private static boolean runsOn(Step step, Set<Control> cpu) {
		return step.getConditions().stream().allMatch(condition -> !(condition instanceof CpuCondition asked)
				|| cpu.contains(asked.getControl()) != asked.isNegated());
	}

	private static boolean asksFor(Step step, Control needed) {
		for (Condition condition : step.getConditions()) {
			if (condition instanceof CpuCondition asked && !asked.isNegated() && asked.getControl() == needed) {
				return true;
			}
		}
		return false;
	}
}
