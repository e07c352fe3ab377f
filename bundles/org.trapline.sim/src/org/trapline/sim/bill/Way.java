// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.bill;

import java.util.List;
import java.util.Objects;

/**
 * The charges of a path in time: a sum, and for each overlap of two vCPUs the larger of two paths.
 *
 * @param counts   the charges outside of overlaps
 * @param overlaps overlaps of two vCPUs
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
