// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.fit;

import java.util.Arrays;

import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * Linear least squares with bounds, by active sets (Stark and Parker, 1995). Where the equations leave directions open, the solution is the one nearest
 * to the start, in multiples of the scales.
 */
final class BoundedLeastSquares {

	/** Singular values below this share of the largest count as 0: counts are whole numbers, so that what is no 0 is far from it. */
	static final double SINGULAR = 1e-10;
	private static final double SLACK = 1e-9;

	private final double[] start;
	private final double[] scale;
	private final double[] low;
	private final double[] high;

	/**
	 * @param start near what the solution is to be where nothing else says; within the bounds
	 * @param scale of each unknown, above 0
	 * @param low   lower bounds
	 * @param high  upper bounds, may be infinite
	 */
	BoundedLeastSquares(double[] start, double[] scale, double[] low, double[] high) {
		this.start = start.clone();
		this.scale = scale.clone();
		this.low = low.clone();
		this.high = high.clone();
	}

	/** The unknowns within the bounds for which {@code a x} is nearest to {@code b}. */
	double[] solve(double[][] a, double[] b) {
		int size = start.length;
		double[] x = start.clone();
		boolean[] free = new boolean[size];
		Arrays.fill(free, true);
		// Each round frees or binds one unknown; a cycle among nearly equal sets ends here.
		for (int round = 0; round < 10 * size + 10; round++) {
			double[] wanted = unbounded(a, b, x, free);
			double step = 1;
			int binding = -1;
			for (int j = 0; j < size; j++) {
				if (free[j] && (wanted[j] < low[j] || wanted[j] > high[j])) {
					double bound = wanted[j] < low[j] ? low[j] : high[j];
					double share = wanted[j] == x[j] ? 0 : (bound - x[j]) / (wanted[j] - x[j]);
					if (binding < 0 || share < step) {
						step = Math.max(0, share);
						binding = j;
					}
				}
			}
			for (int j = 0; j < size; j++) {
				if (free[j]) {
					x[j] = Math.clamp(x[j] + step * (wanted[j] - x[j]), low[j], high[j]);
				}
			}
			if (binding >= 0) {
				x[binding] = wanted[binding] < low[binding] ? low[binding] : high[binding];
				free[binding] = false;
			} else {
				int freed = leaves(a, b, x, free);
				if (freed < 0) {
					return x;
				}
				free[freed] = true;
			}
		}
		return x;
	}

	/** The solution in the free unknowns, without their bounds; the others stay. */
	private double[] unbounded(double[][] a, double[] b, double[] x, boolean[] free) {
		int[] columns = columns(free);
		double[] solution = x.clone();
		if (columns.length == 0 || a.length == 0) {
			return solution;
		}
		RealMatrix scaled = MatrixUtils.createRealMatrix(a.length, columns.length);
		double[] rest = new double[a.length];
		for (int i = 0; i < a.length; i++) {
			rest[i] = b[i];
			for (int j = 0; j < x.length; j++) {
				rest[i] -= a[i][j] * (free[j] ? start[j] : x[j]);
			}
			for (int k = 0; k < columns.length; k++) {
				scaled.setEntry(i, k, a[i][columns[k]] * scale[columns[k]]);
			}
		}
		double[] moves = nearest(scaled, rest);
		for (int k = 0; k < columns.length; k++) {
			solution[columns[k]] = start[columns[k]] + scale[columns[k]] * moves[k];
		}
		return solution;
	}

	/** The shortest of the vectors that solve the equations best. */
	private static double[] nearest(RealMatrix a, double[] b) {
		SingularValueDecomposition decomposition = new SingularValueDecomposition(a);
		double[] values = decomposition.getSingularValues();
		double[] projected = decomposition.getUT().operate(b);
		for (int i = 0; i < values.length; i++) {
			projected[i] = values[i] <= SINGULAR * values[0] ? 0 : projected[i] / values[i];
		}
		return decomposition.getV().operate(projected);
	}

	private static int[] columns(boolean[] free) {
		int[] columns = new int[free.length];
		int count = 0;
		for (int j = 0; j < free.length; j++) {
			if (free[j]) {
				columns[count++] = j;
			}
		}
		return Arrays.copyOf(columns, count);
	}

	/** The unknown at a bound that wants to leave it most; -1 where none does. */
	private int leaves(double[][] a, double[] b, double[] x, boolean[] free) {
		double[] downhill = new double[x.length];
		double total = 0;
		for (int i = 0; i < a.length; i++) {
			double error = b[i];
			for (int j = 0; j < x.length; j++) {
				error -= a[i][j] * x[j];
			}
			total += Math.abs(b[i]);
			for (int j = 0; j < x.length; j++) {
				downhill[j] += a[i][j] * scale[j] * error;
			}
		}
		int best = -1;
		double most = SLACK * Math.max(total, Double.MIN_NORMAL);
		for (int j = 0; j < x.length; j++) {
			double wish = free[j] || low[j] == high[j] ? 0 : x[j] <= low[j] ? downhill[j] : -downhill[j];
			if (wish > most) {
				best = j;
				most = wish;
			}
		}
		return best;
	}
}
