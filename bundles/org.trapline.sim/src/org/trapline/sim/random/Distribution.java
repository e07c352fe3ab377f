// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.random;

import java.util.random.RandomGenerator;

import org.trapline.sim.event.Time;

/**
 * A distribution of times: think times, service times, times between arrivals. Samples are whole
 * picoseconds, to the nearest; sampling allocates nothing.
 *
 * @since 0.2.0
 */
public sealed interface Distribution {

	/**
	 * A sample, in picoseconds; at least 0.
	 *
	 * @throws ArithmeticException when a long does not hold it
	 */
	long sample(RandomGenerator random);

	/** The mean, in picoseconds. */
	double mean();

	/**
	 * Constant.
	 *
	 * @param value picoseconds, at least 0
	 */
	record Constant(long value) implements Distribution {
		public Constant {
			require(value >= 0, "a constant of " + value + " ps; it has to be 0 at least");
		}

		@Override
		public long sample(RandomGenerator random) {
			return value;
		}

		@Override
		public double mean() {
			return value;
		}
	}

	/**
	 * Uniform, from the first to the last picosecond.
	 *
	 * @param first at least 0
	 * @param last  at least the first
	 */
	record Uniform(long first, long last) implements Distribution {
		public Uniform {
			require(first >= 0 && last >= first && last < Long.MAX_VALUE,
					"a uniform distribution from " + first + " ps to " + last + " ps; it has to go from 0 ps at least to the same or more");
		}

		@Override
		public long sample(RandomGenerator random) {
			return random.nextLong(first, last + 1);
		}

		@Override
		public double mean() {
			return first + (last - first) / 2.0;
		}
	}

	/**
	 * Exponential (memoryless): the time between independent arrivals.
	 *
	 * @param mean picoseconds, above 0
	 */
	record Exponential(double mean) implements Distribution {
		public Exponential {
			require(mean > 0 && mean < Double.POSITIVE_INFINITY, "an exponential distribution with mean " + mean + " ps; it has to be above 0");
		}

		@Override
		public long sample(RandomGenerator random) {
			return Time.Unit.PICOSECOND.picoseconds(mean * random.nextExponential());
		}
	}

	/**
	 * Lognormal, with a long tail: the logarithm is normally distributed.
	 *
	 * @param mean      of the samples, not of the logarithm; picoseconds, above 0
	 * @param variation coefficient of variation: standard deviation by mean, at least 0
	 */
	record LogNormal(double mean, double variation) implements Distribution {
		public LogNormal {
			require(mean > 0 && mean < Double.POSITIVE_INFINITY && variation >= 0 && variation < Double.POSITIVE_INFINITY,
					"a lognormal distribution with mean " + mean + " ps and coefficient of variation " + variation
							+ "; the mean has to be above 0, the other 0 at least");
		}

		@Override
		public long sample(RandomGenerator random) {
			double variance = StrictMath.log1p(variation * variation);
			// StrictMath: the same on every machine.
			double factor = StrictMath.exp(Math.sqrt(variance) * random.nextGaussian() - variance / 2);
			return Time.Unit.PICOSECOND.picoseconds(mean * factor);
		}
	}

	private static void require(boolean condition, String otherwise) {
		if (!condition) {
			throw new IllegalArgumentException(otherwise);
		}
	}
}
