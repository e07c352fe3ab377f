// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.cost;

/**
 * A cost that is charged: it names a number of cycles, which {@link Prices} give. Programs and mechanisms name terms and never see
 * cycles, so that the charges of a workload do not depend on prices.
 *
 * @since 0.2.0
 */
public sealed interface CostTerm permits CostParameter, ScaledCost {

	/** The name of the cost in the models. */
	String name();

	/** The cause that its cycles are charged to. */
	Cause cause();

	/** The parameter that it is, or a scaled form of. */
	CostParameter parameter();
}
