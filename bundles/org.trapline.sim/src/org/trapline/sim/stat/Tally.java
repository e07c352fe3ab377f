// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.stat;

/**
 * Mean, variance and extremes of observations, which it does not keep. Nothing is allocated by adding.
 *
 * @since 0.2.0
 */
public final class Tally {

	private long count;
	private double mean;
	/** The sum of the squared distances from the mean. */
	private double squares;
	private double min = Double.POSITIVE_INFINITY;
	private double max = Double.NEGATIVE_INFINITY;

	/** Adds an observation. */
	public void add(double observation) {
		count++;
		// Welford: exact where the sum of squares would lose all digits.
		double distance = observation - mean;
		mean += distance / count;
		squares += distance * (observation - mean);
		min = Math.min(min, observation);
		max = Math.max(max, observation);
	}

	/** Forgets all, as at the end of warm-up. */
	public void reset() {
		count = 0;
		mean = 0;
		squares = 0;
		min = Double.POSITIVE_INFINITY;
		max = Double.NEGATIVE_INFINITY;
	}

	/** How many observations there are. */
	public long count() {
		return count;
	}

	/** Their mean; NaN where there are none. */
	public double mean() {
		return count == 0 ? Double.NaN : mean;
	}

	/** Their variance, as of a sample; NaN where there are fewer than two. */
	public double variance() {
		return count < 2 ? Double.NaN : squares / (count - 1);
	}

	/** The square root of the variance. */
	public double standardDeviation() {
		return Math.sqrt(variance());
	}

	/** The least; NaN where there are none. */
	public double min() {
		return count == 0 ? Double.NaN : min;
	}

	/** The greatest; NaN where there are none. */
	public double max() {
		return count == 0 ? Double.NaN : max;
	}

	/**
	 * Where the mean of all that could be observed lies, by Student's t. Observations have to be independent: means of
	 * replications, or of batches ({@link BatchMeans}); times of requests after each other are not.
	 *
	 * @param level of confidence, as 0.95
	 */
	public ConfidenceInterval confidence(double level) {
		return ConfidenceInterval.of(count, mean(), variance(), level);
	}
}
