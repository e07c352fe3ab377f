// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.eclipse.xtext.validation.Check;
import org.trapline.catalog.Catalog;
import org.trapline.catalog.Contribution;
import org.trapline.lang.Inheritance;
import org.trapline.model.Cpu;
import org.trapline.model.Mechanism;
import org.trapline.model.ModelPackage;

import jakarta.inject.Inject;

/** Implementations by plug-ins: whether each CPU and mechanism has one. */
public class ImplementationValidator extends PartialValidator {

	@Inject
	private Catalog catalog;

	@Inject
	private Factories factories;

	@Check
	public void cpuIsImplemented(Cpu cpu) {
		Optional<String> id = Inheritance.implementation(cpu);
		if (id.isEmpty() && Inheritance.trapCost(cpu).isEmpty()) {
			error("cpu '" + cpu.getName() + "' has neither an implementation nor a cost of traps: add 'trap costs COST', extend a CPU that has one of them, or name one of "
					+ ids(catalog.cpus()), ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.UNKNOWN_IMPLEMENTATION);
		} else if (cpu.getImplementation() != null) {
			String own = cpu.getImplementation();
			problem(catalog.cpu(own), () -> factories.cpu(own), "CPU", own, catalog.cpus())
					.ifPresent(message -> error(message, ModelPackage.Literals.CPU__IMPLEMENTATION, ProblemCodes.UNKNOWN_IMPLEMENTATION));
		}
	}

	@Check
	public void mechanismIsImplemented(Mechanism mechanism) {
		String id = mechanism.getImplementation();
		if (id != null) {
			problem(catalog.mechanism(id), () -> factories.mechanism(id), "mechanism", id, catalog.mechanisms())
					.ifPresent(message -> error(message, ModelPackage.Literals.MECHANISM__IMPLEMENTATION, ProblemCodes.UNKNOWN_IMPLEMENTATION));
		}
	}

	/** Why an implementation cannot be used: nothing has its id, or its class cannot be made. */
	private static Optional<String> problem(Optional<Contribution> found, Supplier<Factories.Made<?>> made, String kind, String id, List<Contribution> installed) {
		return found.isEmpty() ? Optional.of("no plug-in contributes the " + kind + " implementation '" + id + "'; installed: " + ids(installed)) : made.get().problem();
	}

	private static String ids(List<Contribution> contributions) {
		return contributions.isEmpty() ? "none"
				: contributions.stream().map(Contribution::id).collect(Collectors.joining(", "));
	}
}
