// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim;

import java.util.Objects;
import java.util.Set;

/** When a step of a hypervisor runs. */
public sealed interface Condition {

	/** Whether it holds for an exit for this reason of a guest that runs with these controls. */
	boolean holds(ExitReason reason, Set<Control> guestRunsWith);

	/** Holds for exits for one of these reasons. */
	record ExitIs(Set<ExitReason> reasons) implements Condition {
		public ExitIs {
			reasons = Set.copyOf(reasons);
		}

		@Override
		public boolean holds(ExitReason reason, Set<Control> guestRunsWith) {
			return reasons.contains(reason);
		}
	}

	/** Holds when the guest is a hypervisor that runs with a control. */
	record GuestRunsWith(Control control) implements Condition {
		public GuestRunsWith {
			Objects.requireNonNull(control);
		}

		@Override
		public boolean holds(ExitReason reason, Set<Control> guestRunsWith) {
			return guestRunsWith.contains(control);
		}
	}

	/** Holds when another condition does not. */
	record Not(Condition condition) implements Condition {
		public Not {
			Objects.requireNonNull(condition);
		}

		@Override
		public boolean holds(ExitReason reason, Set<Control> guestRunsWith) {
			return !condition.holds(reason, guestRunsWith);
		}
	}
}
