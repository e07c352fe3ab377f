// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A confidence interval of a value.
 *
 * @param low     its lower end, in the unit of the value
 * @param high    its upper end
 * @param percent the confidence level in percent: 95
 * @since 0.2.0
 */
public record Interval(BigDecimal low, BigDecimal high, BigDecimal percent) {

	public Interval {
		Objects.requireNonNull(low);
		Objects.requireNonNull(high);
		Objects.requireNonNull(percent);
		if (low.compareTo(high) > 0) {
			throw new IllegalArgumentException("an interval from " + low + " to " + high + " is none");
		}
	}
}
