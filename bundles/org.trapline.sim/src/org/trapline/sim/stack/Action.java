// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.stack;

import java.util.Objects;

import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.isa.Operation;

/**
 * An action of a hypervisor's step.
 *
 * @since 0.2.0
 */
public sealed interface Action {

	/** Performs an operation at the hypervisor's own level; above L0 it may trap. */
	record Perform(Operation operation) implements Action {
		public Perform {
			Objects.requireNonNull(operation);
		}
	}

	/**
	 * Spends cycles.
	 *
	 * @param cost     how many
	 * @param perLevel whether the cost is charged once for each hypervisor between this one and the software that exited (because
	 *                 their offsets or mappings have to be combined), or once
	 */
	record Work(CostTerm cost, boolean perLevel) implements Action {
		public Work {
			Objects.requireNonNull(cost);
		}

		/** Once. */
		public Work(CostTerm cost) {
			this(cost, false);
		}
	}

	/** Sets or clears a flag of the guest. */
	record Remember(Flag flag, boolean value) implements Action {
		public Remember {
			Objects.requireNonNull(flag);
		}
	}
}
