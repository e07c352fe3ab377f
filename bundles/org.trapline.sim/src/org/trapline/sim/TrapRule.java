// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim;

import java.util.Collections;
import java.util.Objects;
import java.util.Set;

/**
 * When an operation of a guest traps.
 *
 * @param directions the accesses meant; ignored for instructions
 * @param always     whether it traps whatever the controls
 * @param controls   it traps when at least one of these is set
 */
public record TrapRule(Set<Direction> directions, boolean always, Set<Control> controls) {

	public TrapRule {
		Objects.requireNonNull(directions);
		directions = Set.copyOf(directions);
		controls = Set.copyOf(controls);
	}

	/** Whether the rule, for operations it is about, makes them trap under these controls. */
	public boolean traps(Set<Control> set) {
		return always || !Collections.disjoint(controls, set);
	}
}
