// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.spi;

import java.util.Objects;
import java.util.Optional;

import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.isa.Register;

/**
 * What the hardware does with an operation of a guest.
 *
 * @since 0.2.0
 */
public sealed interface Disposition {

	/** It runs as on bare hardware. */
	record Native() implements Disposition {
	}

	/**
	 * It traps to L0.
	 *
	 * @param surcharge what the trap costs L0 beyond what every trap does, where a mechanism makes it in its own way
	 * @param standIn   the instruction that traps in the operation's place, as {@code hvc #0x27e0}, where a mechanism puts one there
	 */
	record Trap(Optional<CostTerm> surcharge, Optional<String> standIn) implements Disposition {
		public Trap {
			Objects.requireNonNull(surcharge);
			Objects.requireNonNull(standIn);
		}

		/** As the hardware traps. */
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
