// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.spi;

import java.util.Optional;
import java.util.Set;

import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.isa.Control;
import org.trapline.sim.isa.Operation;

/**
 * Refines what a CPU decides, or adds to what it has; contributed through the extension point
 * {@code org.trapline.sim.mechanism}. What a mechanism answers depends on nothing but the arguments.
 *
 * @since 0.2.0
 */
public interface Mechanism {

	/** For messages. */
	String name();

	/**
	 * What becomes of an operation with this mechanism.
	 *
	 * @param operation what the guest does
	 * @param context   how the guest runs
	 * @param decided   what the CPU, or a mechanism before this one, decided
	 * @return {@code decided} where the mechanism has no say
	 */
	default Disposition refine(Operation operation, GuestContext context, Disposition decided) {
		return decided;
	}

	/** The controls that the machine has more with this mechanism. */
	default Set<Control> hardware() {
		return Set.of();
	}

	/** The controls that a hypervisor with this mechanism offers its guest hypervisors: hardware of its own making. */
	default Set<Control> offers() {
		return Set.of();
	}

	/**
	 * Which hypervisor handles a trap, where the mechanism makes its way shorter or longer.
	 *
	 * @param operation what the guest did
	 * @param context   how it ran
	 * @param handler   the level that would handle it
	 * @return a level from 0 to the one below the guest's
	 */
	default int route(Operation operation, GuestContext context, int handler) {
		return handler;
	}

	/**
	 * What takes the place of a cost when software switches to or from a guest.
	 *
	 * @param cost     what would be charged
	 * @param where who pays, and between which software
	 * @return empty where nothing does
	 */
	default Optional<CostTerm> replaced(CostTerm cost, WorldSwitch where) {
		return Optional.empty();
	}

	/** Whether it replaces any cost: only then are the levels told apart that an exit comes from and an entry goes to. */
	default boolean replacesCosts() {
		return false;
	}
}
