// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.isa;

import java.util.Set;
import java.util.stream.Stream;

import org.trapline.sim.cost.CostTerm;

/**
 * An operation of software at a level that the hardware may trap.
 *
 * @since 0.2.0
 */
public sealed interface Operation permits RegisterAccess, Instruction {

	/** Its name in output, as {@code read HCR_EL2} or {@code hypercall}. */
	String label();

	/** Its cost where it does not trap. */
	CostTerm nativeCost();

	/** Its trap rules. */
	Stream<TrapRule> rules();

	/** The exit reason that a hypervisor sees when it traps. */
	ExitReason exitReason();

	/** Whether, by its trap rules, it traps from a guest for which these controls are set. */
	default boolean traps(Set<Control> controls) {
		return rules().anyMatch(rule -> rule.traps(controls));
	}

	/** Whether a hypervisor that sets these controls for its guest asks to handle it. */
	default boolean isAskedFor(Set<Control> controls) {
		return rules().anyMatch(rule -> !rule.toHost() && rule.traps(controls));
	}
}
