// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.isa;

import java.util.Objects;

import org.trapline.sim.cost.CostTerm;

/**
 * What another vCPU does when L0 performs an instruction natively: for an IPI, the interrupt at the receiver.
 *
 * @param operation what the other vCPU does
 * @param delay     until it starts
 * @since 0.2.0
 */
public record Signal(Operation operation, CostTerm delay) {

	public Signal {
		Objects.requireNonNull(operation);
		Objects.requireNonNull(delay);
	}
}
