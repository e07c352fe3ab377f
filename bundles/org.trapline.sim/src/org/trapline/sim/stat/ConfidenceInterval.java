// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.stat;

import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Where a true mean lies, with some confidence.
 *
 * @param mean      the middle
 * @param halfWidth to both sides; infinite where there are fewer than two observations
 * @param level     of confidence, between 0 and 1
 * @since 0.2.0
 */
public record ConfidenceInterval(double mean, double halfWidth, double level) {

	public ConfidenceInterval {
		if (!(level > 0 && level < 1)) {
			throw new IllegalArgumentException("a level of confidence of " + level + "; it has to be between 0 and 1, as 0.95");
		}
	}

	/** From independent observations. */
	static ConfidenceInterval of(long count, double mean, double variance, double level) {
		ConfidenceInterval unbounded = new ConfidenceInterval(mean, Double.POSITIVE_INFINITY, level);
		if (count < 2) {
			return unbounded;
		}
		double quantile = new TDistribution(count - 1).inverseCumulativeProbability((1 + level) / 2);
		return new ConfidenceInterval(mean, quantile * Math.sqrt(variance / count), level);
	}

	/** The lower end. */
	public double low() {
		return mean - halfWidth;
	}

	/** The upper end. */
	public double high() {
		return mean + halfWidth;
	}

	/** Whether a value is within it. */
	public boolean contains(double value) {
		return low() <= value && value <= high();
	}

	/** Half of its width by the mean: 0.01 is "within one percent". */
	public double relative() {
		return halfWidth / Math.abs(mean);
	}
}
