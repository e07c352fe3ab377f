// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * How far a simulated value may be from a published one.
 *
 * @param value   the largest difference, at least 0
 * @param percent whether it is in percent of the published value, not in units of the metric
 * @since 0.2.0
 */
public record Bound(BigDecimal value, boolean percent) {

	private static final int PERCENT_DIGITS = 2;

	public Bound {
		Objects.requireNonNull(value);
		if (value.signum() < 0) {
			throw new IllegalArgumentException("a difference is never below 0: " + value);
		}
	}

	/** Whether the difference is within the bound, by exact arithmetic. In percent, only 0 is within the bound of a published 0. */
	public boolean admits(BigDecimal simulated, BigDecimal published) {
		BigDecimal difference = simulated.subtract(published).abs();
		return percent ? difference.movePointRight(PERCENT_DIGITS).compareTo(value.multiply(published.abs())) <= 0
				: difference.compareTo(value) <= 0;
	}

	/** The bound of a text from {@link #toString()}. */
	public static Bound parse(String text) {
		boolean percent = text.endsWith("%");
		return new Bound(new BigDecimal(percent ? text.substring(0, text.length() - 1).strip() : text), percent);
	}

	/** {@code 10 %}, or {@code 2}. */
	@Override
	public String toString() {
		return value.toPlainString() + (percent ? " %" : "");
	}
}
