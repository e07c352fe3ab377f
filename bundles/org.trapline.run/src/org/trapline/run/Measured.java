// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.trapline.sim.Outcome;

/**
 * What a workload came to on a stack.
 *
 * @param values  by metric: every metric that this kind of workload has
 * @param outcome where the traps and cycles of an operation went; empty for workloads that are no operations
 */
record Measured(Map<Metric, BigDecimal> values, Optional<Outcome> outcome) {

	Measured {
		values = Map.copyOf(values);
		Objects.requireNonNull(outcome);
	}

	/** The value of a metric, where the workload has it. */
	Optional<BigDecimal> value(Metric metric) {
		return Optional.ofNullable(values.get(metric));
	}
}
