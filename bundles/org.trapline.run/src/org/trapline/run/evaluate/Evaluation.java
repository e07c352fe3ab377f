// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.evaluate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.trapline.result.Breakdown;
import org.trapline.result.Interval;

/**
 * What a workload comes to at a point. Plain values.
 *
 * @param values    by the ids of the metrics, in their units
 * @param intervals how sure they are, where they were measured several times
 * @param shares    cycles by level and cause; empty for migrations
 * @param note      what readers have to know of the values; empty where there is nothing
 */
public record Evaluation(Map<String, BigDecimal> values, Map<String, Interval> intervals, List<Breakdown.Share> shares, Optional<String> note) {

	public Evaluation {
		values = Map.copyOf(values);
		intervals = Map.copyOf(intervals);
		shares = List.copyOf(shares);
		Objects.requireNonNull(note);
	}

	/**
	 * The value of a metric.
	 *
	 * @throws IllegalArgumentException when the workload does not have it
	 */
	public BigDecimal value(String metric) {
		BigDecimal value = values.get(metric);
		if (value == null) {
			throw new IllegalArgumentException("there is no " + metric + " among " + values.keySet().stream().sorted().toList());
		}
		return value;
	}
}
