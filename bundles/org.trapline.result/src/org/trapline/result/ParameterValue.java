// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * The value of a sweep's parameter at one point.
 *
 * @param name   the parameter's name
 * @param number its value, without trailing zeros: {@code 2.40} and {@code 2.4} are equal
 * @param unit   the unit of the number, as in the language; empty for counts
 * @since 0.2.0
 */
public record ParameterValue(String name, BigDecimal number, String unit) {

	public ParameterValue {
		Objects.requireNonNull(name);
		number = number.stripTrailingZeros();
		Objects.requireNonNull(unit);
	}

	/** A count. */
	public ParameterValue(String name, long number) {
		this(name, BigDecimal.valueOf(number), "");
	}

	/**
	 * The value that a text from {@link #text()} says.
	 *
	 * @throws IllegalArgumentException when it does not begin with a number; the message names the parameter
	 */
	public static ParameterValue parse(String name, String text) {
		String[] parts = text.split(" ", 2);
		try {
			return new ParameterValue(name, new BigDecimal(parts[0]), parts.length > 1 ? parts[1] : "");
		} catch (NumberFormatException e) {
			throw new IllegalArgumentException("the parameter '" + name + "' has to be a number, and is '" + text + "'", e);
		}
	}

	/** The value as it is written in the language, with the unit: {@code 8}, {@code 2.4 GHz}. */
	public String text() {
		String plain = number.toPlainString();
		return unit.isEmpty() ? plain : plain + " " + unit;
	}

	/** Which parameter it is a value of. */
	public Parameter parameter() {
		return new Parameter(name, unit);
	}

	/** {@code clock = 2.4 GHz}. */
	@Override
	public String toString() {
		return name + " = " + text();
	}
}
