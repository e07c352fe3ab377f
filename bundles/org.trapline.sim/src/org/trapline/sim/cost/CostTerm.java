// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.cost;

/**
 * What software or hardware is charged for: a name for a number of cycles, which a {@link Prices} gives. Programs and mechanisms name
 * terms and never see cycles, so what a workload is charged does not depend on prices.
 *
 * @since 0.2.0
 */
public sealed interface CostTerm permits CostParameter, ScaledCost {

	/** The name of the cost in the models. */
	String name();

	/** What its cycles are charged to. */
	Cause cause();

	/** The parameter that it is, or a scaled form of. */
	CostParameter parameter();
}
