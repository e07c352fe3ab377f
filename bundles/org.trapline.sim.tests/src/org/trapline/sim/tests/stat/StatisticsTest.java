// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests.stat;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Random;

import org.junit.Test;
import org.trapline.sim.cost.Cause;
import org.trapline.sim.bill.Outcome;
import org.trapline.sim.event.Time;
import org.trapline.sim.stat.BatchMeans;
import org.trapline.sim.stat.ConfidenceInterval;
import org.trapline.sim.stat.Percentiles;
import org.trapline.sim.stat.Tally;
import org.trapline.sim.stat.TimeAverage;
import org.trapline.sim.stat.Utilization;

/** Statistics against values known from elsewhere. */
public class StatisticsTest {

	private static Tally tally(double... observations) {
		Tally tally = new Tally();
		for (double observation : observations) {
			tally.add(observation);
		}
		return tally;
	}

	// ------------------------------------------------------------------------------------------- tallies

	@Test
	public void aTallyKnowsMeanVarianceAndExtremes() {
		Tally tally = tally(2, 4, 4, 4, 5, 5, 7, 9);
		assertEquals(8, tally.count());
		assertEquals(5, tally.mean(), 1e-15);
		assertEquals(32.0 / 7, tally.variance(), 1e-14);
		assertEquals(2, tally.min(), 0);
		assertEquals(9, tally.max(), 0);
	}

	@Test
	public void theVarianceOfLargeNumbersLosesNoDigits() {
		assertEquals(30, tally(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16).variance(), 0);
	}

	@Test
	public void anEmptyTallyKnowsNothing() {
		Tally tally = tally(3, 4);
		tally.reset();
		assertEquals(0, tally.count());
		assertTrue(Double.isNaN(tally.mean()));
		assertTrue(Double.isNaN(tally.variance()));
		assertTrue(Double.isNaN(tally.min()));
		tally.add(5);
		assertEquals(5, tally.mean(), 0);
		assertEquals(5, tally.max(), 0);
	}

	// ------------------------------------------------------------------------------------------- confidence

	@Test
	public void quantilesAreThoseOfTheTableOfStudentsT() {
		// Two-sided 95 % with 1, 4, 9 and 29 degrees of freedom; 99 % with 9.
		assertEquals(12.706, halfWidthInStandardErrors(2, 0.95), 5e-4);
		assertEquals(2.776, halfWidthInStandardErrors(5, 0.95), 5e-4);
		assertEquals(2.262, halfWidthInStandardErrors(10, 0.95), 5e-4);
		assertEquals(2.045, halfWidthInStandardErrors(30, 0.95), 5e-4);
		assertEquals(3.250, halfWidthInStandardErrors(10, 0.99), 5e-4);
	}

	private static double halfWidthInStandardErrors(int count, double level) {
		Tally tally = new Tally();
		for (int i = 0; i < count; i++) {
			tally.add(i);
		}
		return tally.confidence(level).halfWidth() / (tally.standardDeviation() / Math.sqrt(count));
	}

	@Test
	public void anIntervalSaysWhatItContains() {
		ConfidenceInterval interval = new ConfidenceInterval(10, 2, 0.95);
		assertTrue(interval.contains(8));
		assertFalse(interval.contains(12.1));
		assertEquals(0.2, interval.relative(), 1e-15);
	}

	@Test
	public void oneObservationSaysNothingOfTheMean() {
		assertTrue(tally(5).confidence(0.95).contains(1e300));
		assertThrows(IllegalArgumentException.class, () -> tally(5, 6).confidence(95));
	}

	@Test
	public void intervalsContainTheTrueMeanAsOftenAsTheySay() {
		Random random = new Random(1);
		int contained = 0;
		int intervals = 4000;
		for (int i = 0; i < intervals; i++) {
			Tally tally = new Tally();
			for (int j = 0; j < 6; j++) {
				tally.add(3 + random.nextGaussian());
			}
			contained += tally.confidence(0.9).contains(3) ? 1 : 0;
		}
		assertEquals(0.9, (double) contained / intervals, 4 * Math.sqrt(0.9 * 0.1 / intervals));
	}

	// ------------------------------------------------------------------------------------------- batch means

	@Test
	public void batchesGrowWithTheRun() {
		BatchMeans batches = new BatchMeans(4);
		for (int i = 0; i < 100; i++) {
			batches.add(i);
		}
		// 8 batches become 4 of the double size each time: 16 observations each, 6 whole batches.
		assertEquals(16, batches.batchSize());
		assertEquals(6, batches.means().count());
		assertEquals("of 0 to 95", 47.5, batches.means().mean(), 1e-12);
		assertEquals("first batch, 0 to 15", 7.5, batches.means().min(), 1e-12);
		assertEquals("last batch, 80 to 95", 87.5, batches.means().max(), 1e-12);
	}

	@Test
	public void batchMeansOfDependentObservationsContainTheTrueMeanWhereATallyDoesNot() {
		Random random = new Random(1);
		int byBatches = 0;
		int byTally = 0;
		int runs = 400;
		for (int run = 0; run < runs; run++) {
			BatchMeans batches = new BatchMeans(20);
			Tally tally = new Tally();
			double value = 0;
			for (int i = 0; i < 20_000; i++) {
				value = 0.9 * value + random.nextGaussian();
				batches.add(value);
				tally.add(value);
			}
			byBatches += batches.confidence(0.95).contains(0) ? 1 : 0;
			byTally += tally.confidence(0.95).contains(0) ? 1 : 0;
		}
		assertEquals(0.95, (double) byBatches / runs, 4 * Math.sqrt(0.95 * 0.05 / runs));
		assertTrue("neighbours depend on each other: " + byTally, byTally < runs / 2);
	}

	@Test
	public void batchMeansForgetWarmUp() {
		BatchMeans batches = new BatchMeans(2);
		for (int i = 0; i < 9; i++) {
			batches.add(1000);
		}
		batches.reset();
		batches.add(1);
		batches.add(3);
		assertEquals(2, batches.means().mean(), 0);
		assertEquals(1, batches.batchSize());
		assertThrows(IllegalArgumentException.class, () -> new BatchMeans(1));
	}

	// ------------------------------------------------------------------------------------------- averages over time

	@Test
	public void aTimeAverageWeighsValuesByHowLongTheyHold() {
		TimeAverage average = new TimeAverage();
		average.set(2, 10);
		average.add(4, 30);
		assertEquals("0 for 10, 2 for 20, 6 for 10", (0 * 10 + 2 * 20 + 6 * 10) / 40.0, average.mean(40), 1e-15);
		assertEquals(6, average.max(), 0);
		assertEquals(6, average.value(), 0);
	}

	@Test
	public void aTimeAverageKeepsItsValueWhenWarmUpIsCutOff() {
		TimeAverage average = new TimeAverage();
		average.set(100, 0);
		average.set(3, 50);
		average.reset(60);
		assertEquals(3, average.mean(80), 0);
		average.set(5, 80);
		assertEquals(4, average.mean(100), 0);
		assertEquals(5, average.max(), 0);
		assertTrue("no time has gone by", Double.isNaN(new TimeAverage().mean(0)));
	}

	@Test
	public void timeDoesNotGoBack() {
		TimeAverage average = new TimeAverage();
		average.set(1, 10);
		assertThrows(IllegalArgumentException.class, () -> average.set(2, 9));
		assertThrows(IllegalArgumentException.class, () -> average.mean(9));
	}

	// ------------------------------------------------------------------------------------------- percentiles

	@Test
	public void percentilesHaveThreeDigits() {
		Percentiles percentiles = new Percentiles();
		long most = 1_000_000;
		for (long i = 1; i <= most; i++) {
			percentiles.add(i * 1_000);
		}
		assertEquals(most, percentiles.count());
		for (double percent : new double[] { 0.1, 50, 90, 99, 99.9, 100 }) {
			double exact = most * 1_000 * percent / 100;
			assertEquals(percent + " %", exact, percentiles.percentile(percent), exact / 1_000);
		}
	}

	@Test
	public void percentilesForgetWarmUpAndRefuseWhatTheyCannotHold() {
		Percentiles percentiles = new Percentiles();
		percentiles.add(Percentiles.HIGHEST.picoseconds());
		percentiles.reset();
		assertEquals(0, percentiles.count());
		percentiles.add(7);
		assertEquals(7, percentiles.percentile(50));
		assertThrows(IllegalArgumentException.class, () -> percentiles.add(-1));
		assertThrows(IllegalArgumentException.class, () -> percentiles.add(Percentiles.HIGHEST.picoseconds() + 1));
		assertThrows(IllegalArgumentException.class, () -> percentiles.percentile(101));
	}

	// ------------------------------------------------------------------------------------------- utilisation

	@Test
	public void utilizationIsCyclesByLevelAndCauseInRelationToTime() {
		Utilization utilization = new Utilization(3, new Time.Clock(1_000_000_000));
		utilization.charge(0, Cause.SWITCHING, 100);
		utilization.charge(1, Cause.HANDLING, 300);
		utilization.charge(1, Cause.SWITCHING, 200);
		long time = Time.Unit.NANOSECOND.picoseconds(1_000);
		assertEquals(0.6, utilization.share(time), 1e-15);
		assertEquals(0.1, utilization.share(0, time), 1e-15);
		assertEquals(0.5, utilization.share(1, time), 1e-15);
		assertEquals(0.3, utilization.share(1, Cause.HANDLING, time), 1e-15);
		assertEquals(0, utilization.share(2, time), 0);
		utilization.reset(time);
		utilization.charge(2, Cause.MEMORY, 250);
		assertEquals(0.5, utilization.share(time + Time.Unit.NANOSECOND.picoseconds(500)), 1e-15);
	}

	@Test
	public void utilizationAddsOutcomesExactly() {
		Outcome.Builder outcome = new Outcome.Builder(2);
		outcome.charge(0, Cause.TRANSITION, 70);
		outcome.charge(1, Cause.EMULATION, 30);
		Utilization utilization = new Utilization(2, new Time.Clock(1_000_000_000));
		for (int i = 0; i < 1000; i++) {
			utilization.charge(outcome.build());
		}
		assertEquals(70_000, utilization.spent().cycles(0, Cause.TRANSITION));
		assertEquals(30_000, utilization.spent().cycles(1, Cause.EMULATION));
		assertEquals(100_000, utilization.spent().cycles());
		assertEquals("an outcome of 3 levels is added to one of 2",
				assertThrows(IllegalArgumentException.class, () -> utilization.charge(new Outcome.Builder(3).build())).getMessage());
		assertThrows(ArithmeticException.class, () -> utilization.charge(0, Cause.TRANSITION, Long.MAX_VALUE));
	}
}
