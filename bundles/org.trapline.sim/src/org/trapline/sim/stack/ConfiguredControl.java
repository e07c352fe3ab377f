// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.stack;

import java.util.List;
import java.util.Objects;

import org.trapline.sim.isa.Control;

/**
 * A control that a hypervisor sets for its guest.
 *
 * @param control    the control
 * @param conditions all must hold for it to be set: on the hypervisor's CPU, on how it runs, and on its flags of the guest
 * @since 0.2.0
 */
public record ConfiguredControl(Control control, List<Condition> conditions) {

	public ConfiguredControl {
		Objects.requireNonNull(control);
		conditions = List.copyOf(conditions);
		for (Condition condition : conditions) {
			if (!isOfConfiguration(condition)) {
				throw new IllegalArgumentException("control " + control.name()
						+ " is set before anything exits: its condition can ask for the CPU and for what is remembered only, not " + condition);
			}
		}
	}

	private static boolean isOfConfiguration(Condition condition) {
		return switch (condition) {
		case Condition.CpuHas cpu -> true;
		case Condition.RunsWith self -> true;
		case Condition.Remembers remembers -> true;
		case Condition.Not(Condition negated) -> isOfConfiguration(negated);
		case Condition.ExitIs exit -> false;
		case Condition.GuestRunsWith guest -> false;
		case Condition.Nested nested -> false;
		};
	}

	/** Whether it is set. */
	public boolean isSet(Situation situation) {
		return conditions.stream().allMatch(condition -> condition.holds(situation));
	}
}
