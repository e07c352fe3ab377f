// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation.stack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.xtext.validation.Check;
import org.trapline.lang.Inheritance;
import org.trapline.lang.validation.PartialValidator;
import org.trapline.lang.validation.ProblemCodes;
import org.trapline.model.Flag;
import org.trapline.model.Hypervisor;
import org.trapline.model.Level;
import org.trapline.model.ModelPackage;
import org.trapline.model.Stack;
import org.trapline.sim.stack.VirtualMachineStack;

/** Stacks: whether they are complete, and their levels count from L0 to the guest. */
public class StackValidator extends PartialValidator {

	/** The maximum number of hypervisors: that of the engine. */
	private static final int MOST_LEVELS = VirtualMachineStack.MOST_LEVELS;

	@Check
	public void mechanismsAreNamedOnce(Stack stack) {
		eachOnce(stack.getMechanisms(), stack, ModelPackage.Literals.STACK__MECHANISMS, "mechanism", "stack");
	}

	@Check
	public void stackIsComplete(Stack stack) {
		if (stack.getSuperStack() != null && (Inheritance.extendsItself(stack, Stack::getSuperStack) || inheritsFromUnknown(stack))) {
			return;
		}
		List<String> missing = new ArrayList<>();
		if (Inheritance.platform(stack).isEmpty()) {
			missing.add("'on PLATFORM' before the brace");
		}
		if (Inheritance.hypervisors(stack).isEmpty()) {
			missing.add("'L0 HYPERVISOR'");
		}
		if (Inheritance.guest(stack).isEmpty()) {
			missing.add("'guest L" + Math.max(1, Inheritance.hypervisors(stack).size()) + "'");
		}
		if (!missing.isEmpty()) {
			error("stack '" + stack.getName() + "' is not complete: add " + String.join(" and ", missing),
					ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.INCOMPLETE);
		}
	}

	/** Whether an inherited element is unknown, which is reported at its name. */
	private static boolean inheritsFromUnknown(Stack stack) {
		Stack each = stack;
		while (each.getSuperStack() != null) {
			each = each.getSuperStack();
		}
		return each.eIsProxy();
	}

	/** Whether a stack has its machine and its levels from the one it extends, where their problems are reported. */
	static boolean inheritsLevels(Stack stack) {
		return stack.getSuperStack() != null && stack.getLevels().isEmpty() && stack.getGuest() == null && stack.getPlatform() == null;
	}

	/** Levels count from L0 without a gap, and the guest is one above the last hypervisor. */
	@Check
	public void levelsDoNotSkip(Stack stack) {
		if (inheritsLevels(stack)) {
			return;
		}
		Set<String> own = new HashSet<>();
		for (Level level : stack.getLevels()) {
			if (!own.add(level.getName())) {
				error("stack '" + stack.getName() + "' gives " + level.getName() + " twice: remove one", level,
						ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.LEVELS);
				return;
			}
		}
		Collection<String> names = Inheritance.hypervisors(stack).keySet();
		int expected = 0;
		for (String name : names) {
			if (!name.equals("L" + expected)) {
				Optional<Level> level = stack.getLevels().stream().filter(each -> name.equals(each.getName())).findFirst();
				String message = "stack '" + stack.getName() + "' has " + name + " where L" + expected
						+ " belongs: levels count from L0 without a gap";
				if (level.isPresent()) {
					error(message, level.get(), ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.LEVELS);
				} else {
					error(message, ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.LEVELS);
				}
				return;
			}
			expected++;
		}
		Optional<String> guest = Inheritance.guest(stack);
		if (expected > 0 && guest.isPresent() && !guest.get().equals("L" + expected)) {
			error("the guest of stack '" + stack.getName() + "' runs at L" + expected + ", right above its last hypervisor, not at "
					+ guest.get() + ": write 'guest L" + expected + "', or add the levels between",
					stack.getGuest() != null ? ModelPackage.Literals.STACK__GUEST : ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.LEVELS);
		}
	}

	@Check
	public void levelsAreNotTooMany(Stack stack) {
		int levels = Inheritance.hypervisors(stack).size();
		if (!inheritsLevels(stack) && levels > MOST_LEVELS) {
			error("stack '" + stack.getName() + "' has " + levels + " hypervisors; the maximum is " + MOST_LEVELS + ": take fewer levels",
					ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.LEVELS);
		}
	}

	/** The flags of all hypervisors have to fit into this many bits. */
	@Check
	public void notTooMuchIsRemembered(Stack stack) {
		if (inheritsLevels(stack)) {
			return;
		}
		Collection<Hypervisor> hypervisors = Inheritance.hypervisors(stack).values();
		Set<Flag> flags = new HashSet<>();
		new HashSet<>(hypervisors).forEach(hypervisor -> flags.addAll(once(List.of("flags", hypervisor), () -> Inheritance.flags(hypervisor))));
		if (flags.size() * hypervisors.size() > Long.SIZE) {
			error("the " + hypervisors.size() + " hypervisors of stack '" + stack.getName() + "' have " + flags.size() + " flags each: "
					+ Long.SIZE + " fit in all; take fewer levels, or hypervisors with fewer flags", ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.LEVELS);
		}
	}
}
