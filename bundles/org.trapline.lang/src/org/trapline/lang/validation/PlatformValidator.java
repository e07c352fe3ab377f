// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Check;
import org.trapline.lang.Quantities.Dimension;
import org.trapline.model.Device;
import org.trapline.model.ModelPackage;
import org.trapline.model.Platform;

import jakarta.inject.Inject;

/** Platforms: whether they are complete and have valid numbers. */
public class PlatformValidator extends PartialValidator {

	@Inject
	private RequiredCosts requiredCosts;

	@Check
	public void platformIsComplete(Platform platform) {
		List<String> missing = new ArrayList<>();
		if (platform.getCpu() == null) {
			missing.add("'cpu CPU'");
		}
		if (platform.getClock() == null) {
			missing.add("'clock 2.4 GHz'");
		}
		if (platform.getCosts() == null) {
			missing.add("'costs TABLE'");
		}
		if (!missing.isEmpty()) {
			error("platform '" + platform.getName() + "' is not complete: add " + String.join(" and ", missing),
					ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.INCOMPLETE);
		}
		Units.problem(platform.getClock(), ModelPackage.Literals.PLATFORM__CLOCK, Dimension.FREQUENCY)
				.ifPresent(message -> error(message, ModelPackage.Literals.PLATFORM__CLOCK, ProblemCodes.UNIT));
		if (platform.getClock() != null) {
			Units.problemOfClock(platform.getClock().getAmount(), platform.getClock().getUnit())
					.ifPresent(message -> error(message, ModelPackage.Literals.PLATFORM__CLOCK, ProblemCodes.OUT_OF_BOUNDS));
		}
	}

	@Check
	public void costsThatTheCpuTakesHaveOneValueEach(Platform platform) {
		for (RequiredCosts.Problem problem : requiredCosts.problems(platform.getCpu(), platform)) {
			error(problem.message(), problem.ambiguous() ? ModelPackage.Literals.PLATFORM__CPU : ModelPackage.Literals.PLATFORM__COSTS,
					problem.ambiguous() ? ProblemCodes.AMBIGUOUS_NAME : ProblemCodes.COST_WITHOUT_VALUE);
		}
	}

	/** A number that is missing has a meaning of its own; one that is given says how many there are. */
	@Check
	public void machineHasCoresAndThreads(Platform platform) {
		atLeastOne(platform, platform.getCores(), ModelPackage.Literals.PLATFORM__CORES, "platform '" + platform.getName() + "' has at least one core: write 'cores 1'");
		atLeastOne(platform, platform.getThreads(), ModelPackage.Literals.PLATFORM__THREADS,
				"a core of platform '" + platform.getName() + "' has at least one hardware thread: write 'threads 1'");
		for (Device device : platform.getDevices()) {
			atLeastOne(device, device.getFunctions(), ModelPackage.Literals.DEVICE__FUNCTIONS, "device '" + device.getName() + "' has at least one function: write 'functions 1'");
		}
	}

	private void atLeastOne(EObject element, int number, EStructuralFeature feature, String message) {
		if (number < 1 && !NodeModelUtils.findNodesForFeature(element, feature).isEmpty()) {
			error(message, element, feature, ProblemCodes.OUT_OF_BOUNDS);
		}
	}
}
