// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;

/** A published value beside a simulated one, and what that comparison is worth. */
public record Comparison(PublishedValue published, Role role) {

	public Comparison {
		Objects.requireNonNull(published);
		Objects.requireNonNull(role);
	}

	/** The relative error of {@code simulated} in percent: positive when the simulation is above; 0 for 0 beside 0. */
	public double errorPercent(BigDecimal simulated) {
		BigDecimal reference = published.value();
		BigDecimal difference = simulated.subtract(reference);
		if (difference.signum() == 0) {
			return 0;
		}
		if (reference.signum() == 0) {
			return difference.signum() * Double.POSITIVE_INFINITY;
		}
		return difference.divide(reference, MathContext.DECIMAL64).doubleValue() * 100;
	}
}
