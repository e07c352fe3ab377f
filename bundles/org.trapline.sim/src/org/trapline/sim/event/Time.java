// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.event;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * A time since the start of a simulation, or a span of it: whole picoseconds, up to {@link #END}, 106 days.
 *
 * <p>
 * Events, which must not allocate, and the kernel use {@code long} picoseconds. This type is for parameters, results and output. It
 * is the only place that converts times: other units by {@link Unit}, cycles by {@link Clock}.
 *
 * @param picoseconds at least 0
 * @since 0.2.0
 */
public record Time(long picoseconds) implements Comparable<Time> {

	/** The start of a simulation. */
	public static final Time ZERO = new Time(0);

	/** The last time: 2^63 - 1 picoseconds. */
	public static final Time END = new Time(Long.MAX_VALUE);

	private static final long PICOSECONDS_PER_SECOND = 1_000_000_000_000L;

	public Time {
		if (picoseconds < 0) {
			throw new IllegalArgumentException("a time is negative: " + text(picoseconds));
		}
	}

	/** Units of time, all of them a whole number of picoseconds. */
	public enum Unit {
		PICOSECOND("ps", 0), NANOSECOND("ns", 3), MICROSECOND("us", 6), MILLISECOND("ms", 9), SECOND("s", 12);

		private final String symbol;
		private final int digits;
		private final long factor;

		Unit(String symbol, int digits) {
			this.symbol = symbol;
			this.digits = digits;
			this.factor = BigDecimal.ONE.movePointRight(digits).longValueExact();
		}

		/** Its symbol; {@code us} for the microsecond. */
		public String symbol() {
			return symbol;
		}

		/**
		 * A whole number of this unit, exactly.
		 *
		 * @throws ArithmeticException when a long does not hold it
		 */
		public long picoseconds(long amount) {
			if (amount > Long.MAX_VALUE / factor || amount < Long.MIN_VALUE / factor) {
				throw tooLong(amount + " " + symbol);
			}
			return amount * factor;
		}

		/**
		 * A number of this unit, to the nearest picosecond, half up.
		 *
		 * @throws ArithmeticException when it is not a number, or a long does not hold it
		 */
		public long picoseconds(double amount) {
			double exact = amount * factor;
			// 2^63 is a double, 2^63 - 1 is none.
			if (!(Math.abs(exact) < 0x1p63)) {
				throw tooLong(amount + " " + symbol);
			}
			return Math.round(exact);
		}

		/**
		 * A number of this unit, to the nearest picosecond, half up.
		 *
		 * @throws ArithmeticException when a long does not hold it
		 */
		public long picoseconds(BigDecimal amount) {
			try {
				return amount.movePointRight(digits).setScale(0, RoundingMode.HALF_UP).longValueExact();
			} catch (ArithmeticException e) {
				throw tooLong(amount + " " + symbol);
			}
		}

		/** Picoseconds in this unit: the nearest double. */
		public double of(long picoseconds) {
			return (double) picoseconds / factor;
		}
	}

	/** The clock of a CPU: converts cycles to times and times to cycles. */
	public static final class Clock {

		/** The lowest frequency, in hertz. */
		public static final long LOWEST = 1;
		/** The highest frequency, in hertz: a cycle is a picosecond at least. */
		public static final long HIGHEST = PICOSECONDS_PER_SECOND;

		private final long hertz;
		// Picoseconds per cycle, as a fraction in lowest terms; both at most 10^12.
		private final long numerator;
		private final long denominator;

		/**
		 * @param hertz from {@link #LOWEST} to {@link #HIGHEST}
		 */
		public Clock(long hertz) {
			if (hertz < LOWEST || hertz > HIGHEST) {
				throw new IllegalArgumentException("a clock of " + hertz + " Hz; it has to have " + LOWEST + " Hz to " + HIGHEST + " Hz");
			}
			this.hertz = hertz;
			long divisor = greatestCommonDivisor(PICOSECONDS_PER_SECOND, hertz);
			this.numerator = PICOSECONDS_PER_SECOND / divisor;
			this.denominator = hertz / divisor;
		}

		private static long greatestCommonDivisor(long a, long b) {
			return b == 0 ? a : greatestCommonDivisor(b, a % b);
		}

		/** Its frequency. */
		public long hertz() {
			return hertz;
		}

		/**
		 * The time of a number of cycles, to the nearest picosecond, half up. {@link #cycles} is its exact inverse.
		 *
		 * @param cycles at least 0
		 * @throws ArithmeticException when a long does not hold it
		 */
		public long picoseconds(long cycles) {
			long result = scale(cycles, numerator, denominator);
			if (result < 0) {
				throw tooLong(cycles + " cycles of " + this);
			}
			return result;
		}

		/**
		 * The number of cycles in a time, to the nearest one, half up.
		 *
		 * @param picoseconds at least 0
		 */
		public long cycles(long picoseconds) {
			return scale(picoseconds, denominator, numerator);
		}

		/** The value times the fraction, rounded to the nearest; -1 where a long does not hold it. */
		private static long scale(long value, long numerator, long denominator) {
			if (value < 0) {
				throw new IllegalArgumentException("a negative time or number of cycles: " + value);
			}
			if (value <= (Long.MAX_VALUE - denominator) / numerator) {
				return (value * numerator + denominator / 2) / denominator;
			}
			// By long division with two digits of 2^20: all terms are below 2^40, and products of two below 2^61.
			long whole = value / denominator;
			long rest = value % denominator;
			long high = rest * (numerator >>> 20);
			long low = (high % denominator << 20) + rest * (numerator & (1 << 20) - 1) + denominator / 2;
			long part = (high / denominator << 20) + low / denominator;
			return whole > (Long.MAX_VALUE - part) / numerator ? -1 : whole * numerator + part;
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Clock that && hertz == that.hertz;
		}

		@Override
		public int hashCode() {
			return Objects.hash(hertz);
		}

		/** As {@code a clock of 2400000000 Hz}. */
		@Override
		public String toString() {
			return "a clock of " + hertz + " Hz";
		}
	}

	/**
	 * A whole number of a unit, exactly.
	 *
	 * @throws ArithmeticException when a long does not hold it
	 */
	public static Time of(long amount, Unit unit) {
		return new Time(unit.picoseconds(amount));
	}

	/** In a unit: the nearest double. */
	public double in(Unit unit) {
		return unit.of(picoseconds);
	}

	@Override
	public int compareTo(Time other) {
		return Long.compare(picoseconds, other.picoseconds);
	}

	/** Exactly, in the largest unit that is not larger than the time, as {@code 12.5 us}. */
	@Override
	public String toString() {
		return text(picoseconds);
	}

	/** As {@link #toString()}, for negative numbers too. */
	static String text(long picoseconds) {
		Unit unit = Unit.PICOSECOND;
		for (Unit each : Unit.values()) {
			if (Math.abs(picoseconds / each.factor) >= 1) {
				unit = each;
			}
		}
		BigDecimal amount = BigDecimal.valueOf(picoseconds).movePointLeft(unit.digits);
		return (amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString()) + " " + unit.symbol;
	}

	private static ArithmeticException tooLong(String time) {
		return new ArithmeticException(time + " is no time: times end at " + END);
	}
}
