// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.bill;

import java.util.Objects;

import org.trapline.sim.isa.Operation;

/**
 * Two vCPUs at once: one signals the other, and both go on. What counts is the way that takes longer.
 *
 * @param signalled what the other vCPU does
 * @param delivered the way up to the signal, over its delay, through what the other vCPU does
 * @param sender    the way of the vCPU that signals, to its end; counts where it takes longer than the other
 * @since 0.2.0
 */
public record Overlap(Operation signalled, Way delivered, Way sender) {

	public Overlap {
		Objects.requireNonNull(signalled);
		Objects.requireNonNull(delivered);
		Objects.requireNonNull(sender);
	}
}
