// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The values of cost parameters at one point: a cost table and a clock. Immutable.
 *
 * <p>
 * Each term is rounded to whole cycles, half up; {@link #exact} is the value before rounding.
 *
 * @since 0.2.0
 */
public final class Prices {

	private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

	private final Map<CostParameter, Amount> amounts;
	private final Map<ScaleParameter, BigDecimal> percent;
	private final BigDecimal hertz;

	/**
	 * @param amounts by parameter
	 * @param percent the slowdown of scaled costs in percent, by parameter
	 * @param hertz   cycles a second, above 0
	 */
	public Prices(Map<CostParameter, Amount> amounts, Map<ScaleParameter, BigDecimal> percent, BigDecimal hertz) {
		this.amounts = new IdentityHashMap<>(amounts);
		this.percent = new IdentityHashMap<>(percent);
		this.hertz = Objects.requireNonNull(hertz);
	}

	/** Cycles per second. */
	public BigDecimal hertz() {
		return hertz;
	}

	/**
	 * The value of a parameter.
	 *
	 * @throws IllegalArgumentException when it has none
	 */
	public Amount amount(CostParameter parameter) {
		Amount amount = amounts.get(parameter);
		if (amount == null) {
			throw new IllegalArgumentException("cost " + parameter.name() + " has no value");
		}
		return amount;
	}

	/**
	 * Whole cycles of a term.
	 *
	 * @throws ArithmeticException when a long does not hold them
	 */
	public long cycles(CostTerm term) {
		return switch (term) {
		case CostParameter parameter -> whole(amount(parameter).exact(hertz));
		case ScaledCost(CostTerm of, ScaleParameter by) -> whole(BigDecimal.valueOf(cycles(of)).multiply(factor(by)));
		};
	}

	private static long whole(BigDecimal cycles) {
		return cycles.setScale(0, RoundingMode.HALF_UP).longValueExact();
	}

	/** Cycles of a term, not rounded. */
	public BigDecimal exact(CostTerm term) {
		return switch (term) {
		case CostParameter parameter -> amount(parameter).exact(hertz);
		case ScaledCost(CostTerm of, ScaleParameter by) -> exact(of).multiply(factor(by));
		};
	}

	/** The factor of scaled costs: 1.25 for 25 %. */
	public BigDecimal factor(ScaleParameter by) {
		BigDecimal longer = percent.get(by);
		if (longer == null) {
			throw new IllegalArgumentException(by.name() + " has no value");
		}
		return WHOLE.add(longer).divide(WHOLE);
	}
}
