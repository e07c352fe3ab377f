// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.spi;

import java.util.Set;

import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.isa.Control;
import org.trapline.sim.isa.Operation;

/**
 * A class of CPUs, which decides the disposition of guests' operations; contributed through the extension point {@code org.trapline.sim.cpu}.
 *
 * @since 0.2.0
 */
public interface CpuModel {

	/**
	 * The disposition of a guest's operation. Depends only on the arguments.
	 *
	 * @param operation what the guest does
	 * @param context   how the guest runs
	 */
	Disposition disposition(Operation operation, GuestContext context);

	/** The controls that it understands. */
	Set<Control> controls();

	/** The hardware's cost of a trap, from the trapping instruction to the first one of L0. */
	CostTerm trapEntry();
}
