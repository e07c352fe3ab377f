// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.spi;

import java.util.Objects;
import java.util.Optional;

import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.isa.Register;

/**
 * The disposition of a guest's operation: what the hardware does with it.
 *
 * @since 0.2.0
 */
public sealed interface Disposition {

	/** It runs natively. */
	record Native() implements Disposition {
	}

	/**
	 * It traps to L0.
	 *
	 * @param surcharge additional cost of the trap for L0, where a mechanism causes it in its own way
	 * @param standIn   the instruction that traps in the operation's place, as {@code hvc #0x27e0}, where a mechanism replaces it
	 */
	record Trap(Optional<CostTerm> surcharge, Optional<String> standIn) implements Disposition {
		public Trap {
			Objects.requireNonNull(surcharge);
			Objects.requireNonNull(standIn);
		}

		/** A trap without a mechanism. */
		public Trap() {
			this(Optional.empty(), Optional.empty());
		}
	}

	/** It is deferred: it becomes a load or store of the deferred access page. */
	record Deferred(CostTerm cost) implements Disposition {
		public Deferred {
			Objects.requireNonNull(cost);
		}
	}

	/** It runs as an access to another register. */
	record Redirect(Register target) implements Disposition {
		public Redirect {
			Objects.requireNonNull(target);
		}
	}
}
