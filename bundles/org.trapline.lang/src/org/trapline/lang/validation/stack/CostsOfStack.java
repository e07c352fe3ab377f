// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation.stack;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.emf.ecore.EObject;
import org.trapline.lang.Inheritance;
import org.trapline.model.AccessAction;
import org.trapline.model.Cost;
import org.trapline.model.Hypervisor;
import org.trapline.model.Mechanism;
import org.trapline.model.OperationAction;
import org.trapline.model.Platform;
import org.trapline.model.Register;
import org.trapline.model.RegisterGroup;
import org.trapline.model.RegisterSet;
import org.trapline.model.RegisterTarget;
import org.trapline.model.Stack;
import org.trapline.model.WorkAction;

/** The cost parameters that a stack may charge. */
final class CostsOfStack {

	private final Set<Cost> costs = new LinkedHashSet<>();

	private CostsOfStack() {
	}

	/** @param hypervisors the cost parameters that each hypervisor may charge */
	static Set<Cost> of(Stack stack, Function<Hypervisor, Set<Cost>> hypervisors) {
		CostsOfStack found = new CostsOfStack();
		for (Hypervisor hypervisor : new LinkedHashSet<>(Inheritance.hypervisors(stack).values())) {
			found.costs.addAll(hypervisors.apply(hypervisor));
		}
		Inheritance.platform(stack).map(Platform::getCpu).flatMap(Inheritance::deferredCost).ifPresent(found::cost);
		Inheritance.platform(stack).map(Platform::getCpu).filter(cpu -> Inheritance.implementation(cpu).isEmpty()).flatMap(Inheritance::trapCost)
				.ifPresent(found::cost);
		for (Mechanism mechanism : Inheritance.mechanisms(stack)) {
			found.cost(mechanism.getDeferredCost());
			found.cost(mechanism.getTrapCost());
			mechanism.getReplacements().forEach(replacement -> found.cost(replacement.getBy()));
		}
		return found.costs;
	}

	/** The cost parameters that a hypervisor may charge. */
	static Set<Cost> of(Hypervisor hypervisor) {
		CostsOfStack found = new CostsOfStack();
		Inheritance.routines(hypervisor).values().stream().flatMap(routine -> routine.steps().stream()).distinct().forEach(step -> step.getActions().forEach(found::action));
		return found.costs;
	}

	private void action(EObject object) {
		switch (object) {
		case WorkAction work -> work.getCosts().forEach(this::cost);
		case OperationAction action -> action.getOperations().forEach(operation -> {
			cost(operation.getCost());
			cost(operation.getDelay());
		});
		case AccessAction access -> access.getTargets().forEach(this::target);
		default -> {
			// Not an action.
		}
		}
	}

	private void target(RegisterTarget target) {
		switch (target) {
		case Register register when register.eContainer() instanceof RegisterGroup group -> {
			cost(group.getReadCost());
			cost(group.getWriteCost());
		}
		case RegisterSet set -> set.getRegisters().forEach(this::target);
		default -> {
			// An unknown name, which linking reports.
		}
		}
	}

	private void cost(Cost cost) {
		if (cost != null && !cost.eIsProxy()) {
			costs.add(cost);
		}
	}
}
