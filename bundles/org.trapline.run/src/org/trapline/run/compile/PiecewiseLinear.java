// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.compile;

import java.math.BigDecimal;
import java.util.Map;

import org.trapline.sim.bill.Charge;
import org.trapline.sim.bill.Counts;
import org.trapline.sim.bill.Overlap;
import org.trapline.sim.bill.Way;
import org.trapline.sim.cost.CostParameter;
import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.cost.Prices;
import org.trapline.sim.cost.ScaledCost;

/**
 * A priced bill as a function of some costs, all others fixed: a sum of products, and for each overlap of two vCPUs the larger of two such sums.
 * Nothing is rounded. Immutable.
 */
public final class PiecewiseLinear {

	private final double constant;
	private final double[] slopes;
	private final PiecewiseLinear[] delivered;
	private final PiecewiseLinear[] sender;

	private PiecewiseLinear(double constant, double[] slopes, PiecewiseLinear[] delivered, PiecewiseLinear[] sender) {
		this.constant = constant;
		this.slopes = slopes;
		this.delivered = delivered;
		this.sender = sender;
	}

	/**
	 * The function of a bill.
	 *
	 * @param indices  which argument each varied parameter is
	 * @param unit     the cycles of one unit of each argument
	 * @param perCycle the value of a cycle, in the unit of the function
	 */
	public static PiecewiseLinear of(Way way, Prices prices, Map<CostParameter, Integer> indices, double[] unit, double perCycle) {
		double constant = 0;
		double[] slopes = new double[unit.length];
		Counts counts = way.counts();
		for (int i = 0; i < counts.size(); i++) {
			Charge charge = counts.charges().get(i);
			Integer index = indices.get(charge.term().parameter());
			if (index == null) {
				constant += counts.times(i) * prices.exact(charge.term()).doubleValue() * perCycle;
			} else {
				slopes[index] += counts.times(i) * factor(charge.term(), prices).doubleValue() * unit[index] * perCycle;
			}
		}
		int size = way.overlaps().size();
		PiecewiseLinear[] delivered = new PiecewiseLinear[size];
		PiecewiseLinear[] sender = new PiecewiseLinear[size];
		for (int i = 0; i < size; i++) {
			Overlap overlap = way.overlaps().get(i);
			delivered[i] = of(overlap.delivered(), prices, indices, unit, perCycle);
			sender[i] = of(overlap.sender(), prices, indices, unit, perCycle);
		}
		return new PiecewiseLinear(constant, slopes, delivered, sender);
	}

	private static BigDecimal factor(CostTerm term, Prices prices) {
		BigDecimal factor = BigDecimal.ONE;
		CostTerm rest = term;
		while (rest instanceof ScaledCost scaled) {
			factor = factor.multiply(prices.factor(scaled.by()));
			rest = scaled.term();
		}
		return factor;
	}

	/** How many arguments it has. */
	public int size() {
		return slopes.length;
	}

	/** The value. */
	public double value(double[] arguments) {
		double sum = constant;
		for (int i = 0; i < slopes.length; i++) {
			sum += slopes[i] * arguments[i];
		}
		for (int i = 0; i < delivered.length; i++) {
			sum += Math.max(delivered[i].value(arguments), sender[i].value(arguments));
		}
		return sum;
	}

	/** The derivatives by all arguments; where two ways take the same time, those of the way through the other vCPU. */
	public double[] gradient(double[] arguments) {
		double[] sum = slopes.clone();
		for (int i = 0; i < delivered.length; i++) {
			double[] longer = (delivered[i].value(arguments) >= sender[i].value(arguments) ? delivered[i] : sender[i]).gradient(arguments);
			for (int j = 0; j < sum.length; j++) {
				sum[j] += longer[j];
			}
		}
		return sum;
	}
}
