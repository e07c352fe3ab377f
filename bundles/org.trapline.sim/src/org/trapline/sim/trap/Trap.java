// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.trap;

import java.util.Objects;

import org.trapline.sim.isa.Operation;

/**
 * One trap to L0.
 *
 * @param level     the level of the software that trapped
 * @param operation what it did
 * @param handler   the level of the hypervisor that handles it
 */
public record Trap(int level, Operation operation, int handler) {

	public Trap {
		Objects.requireNonNull(operation);
	}

	/** As {@code L1 read HCR_EL2}. */
	@Override
	public String toString() {
		return "L" + level + " " + operation.label();
	}
}
