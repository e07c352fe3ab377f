// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests.random;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.random.RandomGenerator;

import org.junit.Test;
import org.trapline.sim.random.Distribution;
import org.trapline.sim.random.RandomStream;
import org.trapline.sim.stat.Tally;

/** Samples have the mean and variation that the distribution says. */
public class DistributionTest {

	private static final int SAMPLES = 400_000;

	private static Tally samples(Distribution distribution) {
		RandomGenerator random = RandomStream.of(1).child(distribution.toString()).generator();
		Tally tally = new Tally();
		for (int i = 0; i < SAMPLES; i++) {
			tally.add(distribution.sample(random));
		}
		return tally;
	}

	private static void assertMoments(Distribution distribution, double mean, double deviation, double fourSigmaOfDeviation) {
		Tally samples = samples(distribution);
		assertEquals(mean, distribution.mean(), mean * 1e-12);
		assertEquals("mean", mean, samples.mean(), 4 * deviation / Math.sqrt(SAMPLES));
		assertEquals("standard deviation", deviation, samples.standardDeviation(), fourSigmaOfDeviation);
		assertTrue("no time is negative", samples.min() >= 0);
	}

	@Test
	public void aConstantIsTheSameAlways() {
		assertMoments(new Distribution.Constant(12_345), 12_345, 0, 0);
	}

	@Test
	public void uniformSamplesGoFromFirstToLast() {
		assertMoments(new Distribution.Uniform(10, 20), 15, Math.sqrt((11 * 11 - 1) / 12.0), 0.02);
		Tally samples = samples(new Distribution.Uniform(10, 20));
		assertEquals(10, samples.min(), 0);
		assertEquals(20, samples.max(), 0);
	}

	@Test
	public void exponentialSamplesDeviateByTheirMean() {
		assertMoments(new Distribution.Exponential(1e6), 1e6, 1e6, 1e4);
	}

	@Test
	public void exponentialSamplesHaveNoMemory() {
		RandomGenerator random = RandomStream.of(2).generator();
		Distribution distribution = new Distribution.Exponential(1e6);
		int above = 0;
		for (int i = 0; i < SAMPLES; i++) {
			above += distribution.sample(random) > 2e6 ? 1 : 0;
		}
		assertEquals(Math.exp(-2), (double) above / SAMPLES, 4 * Math.sqrt(Math.exp(-2) * (1 - Math.exp(-2)) / SAMPLES));
	}

	@Test
	public void lognormalSamplesHaveTheMeanOfTheSamplesAndTheirVariation() {
		assertMoments(new Distribution.LogNormal(1e6, 0.5), 1e6, 0.5e6, 1e4);
		assertMoments(new Distribution.LogNormal(1e6, 0), 1e6, 0, 1e-6);
	}

	@Test
	public void parametersThatMeanNothingAreErrors() {
		assertThrows(IllegalArgumentException.class, () -> new Distribution.Constant(-1));
		assertThrows(IllegalArgumentException.class, () -> new Distribution.Uniform(5, 4));
		assertThrows(IllegalArgumentException.class, () -> new Distribution.LogNormal(1, -1));
		assertEquals("an exponential distribution with mean 0.0 ps; it has to be above 0",
				assertThrows(IllegalArgumentException.class, () -> new Distribution.Exponential(0)).getMessage());
		assertThrows(IllegalArgumentException.class, () -> new Distribution.Exponential(Double.NaN));
	}
}
