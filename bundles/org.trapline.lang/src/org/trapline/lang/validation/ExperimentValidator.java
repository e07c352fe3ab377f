// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Check;
import org.trapline.model.Experiment;
import org.trapline.model.ModelPackage;
import org.trapline.model.ReferencePair;
import org.trapline.model.ReferenceUse;
import org.trapline.model.Stack;

/** Experiments: whether they are complete and have each part once. */
public class ExperimentValidator extends PartialValidator {

	@Check
	public void experimentIsComplete(Experiment experiment) {
		Map<String, Boolean> parts = new LinkedHashMap<>();
		parts.put("'stacks STACK, …'", experiment.getStacks().isEmpty());
		parts.put("'workload WORKLOAD'", experiment.getWorkloads().isEmpty());
		parts.put("'measure traps, cycles'", experiment.getMeasures().isEmpty());
		String missing = parts.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).collect(Collectors.joining(" and "));
		if (!missing.isEmpty()) {
			error("experiment '" + experiment.getName() + "' is not complete: add " + missing,
					ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.INCOMPLETE);
		}
	}

	@Check
	public void experimentNamesThingsOnce(Experiment experiment) {
		eachOnce(experiment.getStacks(), experiment, ModelPackage.Literals.EXPERIMENT__STACKS, "stack", "experiment");
		eachOnce(experiment.getWorkloads(), experiment, ModelPackage.Literals.EXPERIMENT__WORKLOADS, "workload", "experiment");
		Set<String> measured = new HashSet<>();
		for (int i = 0; i < experiment.getMeasures().size(); i++) {
			if (!measured.add(experiment.getMeasures().get(i))) {
				error("'" + experiment.getMeasures().get(i) + "' is measured already: remove one", experiment, ModelPackage.Literals.EXPERIMENT__MEASURES, i,
						ProblemCodes.DUPLICATE_NAME);
			}
		}
	}

	/** The grammar takes its parts in any order, and so each of them again. */
	@Check
	public void experimentSaysThingsOnce(Experiment experiment) {
		Map.of(ModelPackage.Literals.EXPERIMENT__BASELINE, "baseline", ModelPackage.Literals.EXPERIMENT__EXTRAPOLATION, "extrapolation",
				ModelPackage.Literals.EXPERIMENT__SAMPLES, "latin hypercube", ModelPackage.Literals.EXPERIMENT__REPLICATIONS, "replications",
				ModelPackage.Literals.EXPERIMENT__SEED, "seed", ModelPackage.Literals.EXPERIMENT__SUMMARY, "summary").forEach((part, keyword) -> {
					if (NodeModelUtils.findNodesForFeature(experiment, part).size() > 1) {
						error("'" + keyword + "' is there twice: leave one out", experiment, part, 1, ProblemCodes.DUPLICATE_NAME);
					}
				});
	}

	@Check
	public void referencesAreAboutStacksOfTheExperiment(ReferenceUse use) {
		Experiment experiment = (Experiment) use.eContainer();
		Set<Stack> seen = new HashSet<>();
		for (ReferencePair pair : use.getPairs()) {
			Stack stack = pair.getStack();
			if (stack.eIsProxy()) {
				continue;
			}
			if (!experiment.getStacks().contains(stack)) {
				warning("stack '" + stack.getName() + "' is not in the experiment: add it to 'stacks', or nothing is compared", pair,
						ModelPackage.Literals.REFERENCE_PAIR__STACK, ProblemCodes.REFERENCE);
			}
			if (!seen.add(stack)) {
				error("stack '" + stack.getName() + "' is compared with a configuration already: remove one", pair,
						ModelPackage.Literals.REFERENCE_PAIR__STACK, ProblemCodes.REFERENCE);
			}
		}
	}
}
