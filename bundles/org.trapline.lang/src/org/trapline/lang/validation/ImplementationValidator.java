// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.xtext.validation.Check;
import org.trapline.catalog.Catalog;
import org.trapline.catalog.Contribution;
import org.trapline.lang.Inheritance;
import org.trapline.model.Cpu;
import org.trapline.model.Mechanism;
import org.trapline.model.ModelPackage;

import jakarta.inject.Inject;

/** What plug-ins contribute: whether there is an implementation of each CPU and mechanism. */
public class ImplementationValidator extends PartialValidator {

	@Inject
	private Catalog catalog;

	@Check
	public void cpuIsImplemented(Cpu cpu) {
		Optional<String> id = Inheritance.implementation(cpu);
		if (id.isEmpty()) {
			error("cpu '" + cpu.getName() + "' has no implementation: extend a CPU that has one, or name one of "
					+ ids(catalog.cpus()), ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.UNKNOWN_IMPLEMENTATION);
		} else if (cpu.getImplementation() != null && catalog.cpu(cpu.getImplementation()).isEmpty()) {
			error("no plug-in contributes the CPU implementation '" + cpu.getImplementation() + "'; installed: " + ids(catalog.cpus()),
					ModelPackage.Literals.CPU__IMPLEMENTATION, ProblemCodes.UNKNOWN_IMPLEMENTATION);
		}
	}

	@Check
	public void mechanismIsImplemented(Mechanism mechanism) {
		String id = mechanism.getImplementation();
		if (id != null && catalog.mechanism(id).isEmpty()) {
			error("no plug-in contributes the mechanism implementation '" + id + "'; installed: " + ids(catalog.mechanisms()),
					ModelPackage.Literals.MECHANISM__IMPLEMENTATION, ProblemCodes.UNKNOWN_IMPLEMENTATION);
		}
	}

	private static String ids(List<Contribution> contributions) {
		return contributions.isEmpty() ? "none"
				: contributions.stream().map(Contribution::id).collect(Collectors.joining(", "));
	}
}
