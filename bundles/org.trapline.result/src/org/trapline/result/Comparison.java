// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.Optional;

/**
 * A published value for a simulated one, and the kind of comparison.
 *
 * @param published the published value
 * @param role      whether a parameter was fitted to it
 * @param tolerance the largest difference that the study allows; without a tolerance there is no verdict
 * @since 0.2.0
 */
public record Comparison(PublishedValue published, Role role, Optional<Tolerance> tolerance) {

	public Comparison {
		Objects.requireNonNull(published);
		Objects.requireNonNull(role);
		Objects.requireNonNull(tolerance);
	}

	/** A fit that misses its cell by more percent than this is none: fits are exact but for whole cycles. */
	private static final double EXACT = 1;

	/** A comparison without a tolerance. */
	public Comparison(PublishedValue published, Role role) {
		this(published, role, Optional.empty());
	}

	/** The same with what is left of a fit told apart: a cost that was fitted to this cell and others may miss it. */
	public Comparison against(BigDecimal simulated) {
		return role == Role.FIT && Math.abs(errorPercent(simulated)) > EXACT ? new Comparison(published, Role.RESIDUAL, tolerance) : this;
	}

	/** The verdict on {@code simulated}; empty without a tolerance. */
	public Optional<Verdict> verdict(BigDecimal simulated) {
		return tolerance.map(declared -> {
			if (!declared.bound().admits(simulated, published.value())) {
				return Verdict.MISS;
			}
			boolean excused = declared.general().filter(general -> !general.admits(simulated, published.value())).isPresent();
			return excused ? Verdict.EXCUSED : Verdict.OK;
		});
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
