// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.stat;

/**
 * Mean, variance, minimum and maximum of observations, which are not kept. Adding does not allocate.
 *
 * @since 0.2.0
 */
public final class Tally {

	private long count;
	private double mean;
	/** The sum of the squared deviations from the mean. */
	private double squares;
	private double min = Double.POSITIVE_INFINITY;
	private double max = Double.NEGATIVE_INFINITY;

	/** Adds an observation. */
	public void add(double observation) {
		count++;
		// Welford's algorithm: accurate where the sum of squares would lose all digits.
		double distance = observation - mean;
		mean += distance / count;
		squares += distance * (observation - mean);
		min = Math.min(min, observation);
		max = Math.max(max, observation);
	}

	/** Resets it, as at the end of warm-up. */
	public void reset() {
		count = 0;
		mean = 0;
		squares = 0;
		min = Double.POSITIVE_INFINITY;
		max = Double.NEGATIVE_INFINITY;
	}

	/** Number of observations. */
	public long count() {
		return count;
	}

	/** Their mean; NaN where there are none. */
	public double mean() {
		return count == 0 ? Double.NaN : mean;
	}

	/** Their sample variance; NaN for fewer than two. */
	public double variance() {
		return count < 2 ? Double.NaN : squares / (count - 1);
	}

	/** The square root of the variance. */
	public double standardDeviation() {
		return Math.sqrt(variance());
	}

	/** The minimum; NaN without observations. */
	public double min() {
		return count == 0 ? Double.NaN : min;
	}

	/** The maximum; NaN without observations. */
	public double max() {
		return count == 0 ? Double.NaN : max;
	}

	/**
	 * The confidence interval of the mean, by Student's t. Observations have to be independent: means of replications or of batches
	 * ({@link BatchMeans}) are, times of successive requests are not.
	 *
	 * @param level the confidence level, as 0.95
	 */
	public ConfidenceInterval confidence(double level) {
		return ConfidenceInterval.of(count, mean(), variance(), level);
	}
}
