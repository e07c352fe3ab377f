// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.trapline.sim.random.RandomStream;

/** How sure the values of a fit are: 95 % intervals, by the covariance, or by bootstrap of the residuals where bounds bind. */
final class Spread {

	private static final double TAIL = 0.975;
	private static final int REPLICATES = 1000;
	/** Intervals are a function of the fit alone. */
	private static final long SEED = 1;

	/** An interval; an end may be infinite. */
	record Range(double low, double high) {
	}

	private final Fitting fitting;
	private final double[] x;
	private final double[][] jacobian;
	private final Identifiability known;
	private final boolean weighted;

	/**
	 * @param weighted whether errors are in units of known errors of measurement: then they say how sure the values are, and not the residuals
	 */
	Spread(Fitting fitting, double[] x, Identifiability known, boolean weighted) {
		this.fitting = fitting;
		this.x = x;
		this.jacobian = fitting.jacobian(x);
		this.known = known;
		this.weighted = weighted;
	}

	/** Whether any value is held by a bound. */
	boolean bound() {
		for (int j = 0; j < x.length; j++) {
			if (known.known(j) && fitting.bound(x, j)) {
				return true;
			}
		}
		return false;
	}

	/** Whether there are more cells than what they tell: else nothing is left to see the errors by. */
	boolean told() {
		return weighted || freedom() > 0;
	}

	private int freedom() {
		return jacobian.length - known.rank();
	}

	/** The intervals; empty where nothing tells them. */
	List<Optional<Range>> intervals() {
		if (!told()) {
			return Arrays.stream(x).mapToObj(each -> Optional.<Range>empty()).toList();
		}
		double[][] replicates = bound() ? bootstrap() : null;
		double[][] covariance = covariance();
		double factor = weighted ? new NormalDistribution(0, 1).inverseCumulativeProbability(TAIL) : new TDistribution(freedom()).inverseCumulativeProbability(TAIL);
		return java.util.stream.IntStream.range(0, x.length).mapToObj(j -> {
			if (!known.known(j)) {
				return Optional.of(new Range(fitting.low(j), fitting.high(j)));
			}
			if (replicates != null) {
				double[] values = Arrays.stream(replicates).mapToDouble(each -> each[j]).sorted().toArray();
				return Optional.of(new Range(Math.min(x[j], values[(int) ((1 - TAIL) * REPLICATES)]), Math.max(x[j], values[(int) (TAIL * REPLICATES) - 1])));
			}
			double half = factor * Math.sqrt(covariance[j][j]);
			return Optional.of(new Range(Math.max(fitting.low(j), x[j] - half), Math.min(fitting.high(j), x[j] + half)));
		}).toList();
	}

	/** The covariance of the values: that of what is known, 0 in directions of which nothing is. */
	double[][] covariance() {
		// Scaled, so that costs of 30 and of 30,000 cycles are told alike.
		double[] scale = new double[x.length];
		RealMatrix scaled = MatrixUtils.createRealMatrix(jacobian.length, x.length);
		for (int j = 0; j < x.length; j++) {
			scale[j] = Math.max(Math.abs(x[j]), 1e-12);
			for (int i = 0; i < jacobian.length; i++) {
				scaled.setEntry(i, j, jacobian[i][j] * scale[j]);
			}
		}
		SingularValueDecomposition decomposition = new SingularValueDecomposition(scaled);
		double[] values = decomposition.getSingularValues();
		RealMatrix v = decomposition.getV();
		double variance = weighted ? 1 : Fitting.squares(fitting.errors(x)) / Math.max(1, freedom());
		double[][] covariance = new double[x.length][x.length];
		for (int k = 0; k < values.length; k++) {
			if (values[k] > BoundedLeastSquares.SINGULAR * values[0]) {
				for (int i = 0; i < x.length; i++) {
					for (int j = 0; j < x.length; j++) {
						covariance[i][j] += variance * scale[i] * scale[j] * v.getEntry(i, k) * v.getEntry(j, k) / (values[k] * values[k]);
					}
				}
			}
		}
		return covariance;
	}

	/** The values for measured values that are off as the fit was: residuals drawn anew, with the seed that every fit has. */
	private double[][] bootstrap() {
		double[] errors = fitting.errors(x);
		double inflate = weighted ? 1 : Math.sqrt((double) errors.length / Math.max(1, freedom()));
		RandomGenerator random = RandomStream.of(SEED).child("bootstrap").generator();
		double[][] values = new double[REPLICATES][];
		for (int k = 0; k < REPLICATES; k++) {
			double[] drawn = new double[errors.length];
			for (int i = 0; i < drawn.length; i++) {
				drawn[i] = weighted ? random.nextGaussian() : inflate * errors[random.nextInt(errors.length)];
			}
			values[k] = fitting.step(x, drawn);
		}
		return values;
	}
}
