// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** A read or write of a register. */
public record RegisterAccess(Register register, Direction direction) implements Operation {

	public RegisterAccess {
		Objects.requireNonNull(register);
		Objects.requireNonNull(direction);
	}

	@Override
	public String label() {
		return direction.name().toLowerCase(Locale.ROOT) + " " + register.name();
	}

	@Override
	public Cost nativeCost() {
		return register.cost(direction);
	}

	@Override
	public boolean traps(Set<Control> controls) {
		for (TrapRule rule : register.rules()) {
			if (rule.directions().contains(direction) && rule.traps(controls)) {
				return true;
			}
		}
		return false;
	}

	@Override
	public ExitReason exitReason() {
		return register.memoryMapped() ? AccessReason.ABORT : AccessReason.ACCESS;
	}
}
