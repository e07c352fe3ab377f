// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.fit;

import java.util.List;

/**
 * A least-squares problem: cells, each with a response, a measured value and the error by which it is weighted. Solved by linear steps: exact where
 * responses are linear, and where a signal makes a maximum the active way is taken anew after each step.
 */
final class Fitting {

	/** Where nothing else is asked for. */
	static final int STEPS = 60;
	private static final int HALVINGS = 40;
	/** Relative to a cost's scale. */
	private static final double STILL = 1e-9;
	private static final double STILL_SIMULATED = 2e-3;

	/**
	 * A cell.
	 *
	 * @param weight what an error is divided by: the measured value, or its error
	 */
	record Point(Response response, double measured, double weight) {
		double error(double[] x) {
			return (response.value(x) - measured) / weight;
		}
	}

	/**
	 * What was found.
	 *
	 * @param x         the values, the best that were found
	 * @param converged whether no step makes the errors smaller
	 * @param steps     how many steps were taken
	 */
	record Solution(double[] x, boolean converged, int steps) {
	}

	private final List<Point> points;
	private final double[] start;
	private final double[] scale;
	private final double[] low;
	private final double[] high;
	private final BoundedLeastSquares linear;

	Fitting(List<Point> points, double[] start, double[] scale, double[] low, double[] high) {
		this.points = List.copyOf(points);
		this.start = start;
		this.scale = scale;
		this.low = low;
		this.high = high;
		this.linear = new BoundedLeastSquares(start, scale, low, high);
	}

	/** The same without some of the cells. */
	Fitting with(List<Point> others) {
		return new Fitting(others, start, scale, low, high);
	}

	List<Point> points() {
		return points;
	}

	/** The weighted derivatives: a line for each cell. */
	double[][] jacobian(double[] x) {
		double[][] lines = new double[points.size()][];
		for (int i = 0; i < lines.length; i++) {
			lines[i] = points.get(i).response().gradient(x);
			for (int j = 0; j < lines[i].length; j++) {
				lines[i][j] /= points.get(i).weight();
			}
		}
		return lines;
	}

	/** The weighted errors. */
	double[] errors(double[] x) {
		return points.stream().mapToDouble(point -> point.error(x)).toArray();
	}

	/** The sum of their squares. */
	static double squares(double[] errors) {
		double sum = 0;
		for (double each : errors) {
			sum += each * each;
		}
		return sum;
	}

	/**
	 * Solves it.
	 *
	 * @param from where to begin
	 * @param most how many steps at most
	 */
	Solution solve(double[] from, int most) {
		double still = points.stream().allMatch(point -> point.response().exact()) ? STILL : STILL_SIMULATED;
		double[] x = from.clone();
		double[] errors = errors(x);
		for (int step = 1; step <= most; step++) {
			double[] wanted = step(x, errors);
			if (distance(x, wanted) <= still) {
				return new Solution(wanted, true, step);
			}
			double squares = squares(errors);
			double share = 1;
			double[] next = wanted;
			double[] after = errors(next);
			for (int i = 0; i < HALVINGS && !(squares(after) < squares); i++) {
				share /= 2;
				next = between(x, wanted, share);
				after = errors(next);
			}
			if (!(squares(after) < squares)) {
				return new Solution(x, isLeast(x, squares, still), step);
			}
			x = next;
			errors = after;
		}
		return new Solution(x, false, most);
	}

	/** Whether no cost alone makes the errors smaller, either way: also where two ways take the same time, and derivatives say nothing. */
	private boolean isLeast(double[] x, double squares, double still) {
		for (int j = 0; j < x.length; j++) {
			for (double side : new double[] { -1, 1 }) {
				double[] probe = x.clone();
				probe[j] = Math.clamp(x[j] + side * 100 * still * Math.max(scale[j], Math.abs(x[j])), low[j], high[j]);
				if (squares(errors(probe)) < squares * (1 - STILL)) {
					return false;
				}
			}
		}
		return true;
	}

	/** Where the straight lines that touch the responses meet the measured values best. */
	double[] step(double[] x, double[] errors) {
		double[][] a = jacobian(x);
		double[] b = new double[a.length];
		for (int i = 0; i < b.length; i++) {
			b[i] = -errors[i];
			for (int j = 0; j < x.length; j++) {
				b[i] += a[i][j] * x[j];
			}
		}
		return linear.solve(a, b);
	}

	private double distance(double[] one, double[] other) {
		double most = 0;
		for (int j = 0; j < one.length; j++) {
			most = Math.max(most, Math.abs(one[j] - other[j]) / Math.max(scale[j], Math.abs(one[j])));
		}
		return most;
	}

	private static double[] between(double[] from, double[] to, double share) {
		double[] x = new double[from.length];
		for (int j = 0; j < x.length; j++) {
			x[j] = from[j] + share * (to[j] - from[j]);
		}
		return x;
	}

	/** Whether a value lies on one of its bounds. */
	boolean bound(double[] x, int j) {
		return x[j] <= low[j] && low[j] > Double.NEGATIVE_INFINITY || x[j] >= high[j];
	}

	double low(int j) {
		return low[j];
	}

	double high(int j) {
		return high[j];
	}
}
