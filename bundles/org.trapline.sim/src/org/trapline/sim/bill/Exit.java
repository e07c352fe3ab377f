// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.bill;

import java.util.Objects;

import org.trapline.sim.isa.Operation;

/**
 * A kind of exit: software of a level exits to L0 for an operation, and a hypervisor handles it.
 *
 * @param level     the level that exits, 1 or more
 * @param operation what it did
 * @param handler   the level of the hypervisor that handles it; above 0 where L0 reflects the exit
 * @since 0.2.0
 */
public record Exit(int level, Operation operation, int handler) {

	public Exit {
		Objects.requireNonNull(operation);
	}

	/** As {@code L1 read HCR_EL2}. */
	@Override
	public String toString() {
		return "L" + level + " " + operation.label();
	}
}
