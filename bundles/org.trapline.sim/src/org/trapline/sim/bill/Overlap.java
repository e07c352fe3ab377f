// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.bill;

import java.util.Objects;

import org.trapline.sim.isa.Operation;

/**
 * Two vCPUs that run concurrently: one signals the other, and both continue. The longer of the two paths is charged.
 *
 * @param signalled what the other vCPU does
 * @param delivered the path up to the signal, through its delay and the operation of the other vCPU
 * @param sender    the path of the vCPU that signals, to its end
 * @since 0.2.0
 */
public record Overlap(Operation signalled, Way delivered, Way sender) {

	public Overlap {
		Objects.requireNonNull(signalled);
		Objects.requireNonNull(delivered);
		Objects.requireNonNull(sender);
	}
}
