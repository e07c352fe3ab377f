// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.stack;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.trapline.sim.isa.Control;

/**
 * The controls that a hypervisor sets while a kind of guest runs.
 *
 * @param hypervisor    whether for guests that are hypervisors themselves
 * @param guestRunsWith only for guest hypervisors that run with this control
 * @param controls      the controls it sets
 * @since 0.2.0
 */
public record TrapConfiguration(boolean hypervisor, Optional<Control> guestRunsWith, List<ConfiguredControl> controls) {

	public TrapConfiguration {
		Objects.requireNonNull(guestRunsWith);
		controls = List.copyOf(controls);
	}

	/** The controls that are set. */
	Set<Control> set(Situation situation) {
		return controls.stream().filter(each -> each.isSet(situation)).map(ConfiguredControl::control).collect(Collectors.toUnmodifiableSet());
	}
}
