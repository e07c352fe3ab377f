// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.cost;

import java.util.Objects;

/**
 * A cost that is slowed down by a percentage: its cycles are those of the term, scaled and rounded to whole cycles, half up.
 *
 * @param term the term that is scaled
 * @param by   the slowdown
 * @since 0.2.0
 */
public record ScaledCost(CostTerm term, ScaleParameter by) implements CostTerm {

	public ScaledCost {
		Objects.requireNonNull(term);
		Objects.requireNonNull(by);
	}

	@Override
	public String name() {
		return term.name();
	}

	@Override
	public Cause cause() {
		return term.cause();
	}

	@Override
	public CostParameter parameter() {
		return term.parameter();
	}
}
