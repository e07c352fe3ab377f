// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.workload;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.trapline.result.Interval;
import org.trapline.result.Metric;
import org.trapline.sim.bill.Outcome;

/**
 * The measured values of a workload on a stack.
 *
 * @param values    by metric: every metric that this kind of workload has
 * @param intervals confidence intervals, where values were measured several times
 * @param outcome   traps and cycles of an operation, or the mean of a request, by level and cause; empty for migrations
 * @param exits     by reason, if requested
 * @param samples   by metric: what it may be where costs lie elsewhere in their intervals; the same places of the costs on every stack; empty without intervals
 * @param note      a note for readers of the values; empty for none
 */
public record Measured(Map<Metric, BigDecimal> values, Map<Metric, Interval> intervals, Optional<Outcome> outcome, List<MeasuredExit> exits,
		Map<Metric, double[]> samples, Optional<String> note) {

	/** The share of samples beyond either end of an interval. */
	private static final double TAIL = 0.025;
	private static final BigDecimal PERCENT = BigDecimal.valueOf(95);
	/** More say nothing. */
	private static final MathContext DIGITS = new MathContext(6);

	public Measured {
		values = Map.copyOf(values);
		intervals = Map.copyOf(intervals);
		Objects.requireNonNull(outcome);
		exits = List.copyOf(exits);
		samples = Map.copyOf(samples);
		Objects.requireNonNull(note);
	}

	/** Values without a note. */
	Measured(Map<Metric, BigDecimal> values, Map<Metric, Interval> intervals, Optional<Outcome> outcome) {
		this(values, intervals, outcome, List.of(), Map.of(), Optional.empty());
	}

	/** Exact values. */
	Measured(Map<Metric, BigDecimal> values, Optional<Outcome> outcome) {
		this(values, Map.of(), outcome);
	}

	/** The same with exits, taken together by reason. */
	Measured withExits(List<MeasuredExit> each) {
		return new Measured(values, intervals, outcome, MeasuredExit.byReason(each), samples, note);
	}

	/** The same with a note. */
	Measured withNote(Optional<String> text) {
		return new Measured(values, intervals, outcome, exits, samples, text);
	}

	/**
	 * The same with speedup and overhead relative to another stack.
	 *
	 * @param baseline the values of the workload there
	 */
	public Measured beside(Measured baseline) {
		Optional<BigDecimal> own = pace();
		Optional<BigDecimal> other = baseline.pace();
		if (own.isEmpty() || other.isEmpty() || own.get().signum() == 0 || other.get().signum() == 0) {
			return this;
		}
		Map<Metric, BigDecimal> all = new HashMap<>(values);
		all.put(Metric.SPEEDUP, other.get().divide(own.get(), MathContext.DECIMAL64));
		all.put(Metric.OVERHEAD, own.get().divide(other.get(), MathContext.DECIMAL64));
		return new Measured(all, intervals, outcome, exits, withRatios(baseline), note);
	}

	/** The time of an operation, or the time per completed request. */
	private Optional<BigDecimal> pace() {
		return value(Metric.THROUGHPUT).filter(rate -> rate.signum() > 0).map(rate -> BigDecimal.ONE.divide(rate, MathContext.DECIMAL64))
				.or(() -> value(Metric.TIME));
	}

	/** The same with what it may be where costs lie elsewhere in their intervals. */
	Measured withSamples(Map<Metric, double[]> each) {
		return new Measured(values, intervals, outcome, exits, each, note);
	}

	private Map<Metric, double[]> withRatios(Measured baseline) {
		int size = Stream.of(samples, baseline.samples).flatMap(each -> each.values().stream()).mapToInt(each -> each.length).max().orElse(0);
		if (size == 0) {
			return samples;
		}
		double[] own = paces(size);
		double[] other = baseline.paces(size);
		Map<Metric, double[]> all = new HashMap<>(samples);
		all.put(Metric.SPEEDUP, IntStream.range(0, size).mapToDouble(i -> other[i] / own[i]).toArray());
		all.put(Metric.OVERHEAD, IntStream.range(0, size).mapToDouble(i -> own[i] / other[i]).toArray());
		return all;
	}

	private double[] paces(int size) {
		boolean rate = value(Metric.THROUGHPUT).filter(each -> each.signum() > 0).isPresent();
		double[] sampled = samples.get(rate ? Metric.THROUGHPUT : Metric.TIME);
		double nominal = pace().orElseThrow().doubleValue();
		return IntStream.range(0, size).mapToDouble(i -> sampled == null ? nominal : rate ? 1 / sampled[i] : sampled[i]).toArray();
	}

	/** Where the value of a metric lies for the intervals of costs, with 95 %; empty where no cost that has an interval matters to it. */
	public Optional<Interval> costInterval(Metric metric) {
		double[] sampled = samples.get(metric);
		BigDecimal value = values.get(metric);
		if (sampled == null || value == null) {
			return Optional.empty();
		}
		double[] sorted = sampled.clone();
		Arrays.sort(sorted);
		BigDecimal low = rounded(sorted[(int) Math.floor(TAIL * sorted.length)], metric);
		BigDecimal high = rounded(sorted[sorted.length - 1 - (int) Math.floor(TAIL * sorted.length)], metric);
		return low.compareTo(high) == 0 && low.compareTo(value) == 0 ? Optional.empty() : Optional.of(new Interval(low.min(value), high.max(value), PERCENT));
	}

	private static BigDecimal rounded(double number, Metric metric) {
		BigDecimal exact = new BigDecimal(number);
		return metric.count() ? exact.setScale(0, RoundingMode.HALF_UP) : exact.round(DIGITS).stripTrailingZeros();
	}

	/** How sure the value of a metric is, where it was measured several times. */
	public Optional<Interval> interval(Metric metric) {
		return Optional.ofNullable(intervals.get(metric));
	}

	/** The value of a metric, where the workload has it. */
	public Optional<BigDecimal> value(Metric metric) {
		return Optional.ofNullable(values.get(metric));
	}
}
