// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.bill;

import java.util.Objects;

import org.trapline.sim.cost.CostTerm;

/**
 * A line of a bill: a cost term that is charged to a level.
 *
 * @param level the level
 * @param term  the cost term
 * @since 0.2.0
 */
public record Charge(int level, CostTerm term) {

	public Charge {
		Objects.requireNonNull(term);
	}

	/** As {@code run_loop at L1}. */
	@Override
	public String toString() {
		return term.name() + " at L" + level;
	}
}
