// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.stat;

/**
 * The mean of one long run, with its confidence interval: observations that follow each other depend on each other, means of
 * long batches of them hardly do. When there are twice the batches asked for, neighbours are put together, so that batches
 * grow with the run. Nothing is allocated by adding.
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
	 * @param batches how many there are at least, once there are enough observations; 20 is usual
	 */
	public BatchMeans(int batches) {
		if (batches < 2) {
			throw new IllegalArgumentException("a confidence interval of " + batches + " batches; it needs 2 at least");
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

	/** Forgets all, as at the end of warm-up. */
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
	 * Where the true mean lies.
	 *
	 * @param level of confidence, as 0.95
	 */
	public ConfidenceInterval confidence(double level) {
		return means().confidence(level);
	}
}
