// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.stat;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A confidence interval of a mean.
 *
 * @param mean      the centre
 * @param halfWidth half its width; infinite for fewer than two observations
 * @param level     the confidence level, between 0 and 1
 * @since 0.2.0
 */
public record ConfidenceInterval(double mean, double halfWidth, double level) {

	public ConfidenceInterval {
		if (!(level > 0 && level < 1)) {
			throw new IllegalArgumentException("a confidence level of " + level + "; it has to be between 0 and 1, as 0.95");
		}
	}

	/** The interval of independent observations. */
	static ConfidenceInterval of(long count, double mean, double variance, double level) {
		ConfidenceInterval unbounded = new ConfidenceInterval(mean, Double.POSITIVE_INFINITY, level);
		if (count < 2) {
			return unbounded;
		}
		double quantile = new TDistribution(count - 1).inverseCumulativeProbability((1 + level) / 2);
		return new ConfidenceInterval(mean, quantile * Math.sqrt(variance / count), level);
	}

	/** The lower bound. */
	public double low() {
		return mean - halfWidth;
	}

	/** The upper bound. */
	public double high() {
		return mean + halfWidth;
	}

	/** Whether a value is within it. */
	public boolean contains(double value) {
		return low() <= value && value <= high();
	}

	/** Half of its width divided by the mean: 0.01 is "within one percent". */
	public double relative() {
		return halfWidth / Math.abs(mean);
	}
}
