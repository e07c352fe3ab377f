// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.spi;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.trapline.sim.isa.Control;
import org.trapline.sim.isa.Register;

/**
 * How a CPU or a mechanism treats accesses to a register that would trap.
 *
 * @param kind   the treatment
 * @param when   only while all of these controls are set for the guest
 * @param target where accesses go; with {@link Kind#REDIRECT} only
 * @since 0.2.0
 */
public record Treatment(Kind kind, Set<Control> when, Optional<Register> target) {

	/** The kinds of treatment. */
	public enum Kind {
		/** Deferred: reads and writes become loads and stores of the deferred access page. */
		DEFER,
		/** Redirected: reads and writes access another register. */
		REDIRECT,
		/** Cached: reads become loads from the deferred access page; writes trap. */
		CACHED
	}

	public Treatment {
		Objects.requireNonNull(kind);
		when = Set.copyOf(when);
		if ((kind == Kind.REDIRECT) != target.isPresent()) {
			throw new IllegalArgumentException("a redirection, and nothing else, has a target: " + kind + " " + target);
		}
	}
}
