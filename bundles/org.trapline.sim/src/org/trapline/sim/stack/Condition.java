// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.stack;

import java.util.Objects;
import java.util.Set;

import org.trapline.sim.isa.Control;
import org.trapline.sim.isa.ExitReason;

/**
 * When a step of a hypervisor runs, or a control is set.
 *
 * @since 0.2.0
 */
public sealed interface Condition {

	/** Whether it holds. */
	boolean holds(Situation situation);

	/** Holds for exits for one of these reasons. */
	record ExitIs(Set<ExitReason> reasons) implements Condition {
		public ExitIs {
			reasons = Set.copyOf(reasons);
		}

		@Override
		public boolean holds(Situation situation) {
			return situation.reason().filter(reasons::contains).isPresent();
		}
	}

	/** Holds when the guest is a hypervisor that runs with a control. */
	record GuestRunsWith(Control control) implements Condition {
		public GuestRunsWith {
			Objects.requireNonNull(control);
		}

		@Override
		public boolean holds(Situation situation) {
			return situation.guestRunsWith().contains(control);
		}
	}

	/** Holds while the hypervisor remembers something of its guest. */
	record Remembers(Flag flag) implements Condition {
		public Remembers {
			Objects.requireNonNull(flag);
		}

		@Override
		public boolean holds(Situation situation) {
			return situation.remembers().test(flag);
		}
	}

	/** Holds on a CPU that has a control: the machine's in L0, above it the one that the levels below offer. */
	record CpuHas(Control control) implements Condition {
		public CpuHas {
			Objects.requireNonNull(control);
		}

		@Override
		public boolean holds(Situation situation) {
			return situation.cpu().contains(control);
		}
	}

	/** Holds when the hypervisor itself runs with a control. */
	record RunsWith(Control control) implements Condition {
		public RunsWith {
			Objects.requireNonNull(control);
		}

		@Override
		public boolean holds(Situation situation) {
			return situation.runsWith().contains(control);
		}
	}

	/** Holds for exits of software above the hypervisor's own guest that no hypervisor between has asked for. */
	record Nested() implements Condition {
		@Override
		public boolean holds(Situation situation) {
			return situation.nested();
		}
	}

	/** Holds when another condition does not. */
	record Not(Condition condition) implements Condition {
		public Not {
			Objects.requireNonNull(condition);
		}

		@Override
		public boolean holds(Situation situation) {
			return !condition.holds(situation);
		}
	}
}
