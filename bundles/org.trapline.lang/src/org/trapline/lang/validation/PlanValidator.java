// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.validation.Check;
import org.trapline.lang.Metrics;
import org.trapline.lang.Quantities;
import org.trapline.lang.Quantities.Dimension;
import org.trapline.lang.Sweeps;
import org.trapline.lang.workload.ClosedLoopKind;
import org.trapline.lang.workload.WorkloadKind;
import org.trapline.lang.workload.WorkloadKinds;
import org.trapline.model.Experiment;
import org.trapline.model.ModelPackage;
import org.trapline.model.Sweep;
import org.trapline.model.SweptParameter;
import org.trapline.result.Metric;

import jakarta.inject.Inject;

/** Plans of experiments: sweeps, samples, replications. */
public class PlanValidator extends PartialValidator {

	/** More points than anybody looks at, or waits for. */
	private static final int MOST_POINTS = 10_000_000;
	/** More threads, clients or cycles than any sweep needs; they fit an {@code int}. */
	private static final BigDecimal MOST_COUNTED = BigDecimal.valueOf(999_999_999);
	private static final int MOST_REPLICATIONS = 10_000;

	@Inject
	private Metrics metrics;

	@Inject
	private WorkloadKinds kinds;

	// ------------------------------------------------------------------------------------------- sweeps

	@Check
	public void sweepHasUnits(Sweep sweep) {
		if (unnamed(sweep)) {
			return;
		}
		boolean hasUnit = sweep.eIsSet(ModelPackage.Literals.SWEEP__UNIT);
		if (Sweeps.isCounted(sweep)) {
			if (hasUnit) {
				error(Sweeps.name(sweep) + " are counted: leave the unit out", ModelPackage.Literals.SWEEP__UNIT, ProblemCodes.UNIT);
			}
			return;
		}
		String wanted = sweep.getCost() == null ? Dimension.FREQUENCY.units() : "cycles, " + Dimension.TIME.units();
		boolean right = hasUnit && (sweep.getCost() == null ? Quantities.dimension(sweep.getUnit()) == Dimension.FREQUENCY
				: EnumSet.of(Dimension.CYCLES, Dimension.TIME).contains(Quantities.dimension(sweep.getUnit())));
		if (!right) {
			error("values of '" + Sweeps.name(sweep) + "' have a unit of " + wanted + ": "
					+ (hasUnit ? sweep.getUnit() + " is none of them" : "add it after the last number"), ModelPackage.Literals.SWEEP__COST, ProblemCodes.UNIT);
		}
	}

	@Check
	public void sweepHasValues(Sweep sweep) {
		if (unnamed(sweep)) {
			return;
		}
		List<BigDecimal> numbers = Sweeps.isRange(sweep) ? List.of(sweep.getFrom(), sweep.getTo()) : sweep.getValues();
		for (BigDecimal number : numbers) {
			Optional<String> problem = problem(sweep, number);
			if (problem.isPresent()) {
				error(problem.get(), ModelPackage.Literals.SWEEP__COST, ProblemCodes.SWEEP);
				return;
			}
		}
		if (Sweeps.isRange(sweep)) {
			rangeIsOne(sweep);
		} else if (new HashSet<>(numbers.stream().map(BigDecimal::stripTrailingZeros).toList()).size() < numbers.size()) {
			error("a value of '" + Sweeps.name(sweep) + "' is there twice: remove one", ModelPackage.Literals.SWEEP__COST, ProblemCodes.SWEEP);
		}
	}

	/** The error in a value of a sweep; empty if there is none. */
	private static Optional<String> problem(Sweep sweep, BigDecimal number) {
		if (sweep.getCost() == null && sweep.getParameter() == SweptParameter.CLOCK) {
			return Units.problemOfClock(number, sweep.getUnit());
		}
		if (!Sweeps.isWhole(sweep)) {
			boolean tooMuch = sweep.getUnit() != null && Quantities.dimension(sweep.getUnit()) == Dimension.TIME
					&& Quantities.inBase(number, sweep.getUnit()).compareTo(CostValidator.MOST_SECONDS) > 0;
			return tooMuch ? Optional.of("a cost of " + number.toPlainString() + " " + sweep.getUnit() + " is beyond " + CostValidator.MOST_SECONDS
					+ " s, the most one can be") : Optional.empty();
		}
		int least = Sweeps.isCounted(sweep) ? 1 : 0;
		BigDecimal most = sweep.getCost() == null && sweep.getParameter() == SweptParameter.CLIENTS ? BigDecimal.valueOf(ClosedLoopKind.MOST_CLIENTS) : MOST_COUNTED;
		boolean right = number.stripTrailingZeros().scale() <= 0 && number.compareTo(most) <= 0 && number.compareTo(BigDecimal.valueOf(least)) >= 0;
		return right ? Optional.empty() : Optional.of(number.toPlainString() + " is not a number of "
				+ (Sweeps.isCounted(sweep) ? Sweeps.name(sweep) : "cycles")
				+ ": give a whole number from " + least + " to " + most);
	}

	private void rangeIsOne(Sweep sweep) {
		boolean sampled = isSampled((Experiment) sweep.eContainer());
		if (sweep.getFrom().compareTo(sweep.getTo()) >= 0) {
			error("the range of '" + Sweeps.name(sweep) + "' goes from " + sweep.getFrom().toPlainString() + " to " + sweep.getTo().toPlainString()
					+ ": give the lower one first, and a higher one", ModelPackage.Literals.SWEEP__COST, ProblemCodes.SWEEP);
		} else if (sweep.isLogarithmic() && sweep.getFrom().signum() == 0) {
			error("a logarithmic range cannot start at 0: start it above 0", ModelPackage.Literals.SWEEP__COST, ProblemCodes.SWEEP);
		} else if (sampled && sweep.getPoints() > 0) {
			error("the number of points is that of the Latin hypercube: remove 'in " + sweep.getPoints() + " points'", ModelPackage.Literals.SWEEP__COST,
					ProblemCodes.SWEEP);
		} else if (!sampled && sweep.getPoints() < 2 && (sweep.getPoints() == 1 || sweep.isLogarithmic() || !Sweeps.isCounted(sweep))) {
			error("a range needs at least its two ends: add 'in 8 points'", ModelPackage.Literals.SWEEP__COST, ProblemCodes.SWEEP);
		}
	}

	@Check
	public void samplesAreSome(Experiment experiment) {
		if (experiment.getSamples() == 0 && isSampled(experiment)) {
			error("without points nothing is run: give 1 or more", ModelPackage.Literals.EXPERIMENT__SAMPLES, ProblemCodes.SWEEP);
		}
	}

	@Check
	public void sweepsGoTogether(Experiment experiment) {
		Set<String> seen = new HashSet<>();
		long points = 1;
		for (int i = 0; i < experiment.getSweeps().size(); i++) {
			Sweep sweep = experiment.getSweeps().get(i);
			if (unnamed(sweep)) {
				return;
			}
			if (!seen.add(Sweeps.name(sweep))) {
				error("'" + Sweeps.name(sweep) + "' is swept already: remove one", ModelPackage.Literals.EXPERIMENT__SWEEPS, i, ProblemCodes.SWEEP);
			}
			if (experiment.getSamples() > 0 && !Sweeps.isRange(sweep)) {
				error("a Latin hypercube samples ranges: write 'from … to …' for '" + Sweeps.name(sweep) + "'", ModelPackage.Literals.EXPERIMENT__SWEEPS, i,
						ProblemCodes.SWEEP);
			}
			if (sweep.getParameter() == SweptParameter.CLIENTS && sweep.getCost() == null && !has(experiment, WorkloadKind::hasClients)) {
				warning("no workload of the experiment has clients: nothing changes with them", ModelPackage.Literals.EXPERIMENT__SWEEPS, i,
						ProblemCodes.SWEEP);
			}
			points = experiment.getSamples() > 0 ? experiment.getSamples() : Math.min(Integer.MAX_VALUE, points * Math.max(1, count(sweep)));
		}
		if (points > MOST_POINTS) {
			error("these are " + points + " points, and the maximum is " + MOST_POINTS
					+ ": give the sweeps fewer values, or sample them with 'latin hypercube 1000 points'",
					ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.SWEEP);
		}
		if (experiment.getSamples() > 0 && experiment.getSweeps().isEmpty()) {
			error("there is nothing to sample: add 'sweep'", ModelPackage.Literals.EXPERIMENT__SAMPLES, ProblemCodes.SWEEP);
		}
		if (!experiment.getSweeps().isEmpty() && !experiment.getReferences().isEmpty()) {
			warning("an experiment with sweeps cannot be compared with published values: move the reference to an experiment without sweeps",
					ModelPackage.Literals.NAMED_ELEMENT__NAME, ProblemCodes.SWEEP);
		}
	}

	/** What is measured at one point is its own summary. */
	@Check
	public void summariesAreOfPoints(Experiment experiment) {
		if (!experiment.isSummary()) {
			return;
		}
		if (experiment.getSweeps().isEmpty()) {
			error("a summary is of many points, and nothing is swept: add 'sweep', or remove 'summary'", ModelPackage.Literals.EXPERIMENT__SUMMARY,
					ProblemCodes.SWEEP);
		}
		int exits = experiment.getMeasures().indexOf(Metric.EXITS.id());
		if (exits >= 0) {
			error("a summary is of numbers, and exits are a table: remove it, or remove 'summary'", ModelPackage.Literals.EXPERIMENT__MEASURES, exits,
					ProblemCodes.MEASURE);
		}
	}

	private static boolean isSampled(Experiment experiment) {
		return experiment.getSamples() > 0 || !NodeModelUtils.findNodesForFeature(experiment, ModelPackage.Literals.EXPERIMENT__SAMPLES).isEmpty();
	}

	private static long count(Sweep sweep) {
		if (!Sweeps.isRange(sweep)) {
			return sweep.getValues().size();
		}
		return sweep.getPoints() > 0 ? sweep.getPoints() : sweep.getTo().subtract(sweep.getFrom()).longValue() + 1;
	}

	/** Whether its parameter is unknown, which is reported by linking. */
	private static boolean unnamed(Sweep sweep) {
		return sweep.getCost() != null && sweep.getCost().eIsProxy();
	}

	// ------------------------------------------------------------------------------------------- replications

	@Check
	public void replicationsMakeSense(Experiment experiment) {
		int least = experiment.getReplications();
		int most = experiment.getMostReplications();
		if (least == 0 && !NodeModelUtils.findNodesForFeature(experiment, ModelPackage.Literals.EXPERIMENT__REPLICATIONS).isEmpty()) {
			error("without a replication nothing is run: give 1 or more", ModelPackage.Literals.EXPERIMENT__REPLICATIONS, ProblemCodes.REPLICATIONS);
			return;
		}
		if (Math.max(least, most) > MOST_REPLICATIONS) {
			error(Math.max(least, most) + " replications are too many: the maximum is " + MOST_REPLICATIONS, ModelPackage.Literals.EXPERIMENT__REPLICATIONS,
					ProblemCodes.REPLICATIONS);
		}
		if (most > 0 && (least < 2 || most < least)) {
			error("a confidence interval needs at least two replications: write 'replications 3 to 30'",
					ModelPackage.Literals.EXPERIMENT__REPLICATIONS, ProblemCodes.REPLICATIONS);
		}
		if (experiment.getPrecise() != null && most > 0) {
			if (metrics.find(experiment.getPrecise()).filter(metric -> !metric.isRandom()).isPresent()) {
				error(experiment.getPrecise() + " is not random: wait for " + metrics.known().stream().filter(Metric::isRandom).map(PlanValidator::named).collect(Collectors.joining(", ")),
						ModelPackage.Literals.EXPERIMENT__PRECISE, ProblemCodes.REPLICATIONS);
			}
			if (experiment.getPrecision() != null && experiment.getPrecision().signum() == 0) {
				error("a confidence interval never has a width of 0 %: give a percentage above 0", ModelPackage.Literals.EXPERIMENT__PRECISION, ProblemCodes.REPLICATIONS);
			}
		}
		if (least > 0 && !experiment.getWorkloads().isEmpty() && !has(experiment, WorkloadKind::isRandom)) {
			warning("no workload of the experiment is random: each replication would come to the same, and one is made",
					ModelPackage.Literals.EXPERIMENT__REPLICATIONS, ProblemCodes.REPLICATIONS);
		}
	}

	private static String named(Metric metric) {
		return metric.id() + (metric.hasPercentiles() ? " and its percentiles, as " + metric.id() + ".p99" : "");
	}

	/** Whether a workload of the experiment may be of a kind. */
	private boolean has(Experiment experiment, Predicate<WorkloadKind> trait) {
		return experiment.getWorkloads().stream().anyMatch(workload -> kinds.of(workload).map(trait::test).orElse(true));
	}
}
