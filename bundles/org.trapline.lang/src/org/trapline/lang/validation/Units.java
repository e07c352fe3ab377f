// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.math.BigDecimal;
import java.util.Optional;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.trapline.lang.Quantities;
import org.trapline.lang.Quantities.Dimension;
import org.trapline.model.Quantity;
import org.trapline.model.Unit;
import org.trapline.sim.event.Time;

/** Whether quantities measure what they are given for. */
public final class Units {

	/** 512 TiB: as much again in each of the most rounds of a migration is still counted exactly. */
	private static final BigDecimal MOST_BYTES = BigDecimal.valueOf(1L << 49);

	private Units() {
	}

	/** What is wrong with the unit of a quantity; empty where it is right, or where there is no quantity. */
	public static Optional<String> problem(Quantity quantity, EStructuralFeature feature, Dimension dimension) {
		if (quantity == null || quantity.getUnit() == null || Quantities.dimension(quantity.getUnit()) == dimension) {
			return Optional.empty();
		}
		return Optional.of("'" + Quantities.text(quantity) + "' is a " + Quantities.name(Quantities.dimension(quantity.getUnit())) + ", and '"
				+ feature.getName() + "' is a " + Quantities.name(dimension) + ": give it in " + dimension.units());
	}

	/** The error in a clock that is out of the engine's range; empty if it is valid, or its unit is not that of a clock. */
	static Optional<String> problemOfClock(BigDecimal amount, Unit unit) {
		if (unit == null || Quantities.dimension(unit) != Dimension.FREQUENCY) {
			return Optional.empty();
		}
		BigDecimal hertz = Quantities.inBase(amount, unit);
		String text = amount.toPlainString() + " " + unit;
		if (hertz.compareTo(BigDecimal.valueOf(Time.Clock.LOWEST)) < 0) {
			return Optional.of("a clock runs faster than " + text + ": give 0.001 kHz or more");
		}
		return hertz.compareTo(BigDecimal.valueOf(Time.Clock.HIGHEST)) <= 0 ? Optional.empty()
				: Optional.of("no clock runs at " + text + ": give 1000 GHz or less");
	}

	/** What is wrong with a number of bytes; empty where it is right, or where the unit is none of a size, or there is no quantity. */
	public static Optional<String> problemOfSize(Quantity size) {
		if (size == null || size.getUnit() == null || Quantities.dimension(size.getUnit()) != Dimension.SIZE) {
			return Optional.empty();
		}
		BigDecimal bytes = Quantities.inBase(size);
		if (bytes.stripTrailingZeros().scale() > 0) {
			return Optional.of("'" + Quantities.text(size) + "' is not a whole number of bytes");
		}
		return bytes.compareTo(MOST_BYTES) <= 0 ? Optional.empty()
				: Optional.of("'" + Quantities.text(size) + "' is more than the maximum of 512 TiB");
	}
}
