// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart;

import java.util.Objects;

import org.trapline.result.ResultRow;

/**
 * A simulated value, and the run that it is of.
 *
 * @param source the run
 * @param row    the value
 */
public record Sample(ChartSource source, ResultRow row) {
	public Sample {
		Objects.requireNonNull(source);
		Objects.requireNonNull(row);
	}
}
