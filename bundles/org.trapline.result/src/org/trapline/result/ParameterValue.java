// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * What a parameter of a sweep is at one of its points.
 *
 * @param name  the parameter's name
 * @param value as it is written in the language, with the unit: {@code 8}, {@code 2.4 GHz}, {@code on}
 */
public record ParameterValue(String name, String value) {

	public ParameterValue {
		Objects.requireNonNull(name);
		Objects.requireNonNull(value);
	}

	/** The number that the value begins with; empty where it is a word. */
	public Optional<BigDecimal> number() {
		try {
			return Optional.of(new BigDecimal(value.split(" ", 2)[0]));
		} catch (NumberFormatException e) {
			return Optional.empty();
		}
	}

	/** The unit after the number; empty where there is none. */
	public String unit() {
		int end = value.indexOf(' ');
		return number().isEmpty() || end < 0 ? "" : value.substring(end + 1);
	}

	/** {@code clock = 2.4 GHz}. */
	@Override
	public String toString() {
		return name + " = " + value;
	}
}
