// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim;

import java.util.Objects;

/** What the hardware does with an operation of a guest. */
public sealed interface Disposition {

	/** It runs as on bare hardware. */
	record Native() implements Disposition {
	}

	/** It traps to L0. */
	record Trap() implements Disposition {
	}

	/** It becomes a load or store. */
	record Memory(Cost cost) implements Disposition {
		public Memory {
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
