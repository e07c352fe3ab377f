// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.xtext.validation.Check;
import org.trapline.catalog.Catalog;
import org.trapline.catalog.Contribution;
import org.trapline.catalog.Parameter;
import org.trapline.lang.Quantities.Dimension;
import org.trapline.lang.Quantities;
import org.trapline.model.Cost;
import org.trapline.model.CostSetting;
import org.trapline.model.CostTable;
import org.trapline.model.CostValue;
import org.trapline.model.Demand;
import org.trapline.model.ModelPackage;
import org.trapline.model.SiblingSlowdown;
import org.trapline.model.Status;
import org.trapline.model.Unit;

import jakarta.inject.Inject;

/** Costs: whether each has a source and the right unit, and is within the bounds of the plug-in that uses it. */
public class CostValidator extends PartialValidator {

	/** The largest cost: far beyond any. */
	private static final BigDecimal MOST_CYCLES = BigDecimal.valueOf(1_000_000_000_000L);
	/** The largest cost that is a time, in seconds: far beyond any, and its cycles fit a {@code long} at any clock. */
	static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(1_000_000);

	@Inject
	private Catalog catalog;

	@Check
	public void costSaysWhereItComesFrom(CostValue value) {
		boolean fitted = value.getStatus() == Status.FITTED;
		if (fitted && value.getFits().isEmpty()) {
			error("a fitted cost needs the cells that it was fitted to: add 'to REFERENCE(WORKLOAD, CONFIGURATION, METRIC)'",
					ModelPackage.Literals.COST_VALUE__STATUS, ProblemCodes.PROVENANCE);
		} else if (!fitted && !value.getFits().isEmpty()) {
			error("only a fitted cost has cells that it was fitted to: write 'fitted', or remove 'to …'",
					ModelPackage.Literals.COST_VALUE__STATUS, ProblemCodes.PROVENANCE);
		} else if (!fitted && (value.getSource() == null || value.getSource().isBlank())) {
			error("a cost needs a source: add the publication, computation or reason in quotes",
					ModelPackage.Literals.COST_VALUE__STATUS, ProblemCodes.PROVENANCE);
		}
	}

	@Check
	public void costIsSetOnce(CostTable table) {
		Set<Cost> seen = new HashSet<>();
		for (CostSetting setting : table.getSettings()) {
			if (!setting.getCost().eIsProxy() && !seen.add(setting.getCost())) {
				error("'" + setting.getCost().getName() + "' has a value in this table already: remove one", setting,
						ModelPackage.Literals.COST_SETTING__COST, ProblemCodes.DUPLICATE_NAME);
			}
		}
	}

	/** A plug-in's bounds apply to every cost table. */
	@Check
	public void costIsWithinBounds(CostValue value) {
		if (value.eContainer() instanceof SiblingSlowdown || value.eContainer() instanceof Demand) {
			return;
		}
		Cost cost = value.eContainer() instanceof CostSetting setting ? setting.getCost() : (Cost) value.eContainer();
		for (Contribution contribution : contributions()) {
			for (Parameter parameter : contribution.parameters()) {
				Optional<BigDecimal> outside = parameter.name().equals(cost.getName()) && value.getUnit() == Unit.CYCLES
						? values(value).filter(each -> isWhole(each) && !parameter.admits(each.longValueExact())).findFirst()
						: Optional.empty();
				if (outside.isPresent()) {
					error(contribution.name() + " takes " + bounds(parameter) + " " + parameter.unit() + " for '" + cost.getName() + "', not "
							+ outside.get().toPlainString(), ModelPackage.Literals.QUANTITY__AMOUNT, ProblemCodes.OUT_OF_BOUNDS);
				}
			}
		}
	}

	/** The nominal value, and the ends of the interval. */
	private static Stream<BigDecimal> values(CostValue value) {
		return Stream.concat(Stream.of(value.getAmount()), Quantities.interval(value).stream().flatMap(interval -> Stream.of(interval.low(), interval.high())));
	}

	/** The numbers that are written: the middle of an interval need not be whole. */
	private static Stream<BigDecimal> written(CostValue value) {
		return Stream.of(ModelPackage.Literals.QUANTITY__AMOUNT, ModelPackage.Literals.COST_VALUE__LOW, ModelPackage.Literals.COST_VALUE__HIGH,
				ModelPackage.Literals.COST_VALUE__DEVIATION).filter(value::eIsSet).map(number -> (BigDecimal) value.eGet(number));
	}

	@Check
	public void cyclesAreWhole(CostValue value) {
		Dimension dimension = Quantities.dimension(value.getUnit());
		if (value.eContainer() instanceof Demand) {
			return;
		}
		if (value.eContainer() instanceof SiblingSlowdown) {
			if (dimension != Dimension.RATIO) {
				error("a slowdown is a percentage, in " + Dimension.RATIO.units() + ", not in " + value.getUnit(),
						ModelPackage.Literals.QUANTITY__UNIT, ProblemCodes.UNIT);
			}
		} else if (dimension != Dimension.CYCLES && dimension != Dimension.TIME) {
			error("a cost is in cycles, or a time in " + Dimension.TIME.units() + ", not in " + value.getUnit(), ModelPackage.Literals.QUANTITY__UNIT,
					ProblemCodes.UNIT);
		} else if (value.getUnit() == Unit.CYCLES && !written(value).allMatch(CostValidator::isWhole)) {
			BigDecimal part = written(value).filter(each -> !isWhole(each)).findFirst().orElseThrow();
			error("cycles are whole: round " + part.toPlainString() + ", or give the time in ns or us", ModelPackage.Literals.QUANTITY__AMOUNT,
					ProblemCodes.OUT_OF_BOUNDS);
		} else {
			BigDecimal most = values(value).max(BigDecimal::compareTo).orElseThrow();
			boolean cycles = value.getUnit() == Unit.CYCLES;
			if (cycles ? most.compareTo(MOST_CYCLES) > 0 : Quantities.inBase(most, value.getUnit()).compareTo(MOST_SECONDS) > 0) {
				error("a cost of " + most.toPlainString() + " " + value.getUnit() + " is beyond " + (cycles ? MOST_CYCLES : MOST_SECONDS + " s")
						+ ", the most one can be", ModelPackage.Literals.QUANTITY__AMOUNT, ProblemCodes.OUT_OF_BOUNDS);
			}
		}
	}

	private static boolean isWhole(BigDecimal amount) {
		return amount.stripTrailingZeros().scale() <= 0;
	}

	private List<Contribution> contributions() {
		List<Contribution> all = new ArrayList<>(catalog.cpus());
		all.addAll(catalog.mechanisms());
		return all;
	}

	private static String bounds(Parameter parameter) {
		if (parameter.minimum().isPresent() && parameter.maximum().isPresent()) {
			return parameter.minimum().getAsLong() + " to " + parameter.maximum().getAsLong();
		}
		return parameter.minimum().isPresent() ? "at least " + parameter.minimum().getAsLong()
				: "at most " + parameter.maximum().getAsLong();
	}
}
