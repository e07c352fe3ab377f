// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.bill;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.trapline.sim.cost.Amount;
import org.trapline.sim.cost.CostParameter;
import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.cost.Prices;
import org.trapline.sim.cost.ScaleParameter;
import org.trapline.sim.cost.ScaledCost;
import org.trapline.sim.isa.Operation;

/**
 * The derivatives of a bill's cycles, not rounded, by every number that they depend on, at one point: exact.
 *
 * @param cycles the cycles themselves, not rounded
 * @param costs  by cycles of each cost parameter: additional cycles for one more cycle of the parameter
 * @param scales by the factor of each scale parameter (1.25 for 25 %)
 * @param hertz  by the clock, in cycles per hertz: a cost that is given as a time takes more cycles at a faster clock
 * @param ties   overlaps of which both paths take the same time, so that the derivatives from the two sides differ; the numbers
 *               above are those of the path through the other vCPU
 * @since 0.2.0
 */
public record Gradient(BigDecimal cycles, Map<CostParameter, BigDecimal> costs, Map<ScaleParameter, BigDecimal> scales, BigDecimal hertz, List<Tie> ties) {

	/**
	 * An overlap of which both paths take the same time.
	 *
	 * @param signalled what the signalled vCPU does
	 * @param delivered the derivatives of the path through the other vCPU
	 * @param sender    the derivatives of the path of the vCPU that signals
	 */
	public record Tie(Operation signalled, Gradient delivered, Gradient sender) {
		public Tie {
			Objects.requireNonNull(signalled);
			Objects.requireNonNull(delivered);
			Objects.requireNonNull(sender);
		}
	}

	public Gradient {
		Objects.requireNonNull(cycles);
		costs = Map.copyOf(costs);
		scales = Map.copyOf(scales);
		Objects.requireNonNull(hertz);
		ties = List.copyOf(ties);
	}

	/** By cycles of a cost parameter; 0 where the bill does not charge it. */
	public BigDecimal by(CostParameter parameter) {
		return costs.getOrDefault(parameter, BigDecimal.ZERO);
	}

	/** By the factor of a scale parameter; 0 where it scales nothing. */
	public BigDecimal by(ScaleParameter parameter) {
		return scales.getOrDefault(parameter, BigDecimal.ZERO);
	}

	static Gradient of(Way way, Prices prices) {
		Sum sum = new Sum();
		sum.add(way, prices);
		return new Gradient(sum.cycles, sum.costs, sum.scales, sum.hertz, sum.ties);
	}

	private static final class Sum {

		private BigDecimal cycles = BigDecimal.ZERO;
		private final Map<CostParameter, BigDecimal> costs = new IdentityHashMap<>();
		private final Map<ScaleParameter, BigDecimal> scales = new IdentityHashMap<>();
		private BigDecimal hertz = BigDecimal.ZERO;
		private final List<Tie> ties = new ArrayList<>();

		void add(Way way, Prices prices) {
			for (int i = 0; i < way.counts().size(); i++) {
				add(way.counts().charges().get(i).term(), BigDecimal.valueOf(way.counts().times(i)), prices);
			}
			for (Overlap overlap : way.overlaps()) {
				Gradient delivered = of(overlap.delivered(), prices);
				Gradient sender = of(overlap.sender(), prices);
				int longer = delivered.cycles.compareTo(sender.cycles);
				add(longer >= 0 ? delivered : sender);
				if (longer == 0) {
					ties.add(new Tie(overlap.signalled(), delivered, sender));
				}
			}
		}

		private void add(Gradient other) {
			cycles = cycles.add(other.cycles);
			other.costs.forEach((parameter, value) -> costs.merge(parameter, value, BigDecimal::add));
			other.scales.forEach((parameter, value) -> scales.merge(parameter, value, BigDecimal::add));
			hertz = hertz.add(other.hertz);
			ties.addAll(other.ties);
		}

		private void add(CostTerm term, BigDecimal times, Prices prices) {
			cycles = cycles.add(times.multiply(prices.exact(term)));
			BigDecimal outer = times;
			CostTerm rest = term;
			while (rest instanceof ScaledCost(CostTerm inner, ScaleParameter by)) {
				scales.merge(by, outer.multiply(prices.exact(inner)), BigDecimal::add);
				outer = outer.multiply(prices.factor(by));
				rest = inner;
			}
			costs.merge(term.parameter(), outer, BigDecimal::add);
			Amount amount = prices.amount(term.parameter());
			if (amount.time()) {
				hertz = hertz.add(outer.multiply(amount.number()));
			}
		}
	}
}
