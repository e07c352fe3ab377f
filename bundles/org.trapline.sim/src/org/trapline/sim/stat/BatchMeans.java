// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.stat;

/**
 * The mean of one long run, with its confidence interval by batch means: successive observations are correlated, means of long
 * batches of them hardly are. When there are twice as many batches as requested, neighbours are merged, so that batches grow with
 * the run. Adding does not allocate.
 *
 * @since 0.2.0
 */
public final class BatchMeans {

	private final double[] sums;
	private int batches;
	private long size = 1;
	private long inBatch;
	private double sum;

	/**
	 * @param batches minimum number of batches, once there are enough observations; 20 is usual
	 */
	public BatchMeans(int batches) {
		if (batches < 2) {
			throw new IllegalArgumentException("a confidence interval of " + batches + " batches; it needs at least 2");
		}
		this.sums = new double[2 * batches];
	}

	/** Adds an observation. */
	public void add(double observation) {
		sum += observation;
		inBatch++;
		if (inBatch == size) {
			sums[batches] = sum;
			batches++;
			sum = 0;
			inBatch = 0;
			if (batches == sums.length) {
				mergeNeighbours();
			}
		}
	}

	private void mergeNeighbours() {
		batches /= 2;
		size *= 2;
		for (int i = 0; i < batches; i++) {
			sums[i] = sums[2 * i] + sums[2 * i + 1];
		}
	}

	/** Resets it, as at the end of warm-up. */
	public void reset() {
		batches = 0;
		size = 1;
		inBatch = 0;
		sum = 0;
	}

	/** How many observations each batch has. */
	public long batchSize() {
		return size;
	}

	/** Of the batches' means; observations after the last whole batch are left out. */
	public Tally means() {
		Tally means = new Tally();
		for (int i = 0; i < batches; i++) {
			means.add(sums[i] / size);
		}
		return means;
	}

	/**
	 * The confidence interval of the mean.
	 *
	 * @param level the confidence level, as 0.95
	 */
	public ConfidenceInterval confidence(double level) {
		return means().confidence(level);
	}
}
