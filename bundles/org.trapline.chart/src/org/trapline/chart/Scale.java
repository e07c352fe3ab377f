// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart;

import java.math.BigDecimal;
import java.util.Objects;

import org.trapline.result.Metric;

/**
 * What values are, and how they are written.
 *
 * @param label for an axis, with the unit
 * @param unit  after a number in a sentence: {@code cycles}; empty where there is none
 * @param count whether there is nothing between two whole numbers
 * @param log   whether the axis is logarithmic
 */
public record Scale(String label, String unit, boolean count, boolean log) {

	public Scale {
		Objects.requireNonNull(label);
		Objects.requireNonNull(unit);
	}

	/** The scale of a metric. */
	public static Scale of(Metric metric, boolean log) {
		return new Scale(metric.title(), metric.unit(), metric.count(), log);
	}

	/** {@code 422,720 cycles}. */
	public String phrase(BigDecimal value) {
		return MetricText.full(value) + (unit.isEmpty() ? "" : unit.equals(MetricText.TIMES) ? unit : " " + unit);
	}
}
