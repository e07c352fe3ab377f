// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.workload;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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
 * @param note      a note for readers of the values; empty for none
 */
public record Measured(Map<Metric, BigDecimal> values, Map<Metric, Interval> intervals, Optional<Outcome> outcome, List<MeasuredExit> exits,
		Optional<String> note) {

	public Measured {
		values = Map.copyOf(values);
		intervals = Map.copyOf(intervals);
		Objects.requireNonNull(outcome);
		exits = List.copyOf(exits);
		Objects.requireNonNull(note);
	}

	/** Values without a note. */
	Measured(Map<Metric, BigDecimal> values, Map<Metric, Interval> intervals, Optional<Outcome> outcome) {
		this(values, intervals, outcome, List.of(), Optional.empty());
	}

	/** Exact values. */
	Measured(Map<Metric, BigDecimal> values, Optional<Outcome> outcome) {
		this(values, Map.of(), outcome);
	}

	/** The same with exits, taken together by reason. */
	Measured withExits(List<MeasuredExit> each) {
		return new Measured(values, intervals, outcome, MeasuredExit.byReason(each), note);
	}

	/** The same with a note. */
	Measured withNote(Optional<String> text) {
		return new Measured(values, intervals, outcome, exits, text);
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
		return new Measured(all, intervals, outcome, exits, note);
	}

	/** The time of an operation, or the time per completed request. */
	private Optional<BigDecimal> pace() {
		return value(Metric.THROUGHPUT).filter(rate -> rate.signum() > 0).map(rate -> BigDecimal.ONE.divide(rate, MathContext.DECIMAL64))
				.or(() -> value(Metric.TIME));
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
