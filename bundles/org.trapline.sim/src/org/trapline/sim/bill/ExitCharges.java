// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.bill;

import java.util.Objects;

/**
 * What L0 is charged for exits of a kind: from the exit to the next entry, each time.
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
