// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.util.Objects;

/**
 * A picture that an experiment asks for: {@code chart bars of traps by stack}.
 *
 * @param metric what the bars show
 */
public record ChartSpec(Metric metric) {

	public ChartSpec {
		Objects.requireNonNull(metric);
	}
}
