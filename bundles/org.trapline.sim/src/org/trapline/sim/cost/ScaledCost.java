// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.cost;

import java.util.Objects;

/**
 * A cost that takes longer by a percentage: its cycles are those of the term, made longer and rounded to whole cycles, half up.
 *
 * @param term what takes longer
 * @param by   how much longer
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
