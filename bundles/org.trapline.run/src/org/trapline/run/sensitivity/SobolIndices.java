// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.sensitivity;

import java.util.function.ToDoubleFunction;

import org.hipparchus.random.SobolSequenceGenerator;

/**
 * Sobol indices by Saltelli's sampling: two matrices of points, and for each argument the first with that column of the second. First-order indices by
 * Saltelli et al. (2010), total ones by Jansen (1999).
 *
 * @param firstOrder by argument
 * @param total      by argument
 */
record SobolIndices(double[] firstOrder, double[] total) {

	/** As many arguments as the sequence has columns for, two each. */
	static final int MOST = 10_000;

	/**
	 * @param size     how many arguments there are, 1 to {@link #MOST}
	 * @param samples  points of each matrix
	 * @param function of shares between 0 and 1, one for each argument
	 */
	static SobolIndices of(int size, int samples, ToDoubleFunction<double[]> function) {
		SobolSequenceGenerator sequence = new SobolSequenceGenerator(2 * size);
		// The first point is the origin.
		sequence.skipTo(1);
		double[] a = new double[samples];
		double[] b = new double[samples];
		double[][] mixed = new double[size][samples];
		for (int i = 0; i < samples; i++) {
			double[] both = sequence.nextVector();
			double[] first = java.util.Arrays.copyOf(both, size);
			double[] second = java.util.Arrays.copyOfRange(both, size, 2 * size);
			a[i] = function.applyAsDouble(first);
			b[i] = function.applyAsDouble(second);
			for (int j = 0; j < size; j++) {
				double[] point = first.clone();
				point[j] = second[j];
				mixed[j][i] = function.applyAsDouble(point);
			}
		}
		double mean = 0;
		for (int i = 0; i < samples; i++) {
			mean += (a[i] + b[i]) / (2 * samples);
		}
		double variance = 0;
		for (int i = 0; i < samples; i++) {
			variance += ((a[i] - mean) * (a[i] - mean) + (b[i] - mean) * (b[i] - mean)) / (2 * samples);
		}
		double[] firstOrder = new double[size];
		double[] total = new double[size];
		for (int j = 0; j < size && variance > 0; j++) {
			for (int i = 0; i < samples; i++) {
				firstOrder[j] += (b[i] - mean) * (mixed[j][i] - a[i]) / (samples * variance);
				total[j] += (a[i] - mixed[j][i]) * (a[i] - mixed[j][i]) / (2 * samples * variance);
			}
		}
		return new SobolIndices(firstOrder, total);
	}
}
