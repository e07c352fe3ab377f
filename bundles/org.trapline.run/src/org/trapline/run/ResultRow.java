// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * One simulated value, complete by itself.
 *
 * @param study      name of the study: the file's name without its ending
 * @param experiment name of the experiment
 * @param stack      name of the stack
 * @param workload   name of the workload
 * @param level      level at which the workload ran: 1 in a VM, 2 in a nested VM
 * @param metric     what was measured
 * @param value      the number, in {@code metric.unit()}; counts are exact
 * @param comparison the published value of the same cell, where there is one
 */
public record ResultRow(String study, String experiment, String stack, String workload, int level, Metric metric,
		BigDecimal value, Optional<Comparison> comparison) {

	public ResultRow {
		Objects.requireNonNull(study);
		Objects.requireNonNull(experiment);
		Objects.requireNonNull(stack);
		Objects.requireNonNull(workload);
		Objects.requireNonNull(metric);
		Objects.requireNonNull(value);
		Objects.requireNonNull(comparison);
	}
}
