// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests.event;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;

import org.junit.Test;
import org.trapline.sim.event.Time;
import org.trapline.sim.event.Time.Clock;
import org.trapline.sim.event.Time.Unit;

/** Times are exact, or rounded as stated, or an error. */
public class TimeTest {

	private static final BigInteger PICOSECONDS = BigInteger.TEN.pow(12);

	@Test
	public void unitsAreExact() {
		assertEquals(7L, Unit.PICOSECOND.picoseconds(7));
		assertEquals(7_000L, Unit.NANOSECOND.picoseconds(7));
		assertEquals(7_000_000L, Unit.MICROSECOND.picoseconds(7));
		assertEquals(7_000_000_000L, Unit.MILLISECOND.picoseconds(7));
		assertEquals(7_000_000_000_000L, Unit.SECOND.picoseconds(7));
		assertEquals(new Time(7_000), Time.of(7, Unit.NANOSECOND));
		assertEquals(7.25, new Time(7_250).in(Unit.NANOSECOND), 0);
	}

	@Test
	public void fractionsAreRoundedToTheNearestHalvesUp() {
		assertEquals(1_235L, Unit.NANOSECOND.picoseconds(1.2345));
		assertEquals(1_234L, Unit.NANOSECOND.picoseconds(1.2344));
		assertEquals(1_235L, Unit.NANOSECOND.picoseconds(new BigDecimal("1.2345")));
		assertEquals(123_456_789_012_345_678L, Unit.SECOND.picoseconds(new BigDecimal("123456.789012345678")));
	}

	@Test
	public void whatALongDoesNotHoldIsAnError() {
		assertEquals(9_223_372L * 1_000_000_000_000L, Unit.SECOND.picoseconds(9_223_372));
		Exception problem = assertThrows(ArithmeticException.class, () -> Unit.SECOND.picoseconds(9_223_373));
		assertEquals("9223373 s is no time: times end at 9223372.036854775807 s", problem.getMessage());
		assertThrows(ArithmeticException.class, () -> Unit.SECOND.picoseconds(1e7));
		assertThrows(ArithmeticException.class, () -> Unit.SECOND.picoseconds(Double.NaN));
		assertThrows(ArithmeticException.class, () -> Unit.SECOND.picoseconds(Double.POSITIVE_INFINITY));
		assertThrows(ArithmeticException.class, () -> Unit.SECOND.picoseconds(new BigDecimal("1e7")));
		assertThrows(ArithmeticException.class, () -> new Clock(1).picoseconds(9_223_373));
		assertEquals("a time is negative: -5 ns", assertThrows(IllegalArgumentException.class, () -> Time.of(-5, Unit.NANOSECOND)).getMessage());
	}

	@Test
	public void cyclesOfAClockThatDividesASecondAreExact() {
		Clock clock = new Clock(2_000_000_000);
		assertEquals(500L, clock.picoseconds(1));
		assertEquals(1_000_000_000_000L, clock.picoseconds(2_000_000_000));
		assertEquals(3L, clock.cycles(1_500));
	}

	@Test
	public void cyclesAreRoundedToTheNearestPicosecond() {
		Clock clock = new Clock(2_400_000_000L);
		assertEquals("416.67", 417L, clock.picoseconds(1));
		assertEquals("833.33", 833L, clock.picoseconds(2));
		assertEquals(1_250L, clock.picoseconds(3));
		assertEquals("3.5", 4L, new Clock(2_000_000_000).cycles(1_750));
	}

	private static long expected(long value, BigInteger numerator, BigInteger denominator) {
		BigInteger exact = BigInteger.valueOf(value).multiply(numerator);
		return new BigDecimal(exact).divide(new BigDecimal(denominator), 0, RoundingMode.HALF_UP).longValueExact();
	}

	@Test
	public void everyClockConvertsAsBigNumbersDo() {
		Random random = new Random(1);
		for (int i = 0; i < 100_000; i++) {
			long hertz = 1 + Math.floorMod(random.nextLong() >>> random.nextInt(40), 1_000_000_000_000L);
			Clock clock = new Clock(hertz);
			BigInteger frequency = BigInteger.valueOf(hertz);
			long most = BigInteger.valueOf(Long.MAX_VALUE / 2).multiply(frequency).divide(PICOSECONDS).longValueExact();
			long cycles = most == 0 ? 0 : Math.floorMod(random.nextLong() >>> random.nextInt(64), most);
			long picoseconds = expected(cycles, PICOSECONDS, frequency);
			assertEquals(cycles + " cycles of " + clock, picoseconds, clock.picoseconds(cycles));
			assertEquals("back again, of " + clock, cycles, clock.cycles(picoseconds));
			long time = random.nextLong() >>> 1 + random.nextInt(60);
			assertEquals(time + " ps of " + clock, expected(time, frequency, PICOSECONDS), clock.cycles(time));
		}
	}

	@Test
	public void aClockTicksAtLeastOnceASecondAndAtMostOnceAPicosecond() {
		assertThrows(IllegalArgumentException.class, () -> new Clock(0));
		assertEquals("a clock of 1000000000001 Hz; it has to have 1 Hz to 1000000000000 Hz",
				assertThrows(IllegalArgumentException.class, () -> new Clock(1_000_000_000_001L)).getMessage());
		assertThrows(IllegalArgumentException.class, () -> new Clock(1000).picoseconds(-1));
	}

	@Test
	public void peopleReadTheLargestUnitOfWhichThereIsOne() {
		assertEquals("0 ps", Time.ZERO.toString());
		assertEquals("999 ps", new Time(999).toString());
		assertEquals("1 ns", new Time(1_000).toString());
		assertEquals("12.5 us", new Time(12_500_000).toString());
		assertEquals("1.000000000001 s", new Time(1_000_000_000_001L).toString());
		assertEquals("100 s", Time.of(100, Unit.SECOND).toString());
	}
}
