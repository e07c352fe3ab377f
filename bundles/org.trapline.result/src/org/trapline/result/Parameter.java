// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.util.Objects;

/**
 * A parameter that a sweep varies.
 *
 * @param name its name
 * @param unit the unit of its values; empty for counts
 * @since 0.2.0
 */
public record Parameter(String name, String unit) {

	public Parameter {
		Objects.requireNonNull(name);
		Objects.requireNonNull(unit);
	}

	/** The heading of a column of its values: {@code run_loop (cycles)}, {@code vcpus}. */
	public String heading() {
		return unit.isEmpty() ? name : name + " (" + unit + ")";
	}
}
