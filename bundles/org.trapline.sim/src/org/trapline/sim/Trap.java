// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim;

import java.util.Objects;

/**
 * One trap to L0.
 *
 * @param level     the level of the software that trapped
 * @param operation what it did
 */
public record Trap(int level, Operation operation) {

	public Trap {
		Objects.requireNonNull(operation);
	}

	/** The level of the hypervisor that handles it: the one right below the software that trapped. */
	public int handler() {
		return level - 1;
	}

	/** As {@code L1 read HCR_EL2}. */
	@Override
	public String toString() {
		return "L" + level + " " + operation.label();
	}
}
