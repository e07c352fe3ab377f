// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.count;

import org.hipparchus.distribution.continuous.TDistribution;
import org.trapline.trace.summary.Estimate;

/**
 * The mean of observations that follow each other, with its confidence interval by Student's t over the means of batches: neighbours depend on each other,
 * means of long batches hardly do. Batches are put together in pairs as they become many. Where there are fewer observations than batches, each is one.
 */
public final class MeanTally {

	private static final int BATCHES = 32;

	private final double[] sums = new double[2 * BATCHES];
	private int batches;
	private long size = 1;
	private long inBatch;
	private double sum;
	private double total;
	private long count;

	/** Adds an observation. */
	public void add(double observation) {
		count++;
		total += observation;
		sum += observation;
		inBatch++;
		if (inBatch == size) {
			sums[batches] = sum;
			batches++;
			sum = 0;
			inBatch = 0;
			if (batches == sums.length) {
				batches = BATCHES;
				size *= 2;
				for (int i = 0; i < BATCHES; i++) {
					sums[i] = sums[2 * i] + sums[2 * i + 1];
				}
			}
		}
	}

	/**
	 * What they came to.
	 *
	 * @param confidence as 0.95
	 */
	public Estimate estimate(double confidence) {
		double mean = count == 0 ? Double.NaN : total / count;
		if (batches < 2) {
			return new Estimate(mean, count == 0 ? Double.NaN : Double.POSITIVE_INFINITY, confidence, count);
		}
		double middle = 0;
		for (int i = 0; i < batches; i++) {
			middle += sums[i] / size / batches;
		}
		double squares = 0;
		for (int i = 0; i < batches; i++) {
			double distance = sums[i] / size - middle;
			squares += distance * distance;
		}
		double quantile = new TDistribution(batches - 1).inverseCumulativeProbability((1 + confidence) / 2);
		return new Estimate(mean, quantile * Math.sqrt(squares / (batches - 1) / batches), confidence, count);
	}
}
