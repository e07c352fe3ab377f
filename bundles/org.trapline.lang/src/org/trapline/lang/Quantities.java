// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.trapline.model.CostValue;
import org.trapline.model.Quantity;
import org.trapline.model.Unit;

/** Dimensions of units and their conversion; the only place that defines them. */
public final class Quantities {

	/** The dimension of a unit. Cycles are not a time without a clock. */
	public enum Dimension {
		/** Processor cycles. */
		CYCLES,
		/** Time; in seconds. */
		TIME,
		/** Frequency of a clock; in hertz. */
		FREQUENCY,
		/** Memory and messages; in bytes. */
		SIZE,
		/** Data over time; in bytes per second. */
		BANDWIDTH,
		/** Events over time; per second. */
		RATE,
		/** A share; 1 is the whole. */
		RATIO,
		/** A number of times. */
		COUNT;

		/** Its units, for messages. */
		public String units() {
			return String.join(", ", unitsOf(this));
		}
	}

	private Quantities() {
	}

	/** The dimension of a unit. */
	public static Dimension dimension(Unit unit) {
		return switch (unit) {
		case CYCLES -> Dimension.CYCLES;
		case NANOSECONDS, MICROSECONDS, MILLISECONDS, SECONDS -> Dimension.TIME;
		case KILOHERTZ, MEGAHERTZ, GIGAHERTZ -> Dimension.FREQUENCY;
		case BYTES, KILOBYTES, MEGABYTES, GIGABYTES, KIBIBYTES, MEBIBYTES, GIBIBYTES -> Dimension.SIZE;
		case KILOBITS_PER_SECOND, MEGABITS_PER_SECOND, GIGABITS_PER_SECOND, KILOBYTES_PER_SECOND, MEGABYTES_PER_SECOND, GIGABYTES_PER_SECOND ->
			Dimension.BANDWIDTH;
		case PER_SECOND -> Dimension.RATE;
		case PERCENT -> Dimension.RATIO;
		case TIMES -> Dimension.COUNT;
		};
	}

	/** The amount of a quantity in the base unit of its dimension, exactly. */
	public static BigDecimal inBase(Quantity quantity) {
		return quantity.getAmount().multiply(factor(quantity.getUnit()));
	}

	/** An amount in the base unit of a unit's dimension. */
	public static BigDecimal inBase(BigDecimal amount, Unit unit) {
		return amount.multiply(factor(unit));
	}

	private static BigDecimal factor(Unit unit) {
		return switch (unit) {
		case CYCLES, SECONDS, BYTES, PER_SECOND, TIMES -> BigDecimal.ONE;
		case NANOSECONDS -> BigDecimal.ONE.movePointLeft(9);
		case MICROSECONDS -> BigDecimal.ONE.movePointLeft(6);
		case MILLISECONDS -> BigDecimal.ONE.movePointLeft(3);
		case PERCENT -> BigDecimal.ONE.movePointLeft(2);
		case KILOHERTZ, KILOBYTES, KILOBYTES_PER_SECOND -> BigDecimal.ONE.movePointRight(3);
		case MEGAHERTZ, MEGABYTES, MEGABYTES_PER_SECOND -> BigDecimal.ONE.movePointRight(6);
		case GIGAHERTZ, GIGABYTES, GIGABYTES_PER_SECOND -> BigDecimal.ONE.movePointRight(9);
		case KIBIBYTES -> BigDecimal.valueOf(1L << 10);
		case MEBIBYTES -> BigDecimal.valueOf(1L << 20);
		case GIBIBYTES -> BigDecimal.valueOf(1L << 30);
		case KILOBITS_PER_SECOND -> BigDecimal.valueOf(125);
		case MEGABITS_PER_SECOND -> BigDecimal.valueOf(125_000);
		case GIGABITS_PER_SECOND -> BigDecimal.valueOf(125_000_000);
		};
	}

	/** The names of all units. */
	public static List<String> names() {
		return Arrays.stream(Unit.values()).map(Unit::getLiteral).toList();
	}

	private static List<String> unitsOf(Dimension dimension) {
		return Arrays.stream(Unit.values()).filter(unit -> dimension(unit) == dimension).map(Unit::getLiteral).toList();
	}

	/**
	 * Where a value lies.
	 *
	 * @param low  its lowest value, in the unit of the value
	 * @param high its highest value
	 */
	public record Interval(BigDecimal low, BigDecimal high) {

		/** {@code 30 to 60}. */
		@Override
		public String toString() {
			return low.toPlainString() + " to " + high.toPlainString();
		}
	}

	/** The interval of a cost value; empty where it is one number. {@link CostValue#getAmount()} is the nominal value in either case. */
	public static Optional<Interval> interval(CostValue value) {
		if (value.getDeviation() != null && value.getAmount() != null) {
			return Optional.of(new Interval(value.getAmount().subtract(value.getDeviation()), value.getAmount().add(value.getDeviation())));
		}
		return value.getLow() == null || value.getHigh() == null ? Optional.empty() : Optional.of(new Interval(value.getLow(), value.getHigh()));
	}

	/** A quantity for people: {@code 45 cycles}, or with its interval {@code 45 (30 to 60) cycles}. */
	public static String text(Quantity quantity) {
		return amount(quantity) + " " + quantity.getUnit().getLiteral();
	}

	/** The amount of a quantity for people, without its unit. */
	public static String amount(Quantity quantity) {
		Optional<Interval> interval = quantity instanceof CostValue value ? interval(value) : Optional.empty();
		return quantity.getAmount().toPlainString() + interval.map(each -> " (" + each + ")").orElse("");
	}

	/** The name of a dimension. */
	public static String name(Dimension dimension) {
		return dimension.name().toLowerCase(Locale.ROOT);
	}
}
