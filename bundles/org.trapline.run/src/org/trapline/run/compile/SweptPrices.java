// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.compile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.trapline.lang.Inheritance;
import org.trapline.lang.Quantities;
import org.trapline.model.SweptParameter;
import org.trapline.run.point.Point;
import org.trapline.run.point.PointSet;
import org.trapline.run.point.Variable;
import org.trapline.sim.bill.Bill;
import org.trapline.sim.bill.Outcome;
import org.trapline.sim.bill.Pricer;
import org.trapline.sim.cost.CostParameter;
import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.cost.Prices;
import org.trapline.sim.cost.ScaleParameter;
import org.trapline.sim.cost.ScaledCost;

/**
 * Prices bills of one stack at many points: only the costs that a sweep varies are computed again at each of them. The numbers are those of
 * {@link CompiledStack#prices}, to the last bit. Thread-safe.
 */
public final class SweptPrices {

	private final PointSet points;
	private final Prices base;
	private final Map<CostParameter, Integer> columns = new IdentityHashMap<>();
	private final OptionalInt clock;

	/** @param points which all give the stack this structure */
	public SweptPrices(CompiledStack stack, PointSet points) {
		this.points = points;
		this.base = stack.prices(Point.NONE);
		List<Variable> variables = points.variables();
		for (int i = 0; i < variables.size(); i++) {
			int column = i;
			variables.get(i).cost().flatMap(stack::parameter).ifPresent(parameter -> columns.put(parameter, column));
		}
		this.clock = IntStream.range(0, variables.size()).filter(i -> variables.get(i).is(SweptParameter.CLOCK)).findFirst();
	}

	/** Cycles per second at a point. */
	public BigDecimal hertz(int point) {
		return clock.isEmpty() ? base.hertz() : Quantities.inBase(points.value(clock.getAsInt(), point), points.variables().get(clock.getAsInt()).unit().orElseThrow());
	}

	/** Prepares a bill for pricing at many points. */
	public OfBill of(Bill bill) {
		return new OfBill(bill);
	}

	/** Whether a term has different costs at different points. */
	private boolean varies(CostTerm term) {
		return columns.containsKey(term.parameter()) || clock.isPresent() && base.amount(term.parameter()).time();
	}

	private long cycles(CostTerm term, int point) {
		return switch (term) {
		case CostParameter parameter -> whole(exact(parameter, point));
		case ScaledCost(CostTerm inner, ScaleParameter by) -> whole(BigDecimal.valueOf(cycles(inner, point)).multiply(base.factor(by)));
		};
	}

	private BigDecimal exact(CostParameter parameter, int point) {
		Integer column = columns.get(parameter);
		if (column == null) {
			return base.amount(parameter).exact(hertz(point));
		}
		return Inheritance.amount(points.value(column, point), points.variables().get(column).unit().orElseThrow()).exact(hertz(point));
	}

	private static long whole(BigDecimal cycles) {
		return cycles.setScale(0, RoundingMode.HALF_UP).longValueExact();
	}

	/** One bill. */
	public final class OfBill {

		private final Pricer pricer;
		private final long[] cycles;
		private final int[] varying;

		private OfBill(Bill bill) {
			this.pricer = new Pricer(bill);
			this.cycles = pricer.point(base);
			this.varying = IntStream.range(0, cycles.length).filter(i -> varies(pricer.terms().get(i))).toArray();
		}

		private long[] at(int point) {
			long[] there = cycles.clone();
			for (int term : varying) {
				there[term] = SweptPrices.this.cycles(pricer.terms().get(term), point);
			}
			return there;
		}

		/**
		 * All cycles at a point.
		 *
		 * @throws ArithmeticException when they exceed 2^63 - 1
		 */
		public long cycles(int point) {
			return pricer.cycles(at(point));
		}

		/** The bill priced at a point. */
		public Outcome outcome(int point) {
			return pricer.outcome(at(point));
		}
	}
}
