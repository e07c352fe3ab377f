// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.trapline.model.Chart;
import org.trapline.model.Cost;
import org.trapline.model.Experiment;
import org.trapline.model.Sweep;
import org.trapline.model.SweptParameter;
import org.trapline.model.Unit;

/** The parameters and values of sweeps; the only place that computes them. */
public final class Sweeps {

	private static final MathContext PRECISION = new MathContext(6);

	private Sweeps() {
	}

	/** The name of the varied parameter: {@code threads}, or the name of a cost. */
	public static String name(Sweep sweep) {
		return sweep.getCost() != null ? sweep.getCost().getName() : sweep.getParameter().getLiteral();
	}

	/** The cost with the name of a chart's axis, which its experiment varies; empty where the name means something else. */
	public static Optional<Cost> cost(Chart chart, String name) {
		return ((Experiment) chart.eContainer()).getSweeps().stream().map(Sweep::getCost).filter(cost -> cost != null && !cost.eIsProxy() && cost.getName().equals(name)).findFirst();
	}

	/** Whether its values are whole numbers without a unit. */
	public static boolean isCounted(Sweep sweep) {
		return sweep.getCost() == null && sweep.getParameter() != SweptParameter.CLOCK;
	}

	/** Whether it has a range, rather than a list of values. */
	public static boolean isRange(Sweep sweep) {
		return sweep.getFrom() != null && sweep.getTo() != null;
	}

	/** Whether its values are whole numbers. */
	public static boolean isWhole(Sweep sweep) {
		return isCounted(sweep) || sweep.getUnit() == Unit.CYCLES;
	}

	/** Its values, in order, in its unit. */
	public static List<BigDecimal> values(Sweep sweep) {
		if (!isRange(sweep)) {
			return List.copyOf(sweep.getValues());
		}
		List<BigDecimal> values = new ArrayList<>();
		if (sweep.getPoints() == 0) {
			for (BigDecimal value = sweep.getFrom(); value.compareTo(sweep.getTo()) <= 0; value = value.add(BigDecimal.ONE)) {
				values.add(value);
			}
			return values;
		}
		for (int i = 0; i < sweep.getPoints(); i++) {
			BigDecimal value = at(sweep, i / (double) (sweep.getPoints() - 1));
			BigDecimal rounded = isWhole(sweep) ? value.setScale(0, RoundingMode.HALF_UP) : value;
			if (values.isEmpty() || values.getLast().compareTo(rounded) != 0) {
				values.add(rounded);
			}
		}
		return values;
	}

	/**
	 * The value at a fraction of its range.
	 *
	 * @param part from 0 to 1
	 */
	public static BigDecimal at(Sweep sweep, double part) {
		double from = sweep.getFrom().doubleValue();
		double to = sweep.getTo().doubleValue();
		// StrictMath: the same on every machine.
		double value = sweep.isLogarithmic() ? from * StrictMath.pow(to / from, part) : from + (to - from) * part;
		return new BigDecimal(value).round(PRECISION).stripTrailingZeros();
	}
}
