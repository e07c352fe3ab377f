// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.bill;

import java.util.Objects;

/**
 * L0's charges for exits of a kind: from each exit to the next entry.
 *
 * @param exit   the kind
 * @param counts all of L0's charges for these exits
 * @since 0.2.0
 */
public record ExitCharges(Exit exit, Counts counts) {

	public ExitCharges {
		Objects.requireNonNull(exit);
		Objects.requireNonNull(counts);
	}
}
