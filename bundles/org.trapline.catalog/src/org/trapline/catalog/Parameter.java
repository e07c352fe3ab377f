// SPDX-License-Identifier: EPL-2.0
package org.trapline.catalog;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * A cost parameter that a contribution reads.
 *
 * @param name         its name in the models
 * @param description  one sentence
 * @param unit         unit of its values
 * @param defaultValue its value when no model gives one
 * @param minimum      smallest allowed value
 * @param maximum      largest allowed value
 */
public record Parameter(String name, String description, String unit, OptionalLong defaultValue, OptionalLong minimum,
		OptionalLong maximum) {

	public Parameter {
		Objects.requireNonNull(name);
		Objects.requireNonNull(description);
		Objects.requireNonNull(unit);
	}

	/** Whether a value is within the bounds. */
	public boolean admits(long value) {
		return value >= minimum.orElse(Long.MIN_VALUE) && value <= maximum.orElse(Long.MAX_VALUE);
	}
}
