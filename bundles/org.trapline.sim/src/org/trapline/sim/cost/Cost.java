// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.cost;

import java.util.Objects;

/**
 * A cost parameter with its value.
 *
 * @param name   its name in the models
 * @param cause  what its cycles are charged to
 * @param cycles cycles each time, at least 0
 */
public record Cost(String name, Cause cause, long cycles) {

	public Cost {
		Objects.requireNonNull(name);
		Objects.requireNonNull(cause);
		if (cycles < 0) {
			throw new IllegalArgumentException("cost " + name + " is negative: " + cycles + " cycles");
		}
	}
}
