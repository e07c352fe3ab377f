// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.summary;

/**
 * A mean, and how well it is known.
 *
 * @param mean       NaN where nothing was observed
 * @param halfWidth  of the confidence interval, to both sides; infinite where there are too few observations
 * @param confidence as 0.95
 * @param count      of observations
 */
public record Estimate(double mean, double halfWidth, double confidence, long count) {

	/** The lower end of the interval. */
	public double low() {
		return mean - halfWidth;
	}

	/** The upper end of the interval. */
	public double high() {
		return mean + halfWidth;
	}
}
