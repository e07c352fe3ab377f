// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.workload;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.trapline.model.Stack;
import org.trapline.result.Metric;
import org.trapline.run.RunMonitor;
import org.trapline.run.point.Point;
import org.trapline.run.point.PointSet;
import org.trapline.run.point.Setting;
import org.trapline.run.point.Variable;

/**
 * A series with expensive points: each is measured once, although it may be both a result and the baseline of others. What the intervals of costs make of
 * its values comes from their ends: one cost after the other, with the same random numbers, and straight lines between.
 */
final class MemoizedSeries implements Series {

	/** Measures a point. */
	interface Measurement {
		/**
		 * @param point  what is measured
		 * @param random the point whose random numbers it takes
		 */
		Measured at(Point point, Point random, Wanted wanted, RunMonitor monitor);

		/** See {@link Series#tryOut}. */
		void tryOut(Point point);
	}

	private final Measurement measurement;
	private final Stack stack;
	private final PointSet points;
	private final CompiledStacks stacks;
	private final CostIntervals intervals;
	private final Map<Integer, Measured> known = new ConcurrentHashMap<>();

	MemoizedSeries(Measurement measurement, Stack stack, RunContext context) {
		this.measurement = Objects.requireNonNull(measurement);
		this.stack = stack;
		this.points = context.points();
		this.stacks = context.stacks();
		this.intervals = context.intervals();
	}

	@Override
	public Measured at(int point, Wanted wanted, RunMonitor monitor) {
		return known.computeIfAbsent(point, each -> measured(points.point(each), wanted, monitor));
	}

	private Measured measured(Point point, Wanted wanted, RunMonitor monitor) {
		Measured nominal = measurement.at(point, point, wanted, monitor);
		if (!intervals.any(stack)) {
			return nominal;
		}
		Wanted values = new Wanted(wanted.metrics(), false, false);
		List<CostIntervals.Uncertain> costs = intervals.of(stack, stacks.at(stack, point), point);
		List<Map<Metric, Double>> slopes = new ArrayList<>();
		for (CostIntervals.Uncertain each : costs) {
			Measured low = measurement.at(with(point, each, each.low()), point, values, monitor);
			Measured high = measurement.at(with(point, each, each.high()), point, values, monitor);
			double width = each.high().subtract(each.low()).doubleValue();
			Map<Metric, Double> slope = new HashMap<>();
			high.values().forEach((metric, value) -> low.value(metric).ifPresent(other -> slope.put(metric, width == 0 ? 0 : value.subtract(other).doubleValue() / width)));
			slopes.add(slope);
		}
		Map<Metric, double[]> samples = new HashMap<>();
		nominal.values().forEach((metric, value) -> {
			if (slopes.stream().anyMatch(slope -> slope.getOrDefault(metric, 0.0) != 0)) {
				samples.put(metric, intervals.samples(costs, x -> {
					double sum = value.doubleValue();
					for (int i = 0; i < x.length; i++) {
						sum += slopes.get(i).getOrDefault(metric, 0.0) * (x[i] - costs.get(i).nominal());
					}
					return Math.max(0, sum);
				}));
			}
		});
		return nominal.withSamples(samples);
	}

	private static Point with(Point point, CostIntervals.Uncertain cost, BigDecimal value) {
		List<Setting> settings = new ArrayList<>(point.settings());
		settings.add(Variable.of(cost.cost(), cost.value().getUnit()).at(value));
		return new Point(settings);
	}

	@Override
	public void tryOut(int point) {
		measurement.tryOut(points.point(point));
	}

	@Override
	public int piece() {
		return 1;
	}
}
