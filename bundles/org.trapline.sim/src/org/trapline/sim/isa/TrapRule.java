// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.isa;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;

/**
 * When an operation of a guest traps.
 *
 * @param directions the accesses meant; ignored for instructions
 * @param always     whether it traps whatever the controls
 * @param controls   it traps when at least one of these is set
 * @param toHost     whether L0 handles it whatever the hypervisors between have asked for: it concerns the machine, as a physical interrupt does
 * @since 0.2.0
 */
public record TrapRule(Set<Direction> directions, boolean always, Set<Control> controls, boolean toHost) {

	public TrapRule {
		Objects.requireNonNull(directions);
		directions = Set.copyOf(directions);
		controls = Set.copyOf(controls);
	}

	/** A rule for operations that are handled by the highest hypervisor that has asked for them. */
	public TrapRule(Set<Direction> directions, boolean always, Set<Control> controls) {
		this(directions, always, controls, false);
	}

	/** Whether the rule makes its operations trap under these controls. */
	public boolean traps(Set<Control> set) {
		return always || !Collections.disjoint(controls, set);
	}
}
