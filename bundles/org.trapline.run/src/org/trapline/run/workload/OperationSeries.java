// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.workload;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.trapline.catalog.Catalog;
import org.trapline.catalog.ContributedMetric;
import org.trapline.model.OperationWorkload;
import org.trapline.model.Stack;
import org.trapline.result.Metric;
import org.trapline.run.RunMonitor;
import org.trapline.run.compile.CompiledStack;
import org.trapline.run.compile.ExitNames;
import org.trapline.run.compile.PiecewiseLinear;
import org.trapline.run.compile.SweptPrices;
import org.trapline.run.point.Point;
import org.trapline.run.point.PointSet;
import org.trapline.sim.bill.Bill;
import org.trapline.sim.bill.Outcome;
import org.trapline.sim.cost.CostParameter;
import org.trapline.sim.trap.OperationMetrics;

/** An operation workload: expanded once for each structure that the points give its stack, and priced at each point. */
final class OperationSeries implements Series {

	private static final int PIECE = 2048;
	private static final int NANO = 9;
	private static final double NANOSECONDS = 1e9;
	/** The unit of contributed metrics that are not times. */
	private static final String CYCLES = "cycles";

	private final Catalog catalog;
	private final Stack stack;
	private final OperationWorkload workload;
	private final PointSet points;
	private final CompiledStacks stacks;
	private final CostIntervals intervals;
	private final Map<CompiledStack, Priced> priced = new ConcurrentHashMap<>();

	OperationSeries(Catalog catalog, Stack stack, OperationWorkload workload, PointSet points, CompiledStacks stacks, CostIntervals intervals) {
		this.catalog = catalog;
		this.stack = stack;
		this.workload = workload;
		this.points = points;
		this.stacks = stacks;
		this.intervals = intervals;
	}

	@Override
	public int piece() {
		return PIECE;
	}

	@Override
	public Measured at(int point, Wanted wanted, RunMonitor monitor) {
		// Where costs alone are varied there is one structure.
		CompiledStack compiled = stacks.at(stack, points.variesStructure() ? points.point(point) : Point.NONE);
		return priced.computeIfAbsent(compiled, each -> new Priced(each, wanted)).at(point, wanted);
	}

	@Override
	public void tryOut(int point) {
		at(point, new Wanted(Set.of(), false, false), RunMonitor.NONE);
	}

	/** On one structure. */
	private final class Priced {

		private final CompiledStack compiled;
		private final SweptPrices prices;
		private final SweptPrices.OfBill bill;
		private final BigDecimal traps;
		private final Map<Metric, SweptPrices.OfBill> contributed = new HashMap<>();
		private final Map<Metric, Bill> bills = new HashMap<>();

		Priced(CompiledStack compiled, Wanted wanted) {
			this.compiled = compiled;
			Bill counted = compiled.bill(workload);
			bills.put(Metric.CYCLES, counted);
			bills.put(Metric.TIME, counted);
			List<ContributedMetric> metrics = catalog.metrics().stream().filter(each -> wanted.has(metric(each))).toList();
			Map<String, Bill> byId = metrics.isEmpty() ? Map.of()
					: compiled.metricBills(workload, metrics.stream().map(each -> catalog.metricOf(each.id(), OperationMetrics.class))
							.collect(Collectors.toMap(Object::getClass, each -> each, (one, other) -> one)).values().stream().toList());
			// After everything that is priced has been compiled.
			this.prices = new SweptPrices(compiled, points);
			this.bill = prices.of(counted);
			this.traps = BigDecimal.valueOf(counted.exits().values().stream().reduce(0L, Math::addExact));
			metrics.forEach(each -> Optional.ofNullable(byId.get(each.id())).ifPresent(some -> {
				contributed.put(metric(each), prices.of(some));
				bills.put(metric(each), some);
			}));
		}

		private static Metric metric(ContributedMetric contributed) {
			return Metric.of(contributed.id(), contributed.unit());
		}

		Measured at(int point, Wanted wanted) {
			Optional<Outcome> outcome = wanted.breakdown() ? Optional.of(bill.outcome(point)) : Optional.empty();
			long cycles = outcome.map(Outcome::cycles).orElseGet(() -> bill.cycles(point));
			Map<Metric, BigDecimal> values = new HashMap<>();
			values.put(Metric.TRAPS, traps);
			values.put(Metric.CYCLES, BigDecimal.valueOf(cycles));
			if (wanted.has(Metric.TIME) || wanted.comparison()) {
				values.put(Metric.TIME, nanoseconds(cycles, point));
			}
			contributed.forEach((metric, some) -> {
				long part = some.cycles(point);
				values.put(metric, metric.unit().equals(CYCLES) ? BigDecimal.valueOf(part) : nanoseconds(part, point));
			});
			return new Measured(values, outcome).withSamples(samples(point)).withExits(wanted.exits() ? exits(point) : List.of());
		}

		/** What the metrics may be where costs lie elsewhere in their intervals. */
		private Map<Metric, double[]> samples(int number) {
			if (!intervals.any(stack)) {
				return Map.of();
			}
			Point point = points.point(number);
			List<CostIntervals.Uncertain> costs = intervals.of(stack, compiled, point);
			if (costs.isEmpty()) {
				return Map.of();
			}
			Map<CostParameter, Integer> indices = new IdentityHashMap<>();
			double[] units = new double[costs.size()];
			double hertz = prices.hertz(number).doubleValue();
			for (int i = 0; i < units.length; i++) {
				indices.put(compiled.parameter(costs.get(i).cost()).orElseThrow(), i);
				units[i] = costs.get(i).cycles(hertz);
			}
			Map<Metric, double[]> samples = new HashMap<>();
			bills.forEach((metric, each) -> samples.put(metric, intervals.samples(costs,
					PiecewiseLinear.of(each.way(), compiled.prices(point), indices, units, metric.unit().equals(CYCLES) ? 1 : NANOSECONDS / hertz)::value)));
			return samples;
		}

		private List<MeasuredExit> exits(int point) {
			ExitNames names = compiled.exitNames();
			return compiled.itemizedBill(workload).pricedExits(compiled.prices(points.point(point))).stream().map(each -> new MeasuredExit(each.exit(),
					names.reason(each.exit().operation()), BigDecimal.valueOf(each.count()), BigDecimal.valueOf(each.cycles()))).toList();
		}

		private BigDecimal nanoseconds(long cycles, int point) {
			return BigDecimal.valueOf(cycles).divide(prices.hertz(point), MathContext.DECIMAL64).movePointRight(NANO).stripTrailingZeros();
		}
	}
}
