// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim;

import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a hypervisor knows when it decides whether to run a step.
 *
 * @param reason        why its guest exited
 * @param guestRunsWith the controls that the software right above it runs with
 * @param remembers     what it remembers of its guest
 */
public record Situation(ExitReason reason, Set<Control> guestRunsWith, Predicate<Flag> remembers) {

	public Situation {
		Objects.requireNonNull(reason);
		Objects.requireNonNull(guestRunsWith);
		Objects.requireNonNull(remembers);
	}
}
