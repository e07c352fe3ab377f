// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation.stack;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.eclipse.xtext.validation.Check;
import org.trapline.lang.Inheritance;
import org.trapline.lang.validation.PartialValidator;
import org.trapline.lang.validation.ProblemCodes;
import org.trapline.lang.validation.RegisterUse;
import org.trapline.model.ConfiguredControl;
import org.trapline.model.Control;
import org.trapline.model.Cost;
import org.trapline.model.CostTable;
import org.trapline.model.Cpu;
import org.trapline.model.Hypervisor;
import org.trapline.model.Mechanism;
import org.trapline.model.ModelPackage;
import org.trapline.model.Operation;
import org.trapline.model.OperationAction;
import org.trapline.model.OperationRole;
import org.trapline.model.Platform;
import org.trapline.model.RoutineKind;
import org.trapline.model.Stack;
import org.trapline.model.TrapConfiguration;

import jakarta.inject.Inject;

/** Stacks on their machine: whether each level finds the CPU, the handlers and the cost values that it needs. */
public class StackCpuValidator extends PartialValidator {

	@Inject
	private IScopeProvider scopes;

	@Check
	public void cpuCarriesStack(Stack stack) {
		Optional<Platform> platform = Inheritance.platform(stack);
		if (platform.isEmpty() || platform.get().getCpu() == null || platform.get().getCpu().eIsProxy()) {
			return;
		}
		Cpu machine = platform.get().getCpu();
		Cpu cpu = Inheritance.cpuForGuests(stack).orElse(machine);
		if (cpu.eIsProxy()) {
			return;
		}
		List<Hypervisor> hypervisors = List.copyOf(Inheritance.hypervisors(stack).values());
		if (hypervisors.stream().anyMatch(EObject::eIsProxy)) {
			return;
		}
		String on = "platform '" + platform.get().getName() + "' has " + machine.getName();
		if (!StackValidator.inheritsLevels(stack) || cpu != machine) {
			cpuCarriesHypervisors(stack, hypervisors, cpu, cpu == machine ? on : on + ", emulated as " + cpu.getName());
		}
		cpuTakesMechanisms(stack, machine, cpu, on);
	}

	/** One message per stack: a problem of the next level may be a consequence of this one. */
	private void cpuCarriesHypervisors(Stack stack, List<Hypervisor> hypervisors, Cpu cpu, String on) {
		List<Set<Control>> cpus = Inheritance.cpus(stack);
		for (int level = 0; level < hypervisors.size(); level++) {
			Hypervisor hypervisor = hypervisors.get(level);
			String who = "L" + level + " (" + hypervisor.getName() + ")";
			Optional<Cpu> needed = Inheritance.cpu(hypervisor);
			if (needed.isPresent() && !needed.get().eIsProxy() && !Inheritance.is(cpu, needed.get())) {
				error(who + " needs a cpu " + needed.get().getName() + " or later, and " + on, stack,
						ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.CPU_LACKS);
				return;
			}
			if (level > 0) {
				Set<Control> lacking = new LinkedHashSet<>(controlsForGuestHypervisor(hypervisors.get(level - 1), hypervisor));
				lacking.removeAll(cpus.get(level - 1));
				if (!lacking.isEmpty()) {
					int below = level - 1;
					String reason = Inheritance.controls(cpu).containsAll(lacking)
							? "its levels below L" + below + " hide that from L" + below + " (" + hypervisors.get(below).getName() + ")" : on;
					error(who + " in a VM needs a cpu with nested virtualization (" + names(lacking) + "), and " + reason, stack,
							ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.CPU_LACKS);
					return;
				}
			}
			Set<Control> sees = cpus.get(level);
			Optional<String> missing = once(List.of("registers", hypervisor, sees), () -> RegisterUse.missing(hypervisor, sees));
			if (missing.isPresent()) {
				error(who + " " + missing.get(), stack, ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.CPU_LACKS);
				return;
			}
		}
	}

	private void cpuTakesMechanisms(Stack stack, Cpu machine, Cpu emulated, String on) {
		List<Mechanism> mechanisms = StackValidator.inheritsLevels(stack) ? stack.getMechanisms() : Inheritance.mechanisms(stack);
		for (Mechanism mechanism : mechanisms) {
			// A mechanism that prototypes a CPU runs on the machine's CPU; all others need the CPU that the guest hypervisors see.
			Cpu cpu = mechanism.eIsProxy() || mechanism.getEmulates() != null ? machine : emulated;
			if (!mechanism.eIsProxy() && !mechanism.getCpu().eIsProxy() && !Inheritance.is(cpu, mechanism.getCpu())) {
				String message = "mechanism '" + mechanism.getName() + "' needs a cpu " + mechanism.getCpu().getName() + " or later, and " + on;
				int index = stack.getMechanisms().indexOf(mechanism);
				if (index >= 0) {
					error(message, ModelPackage.Literals.STACK__MECHANISMS, index, ProblemCodes.MECHANISM_CPU);
				} else {
					error(message, ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.MECHANISM_CPU);
				}
			}
		}
	}

	/** A hypervisor can run a guest hypervisor when it handles the instruction by which that enters its guest. */
	@Check
	public void hypervisorsCanRunTheirGuests(Stack stack) {
		List<Hypervisor> hypervisors = List.copyOf(Inheritance.hypervisors(stack).values());
		if (StackValidator.inheritsLevels(stack) && stack.getPlatform() == null || hypervisors.stream().anyMatch(EObject::eIsProxy)) {
			return;
		}
		for (int level = 0; level + 1 < hypervisors.size(); level++) {
			Hypervisor parent = hypervisors.get(level);
			Hypervisor guest = hypervisors.get(level + 1);
			Optional<Operation> unhandled = entry(guest).filter(entry -> traps(entry, parent, guest) && !Inheritance.routines(parent).containsKey(entry));
			if (unhandled.isPresent()) {
				error("L" + level + " (" + parent.getName() + ") cannot run L" + (level + 1) + " (" + guest.getName() + "): it has no handler for "
						+ unhandled.get().getName() + ", by which that enters its guest; take a hypervisor with nested virtualization at L" + level
						+ handling(stack, parent, unhandled.get()), stack, ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.NO_HANDLER);
				return;
			}
		}
	}

	/** The operation by which a hypervisor enters its guest. */
	private static Optional<Operation> entry(Hypervisor hypervisor) {
		return Optional.ofNullable(Inheritance.routines(hypervisor).get(RoutineKind.ENTER)).stream().flatMap(routine -> routine.steps().stream())
				.flatMap(step -> step.getActions().stream()).filter(OperationAction.class::isInstance)
				.flatMap(action -> ((OperationAction) action).getOperations().stream())
				.filter(operation -> !operation.eIsProxy() && operation.getRole() == OperationRole.ENTERS).findFirst();
	}

	/** Whether an operation of a guest hypervisor is certain to exit. */
	private static boolean traps(Operation operation, Hypervisor parent, Hypervisor guest) {
		return operation.getRules().stream().anyMatch(rule -> rule.isAlways()
				|| controlsForGuestHypervisor(parent, guest).stream().anyMatch(rule.getControls()::contains));
	}

	/** Hypervisors in sight for the same machine that handle an operation: {@code , as Kvm}. */
	private String handling(Stack stack, Hypervisor like, Operation operation) {
		// An element of a file with a namespace is visible by two names.
		Set<URI> seen = new HashSet<>();
		List<String> names = StreamSupport.stream(scopes.getScope(stack.getLevels().isEmpty() ? stack : stack.getLevels().getFirst(),
				ModelPackage.Literals.LEVEL__HYPERVISOR).getAllElements().spliterator(), false)
				.filter(each -> EcoreUtil.resolve(each.getEObjectOrProxy(), stack) instanceof Hypervisor other && other != like
						&& Inheritance.cpu(other).equals(Inheritance.cpu(like)) && Inheritance.routines(other).containsKey(operation) && seen.add(each.getEObjectURI()))
				.map(each -> each.getName().toString()).limit(3).toList();
		return names.isEmpty() ? "" : ", as " + String.join(", ", names);
	}

	/** The operations that a hypervisor has to handle when it runs a guest hypervisor. */
	private static List<Control> controlsForGuestHypervisor(Hypervisor parent, Hypervisor guest) {
		TrapConfiguration plain = null;
		for (TrapConfiguration configuration : Inheritance.configurations(parent)) {
			if (configuration.isHypervisor()) {
				if (configuration.getGuestRunsWith() == null) {
					plain = configuration;
				} else if (Inheritance.runsWith(guest).contains(configuration.getGuestRunsWith())) {
					return unconditional(configuration);
				}
			}
		}
		return plain == null ? List.of() : unconditional(plain);
	}

	private static List<Control> unconditional(TrapConfiguration configuration) {
		return configuration.getControls().stream().filter(each -> each.getConditions().isEmpty()).map(ConfiguredControl::getControl)
				.filter(control -> !control.eIsProxy()).toList();
	}

	@Check
	public void costsHaveValues(Stack stack) {
		if (StackValidator.inheritsLevels(stack) && stack.getMechanisms().isEmpty()) {
			return;
		}
		Optional<CostTable> table = Inheritance.platform(stack).map(Platform::getCosts);
		if (table.isEmpty() || table.get().eIsProxy()) {
			return;
		}
		List<String> missing = CostsOfStack.of(stack, this::costs).stream().filter(cost -> Inheritance.value(cost, table.get()).isEmpty())
				.map(Cost::getName).toList();
		if (!missing.isEmpty()) {
			error("stack '" + stack.getName() + "' spends " + String.join(", ", missing) + ", to which cost table '"
					+ table.get().getName() + "' gives no value: add '" + missing.get(0) + " = … cycles …' there",
					ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.COST_WITHOUT_VALUE);
		}
	}

	private Set<Cost> costs(Hypervisor hypervisor) {
		return once(List.of("costs", hypervisor), () -> CostsOfStack.of(hypervisor));
	}
}
