// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.cost;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * The value of a cost parameter: cycles, or a time that the clock converts to cycles.
 *
 * @param number in cycles, or in seconds; at least 0
 * @param time   whether it is a time
 * @since 0.2.0
 */
public record Amount(BigDecimal number, boolean time) {

	public Amount {
		Objects.requireNonNull(number);
		if (number.signum() < 0) {
			throw new IllegalArgumentException("a cost is negative: " + number.toPlainString() + (time ? " s" : " cycles"));
		}
	}

	/** A number of cycles. */
	public static Amount cycles(long cycles) {
		return new Amount(BigDecimal.valueOf(cycles), false);
	}

	/** Cycles at a clock, not rounded. */
	public BigDecimal exact(BigDecimal hertz) {
		return time ? number.multiply(hertz) : number;
	}
}
