// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.workload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.trapline.lang.Inheritance;
import org.trapline.lang.Quantities.Dimension;
import org.trapline.lang.validation.ProblemCodes;
import org.trapline.lang.validation.Units;
import org.trapline.lang.validation.stack.DeviceMechanisms;
import org.trapline.model.Mechanism;
import org.trapline.model.Migration;
import org.trapline.model.ModelPackage;
import org.trapline.model.Quantity;
import org.trapline.model.Stack;
import org.trapline.model.Workload;
import org.trapline.result.Metric;

import jakarta.inject.Inject;

/** A virtual machine that moves to another machine. */
public final class MigrationKind implements WorkloadKind {

	/** Each round is a result of its own: many more would take long, and say no more. */
	private static final int MOST_ROUNDS = 10_000;

	private final DeviceMechanisms deviceMechanisms;

	@Inject
	public MigrationKind(DeviceMechanisms deviceMechanisms) {
		this.deviceMechanisms = deviceMechanisms;
	}

	@Override
	public EClass type() {
		return ModelPackage.Literals.MIGRATION;
	}

	@Override
	public String keyword() {
		return "migration";
	}

	@Override
	public List<Metric> metrics() {
		return List.of(Metric.TIME, Metric.DOWNTIME, Metric.ROUNDS, Metric.TRANSFERRED);
	}

	@Override
	public boolean isRandom() {
		return false;
	}

	@Override
	public boolean hasClients() {
		return false;
	}

	@Override
	public boolean isTraced() {
		return false;
	}

	@Override
	public void check(Workload workload, Problems problems) {
		Migration migration = (Migration) workload;
		Map<String, Boolean> parts = new LinkedHashMap<>();
		parts.put("'level L2'", migration.getLevel() == null);
		parts.put("'memory 12 GB'", migration.getMemory() == null);
		parts.put("'dirty 100 MB/s'", migration.getDirtyRate() == null);
		parts.put("'link 10 Gb/s'", migration.getLink() == null);
		parts.put("'downtime 300 ms'", migration.getDowntime() == null);
		parts.put("'rounds 30'", migration.getRounds() == 0);
		String missing = parts.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).collect(Collectors.joining(" and "));
		if (!missing.isEmpty()) {
			problems.error("migration '" + migration.getName() + "' is not complete: add " + missing, migration, name(), ProblemCodes.INCOMPLETE);
		}
		quantity(migration, ModelPackage.Literals.MIGRATION__MEMORY, Dimension.SIZE, true, problems);
		quantity(migration, ModelPackage.Literals.MIGRATION__DIRTY_RATE, Dimension.BANDWIDTH, false, problems);
		quantity(migration, ModelPackage.Literals.MIGRATION__WORKING_SET, Dimension.SIZE, false, problems);
		quantity(migration, ModelPackage.Literals.MIGRATION__LINK, Dimension.BANDWIDTH, true, problems);
		quantity(migration, ModelPackage.Literals.MIGRATION__DEVICE_STATE, Dimension.SIZE, false, problems);
		quantity(migration, ModelPackage.Literals.MIGRATION__DOWNTIME, Dimension.TIME, false, problems);
		if (migration.getRounds() > MOST_ROUNDS) {
			problems.error("'rounds " + migration.getRounds() + "' is more than " + MOST_ROUNDS
					+ ", the maximum: a migration that has not ended by then does not converge", migration, ModelPackage.Literals.MIGRATION__ROUNDS,
					ProblemCodes.OUT_OF_BOUNDS);
		}
		if (migration.getLevel() != null && !migration.getLevel().matches("L[1-9]\\d?")) {
			problems.error("only a virtual machine moves: '" + migration.getLevel() + "' is none; write L1, L2, …", migration,
					ModelPackage.Literals.MIGRATION__LEVEL, ProblemCodes.LEVELS);
		}
	}

	private static EAttribute name() {
		return ModelPackage.Literals.NAMED_ELEMENT__NAME;
	}

	/** Whether a quantity, where there is one, measures what it should. */
	private static void quantity(Migration migration, EStructuralFeature feature, Dimension dimension, boolean positive, Problems problems) {
		Quantity quantity = (Quantity) migration.eGet(feature);
		Units.problem(quantity, feature, dimension).ifPresent(message -> problems.error(message, migration, feature, ProblemCodes.UNIT));
		Optional<String> problem = positive && quantity != null && quantity.getAmount().signum() == 0
				? Optional.of(feature.getName() + " is 0: give more than nothing") : Units.problemOfSize(quantity);
		problem.ifPresent(message -> problems.error(message, migration, feature, ProblemCodes.OUT_OF_BOUNDS));
	}

	@Override
	public void check(Workload workload, Stack stack, RunProblems problems) {
		String level = ((Migration) workload).getLevel();
		if (level == null) {
			return;
		}
		if (!Inheritance.levels(stack).containsKey(level) && Inheritance.guest(stack).filter(level::equals).isEmpty()) {
			problems.error("stack '" + stack.getName() + "' has no virtual machine at " + level + " to move", ProblemCodes.LEVELS);
		}
		for (Mechanism mechanism : Inheritance.mechanisms(stack)) {
			if (mechanism.isMigrationImpossible()) {
				problems.error("stack '" + stack.getName() + "' cannot migrate: with '" + mechanism.getName()
						+ "' the state of its device is in the hardware, where no hypervisor can save it; " + movable(stack) + "leave the stack out", ProblemCodes.MIGRATION);
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
}
