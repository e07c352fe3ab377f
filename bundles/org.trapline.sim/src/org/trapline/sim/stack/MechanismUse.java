// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.stack;

import java.util.Objects;
import java.util.Set;

import org.trapline.sim.spi.Mechanism;

/**
 * A mechanism in a stack.
 *
 * @param mechanism the mechanism
 * @param without   the levels whose hypervisors do not use it and do not pass it on
 * @since 0.2.0
 */
public record MechanismUse(Mechanism mechanism, Set<Integer> without) {

	public MechanismUse {
		Objects.requireNonNull(mechanism);
		without = Set.copyOf(without);
	}

	/** A mechanism that every level uses and passes on. */
	public MechanismUse(Mechanism mechanism) {
		this(mechanism, Set.of());
	}

	/** Whether all hypervisors up to a level pass it on: only then does the software above that level have it. */
	public boolean reaches(int level) {
		return CpuViews.reaches(without, level);
	}
}
