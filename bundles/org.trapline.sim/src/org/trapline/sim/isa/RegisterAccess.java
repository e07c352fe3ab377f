// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.isa;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import org.trapline.sim.cost.CostTerm;

/**
 * A read or write of a register.
 *
 * @since 0.2.0
 */
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
	public CostTerm nativeCost() {
		return register.port(direction).cost();
	}

	@Override
	public Stream<TrapRule> rules() {
		return register.rules().stream().filter(rule -> rule.directions().contains(direction));
	}

	@Override
	public ExitReason exitReason() {
		return register.port(direction).reason();
	}
}
