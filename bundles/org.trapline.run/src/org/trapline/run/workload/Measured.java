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
 * What a workload came to on a stack.
 *
 * @param values    by metric: every metric that this kind of workload has
 * @param intervals how sure they are, where they were measured several times
 * @param outcome   where the traps and cycles of an operation went, or on average those of a request; empty for migrations
 * @param exits     by reason, where asked for
 * @param note      what who reads the values has to know of them; empty where there is nothing
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

	/** Values of which nothing has to be said. */
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

	/** The same with something that readers have to know. */
	Measured withNote(Optional<String> text) {
		return new Measured(values, intervals, outcome, exits, text);
	}

	/**
	 * The same beside what it came to on another stack: with how many times faster and slower it is.
	 *
	 * @param baseline what the workload came to there
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

	/** The time that one takes: of an operation, or between two requests that are answered. */
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
