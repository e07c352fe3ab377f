// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.stack;

import java.util.List;
import java.util.Objects;

/**
 * A step of a hypervisor's program.
 *
 * @param title      its purpose; may be empty
 * @param conditions all must hold for it to run
 * @param actions    what it does, in order
 * @since 0.2.0
 */
public record Step(String title, List<Condition> conditions, List<Action> actions) {

	public Step {
		Objects.requireNonNull(title);
		conditions = List.copyOf(conditions);
		actions = List.copyOf(actions);
	}

	/** Whether it runs. */
	public boolean runs(Situation situation) {
		for (Condition condition : conditions) {
			if (!condition.holds(situation)) {
				return false;
			}
		}
		return true;
	}
}
