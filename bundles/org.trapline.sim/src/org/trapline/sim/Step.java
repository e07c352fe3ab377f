// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A part of what a hypervisor does for an exit.
 *
 * @param title      what it is for; may be empty
 * @param conditions all must hold for it to run
 * @param actions    what it does, in order
 */
public record Step(String title, List<Condition> conditions, List<Action> actions) {

	public Step {
		Objects.requireNonNull(title);
		conditions = List.copyOf(conditions);
		actions = List.copyOf(actions);
	}

	/** Whether it runs for an exit for this reason of a guest that runs with these controls. */
	public boolean runs(ExitReason reason, Set<Control> guestRunsWith) {
		for (Condition condition : conditions) {
			if (!condition.holds(reason, guestRunsWith)) {
				return false;
			}
		}
		return true;
	}
}
