// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.stack;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.trapline.sim.isa.Control;
import org.trapline.sim.isa.ExitReason;

/**
 * The state in which a hypervisor decides whether to run a step, or whether to set a control.
 *
 * @param reason        why its guest exited; empty while it decides what to configure
 * @param nested        whether software above its own guest exited: a nested VM, whose exit it does not forward
 * @param runsWith      the controls that it runs with itself
 * @param guestRunsWith the controls that the software right above it runs with
 * @param cpu           the controls of the CPU that it sees
 * @param remembers     what it remembers of its guest
 * @since 0.2.0
 */
public record Situation(Optional<ExitReason> reason, boolean nested, Set<Control> runsWith, Set<Control> guestRunsWith,
		Set<Control> cpu, Predicate<Flag> remembers) {

	public Situation {
		Objects.requireNonNull(reason);
		Objects.requireNonNull(runsWith);
		Objects.requireNonNull(guestRunsWith);
		Objects.requireNonNull(cpu);
		Objects.requireNonNull(remembers);
	}
}
