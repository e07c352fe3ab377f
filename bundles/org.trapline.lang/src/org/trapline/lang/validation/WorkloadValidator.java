// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.trapline.lang.Inheritance;
import org.trapline.lang.Quantities;
import org.trapline.lang.Quantities.Dimension;
import org.trapline.lang.validation.stack.DeviceMechanisms;
import org.trapline.model.Experiment;
import org.trapline.model.Mechanism;
import org.trapline.model.Migration;
import org.trapline.model.ModelPackage;
import org.trapline.model.Operation;
import org.trapline.model.Quantity;
import org.trapline.model.Stack;
import org.trapline.result.Metric;

import jakarta.inject.Inject;

/** What guests do: whether it ends, is complete, can be run by stacks, and has what experiments measure. */
public class WorkloadValidator extends PartialValidator {

	/** Each round is a result of its own: many more would take long, and say no more. */
	private static final int MOST_ROUNDS = 10_000;

	@Inject
	private DeviceMechanisms deviceMechanisms;

	/** vCPUs would signal each other for ever. */
	@Check
	public void signalsEnd(Operation operation) {
		if (operation.getSignals() != null && Inheritance.extendsItself(operation, Operation::getSignals)) {
			error("operation '" + operation.getName() + "' signals itself: vCPUs would signal each other for ever; remove one 'signals'",
					ModelPackage.Literals.OPERATION__SIGNALS, ProblemCodes.CYCLE);
		}
	}

	@Check
	public void migrationIsComplete(Migration migration) {
		Map<String, Boolean> parts = new LinkedHashMap<>();
		parts.put("'level L2'", migration.getLevel() == null);
		parts.put("'memory 12 GB'", migration.getMemory() == null);
		parts.put("'dirty 100 MB/s'", migration.getDirtyRate() == null);
		parts.put("'link 10 Gb/s'", migration.getLink() == null);
		parts.put("'downtime 300 ms'", migration.getDowntime() == null);
		parts.put("'rounds 30'", migration.getRounds() == 0);
		String missing = parts.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).collect(Collectors.joining(" and "));
		if (!missing.isEmpty()) {
			error("migration '" + migration.getName() + "' is not complete: add " + missing, ModelPackage.Literals.NAMED_ELEMENT__NAME,
					ProblemCodes.INCOMPLETE);
		}
		measures(migration, ModelPackage.Literals.MIGRATION__MEMORY, Dimension.SIZE, true);
		measures(migration, ModelPackage.Literals.MIGRATION__DIRTY_RATE, Dimension.BANDWIDTH, false);
		measures(migration, ModelPackage.Literals.MIGRATION__WORKING_SET, Dimension.SIZE, false);
		measures(migration, ModelPackage.Literals.MIGRATION__LINK, Dimension.BANDWIDTH, true);
		measures(migration, ModelPackage.Literals.MIGRATION__DEVICE_STATE, Dimension.SIZE, false);
		measures(migration, ModelPackage.Literals.MIGRATION__DOWNTIME, Dimension.TIME, false);
		if (migration.getRounds() > MOST_ROUNDS) {
			error("'rounds " + migration.getRounds() + "' is more than " + MOST_ROUNDS + ", the most that there are: a migration that has not come to its end by then will not",
					ModelPackage.Literals.MIGRATION__ROUNDS, ProblemCodes.OUT_OF_BOUNDS);
		}
		if (migration.getLevel() != null && !migration.getLevel().matches("L[1-9]\\d?")) {
			error("only a virtual machine moves: '" + migration.getLevel() + "' is none; write L1, L2, …", ModelPackage.Literals.MIGRATION__LEVEL,
					ProblemCodes.LEVELS);
		}
	}

	/** Whether a quantity, where there is one, measures what it should. */
	private void measures(EObject element, EStructuralFeature feature, Dimension dimension, boolean positive) {
		Quantity quantity = (Quantity) element.eGet(feature);
		Units.problem(quantity, feature, dimension).ifPresent(message -> error(message, element, feature, ProblemCodes.UNIT));
		Optional<String> problem = positive && quantity != null && quantity.getAmount().signum() == 0
				? Optional.of(feature.getName() + " is 0: give more than nothing") : Units.problemOfSize(quantity);
		problem.ifPresent(message -> error(message, element, feature, ProblemCodes.OUT_OF_BOUNDS));
	}

	@Check
	public void stacksCanMove(Experiment experiment) {
		for (int i = 0; i < experiment.getWorkloads().size(); i++) {
			if (experiment.getWorkloads().get(i) instanceof Migration migration && migration.getLevel() != null) {
				for (Stack stack : experiment.getStacks()) {
					if (!stack.eIsProxy()) {
						canMove(stack, migration, i);
					}
				}
			}
		}
	}

	private void canMove(Stack stack, Migration migration, int index) {
		boolean there = Inheritance.levels(stack).containsKey(migration.getLevel())
				|| Inheritance.guest(stack).filter(migration.getLevel()::equals).isPresent();
		if (!there) {
			error("stack '" + stack.getName() + "' has no virtual machine at " + migration.getLevel() + " to move", ModelPackage.Literals.EXPERIMENT__WORKLOADS,
					index, ProblemCodes.LEVELS);
		}
		for (Mechanism mechanism : Inheritance.mechanisms(stack)) {
			if (mechanism.isMigrationImpossible()) {
				error("stack '" + stack.getName() + "' cannot be moved: with '" + mechanism.getName()
						+ "' the state of its device is in the hardware, where no hypervisor can save it; " + movable(stack) + "leave the stack out",
						ModelPackage.Literals.EXPERIMENT__WORKLOADS, index, ProblemCodes.MIGRATION);
			}
		}
	}

	/** What puts a device in the hands of a virtual machine that can be moved. */
	private String movable(Stack stack) {
		List<String> mechanisms = deviceMechanisms.inSight(stack, DeviceMechanisms::canMove);
		if (!mechanisms.isEmpty()) {
			return "take " + String.join(" or ", mechanisms) + ", or ";
		}
		List<String> libraries = deviceMechanisms.libraries(stack, DeviceMechanisms::canMove);
		return libraries.isEmpty() ? "" : "take a mechanism of \"" + String.join("\" or \"", libraries) + "\", or ";
	}

	@Check
	public void comparisonsHaveABaseline(Experiment experiment) {
		for (Metric metric : List.of(Metric.SPEEDUP, Metric.OVERHEAD)) {
			int index = experiment.getMeasures().indexOf(metric.id());
			if (index >= 0 && experiment.getBaseline() == null) {
				error(metric + " is against a stack, and the experiment names none: add 'baseline STACK'", ModelPackage.Literals.EXPERIMENT__MEASURES, index,
						ProblemCodes.INCOMPLETE);
			}
		}
		if (experiment.getExtrapolation() != null && experiment.getExtrapolation().isBlank()) {
			error("the reason why these are extrapolations is empty: say what has not been measured", ModelPackage.Literals.EXPERIMENT__EXTRAPOLATION,
					ProblemCodes.INCOMPLETE);
		}
	}
}
