// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The controls that a hypervisor sets while a kind of guest runs.
 *
 * @param hypervisor    whether for guests that are hypervisors themselves
 * @param guestRunsWith only for guest hypervisors that run with this control
 * @param controls      the controls it sets
 */
public record TrapConfiguration(boolean hypervisor, Optional<Control> guestRunsWith, Set<Control> controls) {

	public TrapConfiguration {
		Objects.requireNonNull(guestRunsWith);
		controls = Set.copyOf(controls);
	}
}
