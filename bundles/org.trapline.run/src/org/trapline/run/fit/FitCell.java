// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.fit;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A measured value that a study compares with.
 *
 * @param experiment    the experiment that compares
 * @param reference     the table of measured values
 * @param workload      its row
 * @param configuration its column
 * @param metric        what was measured
 * @param unit          the unit of the metric
 * @param stack         the stack that stands for the column
 * @param measured      the value, in that unit
 */
public record FitCell(String experiment, String reference, String workload, String configuration, String metric, String unit, String stack, BigDecimal measured) {

	public FitCell {
		Objects.requireNonNull(experiment);
		Objects.requireNonNull(reference);
		Objects.requireNonNull(workload);
		Objects.requireNonNull(configuration);
		Objects.requireNonNull(metric);
		Objects.requireNonNull(unit);
		Objects.requireNonNull(stack);
		Objects.requireNonNull(measured);
	}

	/** As the language refers to it: {@code dvh.asplos20(hypercall, l2, cycles)}. */
	public String text() {
		return reference + "(" + workload + ", " + configuration + ", " + metric + ")";
	}

	/** The row that it stands in: the same benchmark in other columns. */
	String row() {
		return reference + "(" + workload + ")";
	}
}
