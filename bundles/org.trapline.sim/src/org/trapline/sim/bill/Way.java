// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.bill;

import java.util.List;
import java.util.Objects;

/**
 * Charges along a way through time: a sum, and for each overlap of two vCPUs the larger of two ways.
 *
 * @param counts   what is charged whatever takes longer
 * @param overlaps where two vCPUs overlap
 * @param exits    L0's charges among {@code counts} by the exits that they are for; empty in a bill that is not itemized
 * @since 0.2.0
 */
public record Way(Counts counts, List<Overlap> overlaps, List<ExitCharges> exits) {

	public Way {
		Objects.requireNonNull(counts);
		overlaps = List.copyOf(overlaps);
		exits = List.copyOf(exits);
	}
}
