// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.evaluate;

import java.math.BigDecimal;
import java.util.Objects;

import org.trapline.sim.bill.Exit;

/**
 * Exits of a kind in one operation or, on average, in one request.
 *
 * @param exit   the kind
 * @param reason its name in the kernel
 * @param count  how many
 * @param cycles of L0 for all of them, each from the exit to the next entry
 */
record MeasuredExit(Exit exit, String reason, BigDecimal count, BigDecimal cycles) {
	MeasuredExit {
		Objects.requireNonNull(exit);
		Objects.requireNonNull(reason);
		Objects.requireNonNull(count);
		Objects.requireNonNull(cycles);
	}
}
