// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.evaluate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a value depends on every number: its exact derivatives, of the expression before anything is rounded.
 *
 * @param value what it is, not rounded, in the unit of its metric
 * @param by    by the full name of each parameter, in the metric's unit for one of the parameter's unit
 * @param ties  what signalled vCPUs do where two ways take the same time: there the derivatives from one side differ from those of the other
 */
public record Slopes(BigDecimal value, Map<String, BigDecimal> by, List<String> ties) {

	public Slopes {
		Objects.requireNonNull(value);
		by = Map.copyOf(by);
		ties = List.copyOf(ties);
	}
}
