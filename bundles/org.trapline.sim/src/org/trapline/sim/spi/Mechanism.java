// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.spi;

import java.util.Optional;
import java.util.Set;

import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.isa.Control;
import org.trapline.sim.isa.Operation;

/**
 * A mechanism refines the CPU's decisions or adds hardware; contributed through the extension point
 * {@code org.trapline.sim.mechanism}. Its answers depend only on the arguments.
 *
 * @since 0.2.0
 */
public interface Mechanism {

	/** For messages. */
	String name();

	/**
	 * The disposition of an operation with this mechanism.
	 *
	 * @param operation what the guest does
	 * @param context   how the guest runs
	 * @param decided   the disposition by the CPU, or by the mechanism before this one
	 * @return {@code decided} where the mechanism does not change it
	 */
	default Disposition refine(Operation operation, GuestContext context, Disposition decided) {
		return decided;
	}

	/** The controls that this mechanism adds to the machine. */
	default Set<Control> hardware() {
		return Set.of();
	}

	/** The controls that a hypervisor with this mechanism offers its guest hypervisors: virtual hardware. */
	default Set<Control> offers() {
		return Set.of();
	}

	/**
	 * Routes a trap to the hypervisor that handles it.
	 *
	 * @param operation what the guest did
	 * @param context   how it ran
	 * @param handler   the level that would handle it without this mechanism
	 * @return a level from 0 to the one below the guest's
	 */
	default int route(Operation operation, GuestContext context, int handler) {
		return handler;
	}

	/**
	 * The replacement of a cost on a world switch.
	 *
	 * @param cost  the cost without this mechanism
	 * @param where the world switch
	 * @return empty where the cost is not replaced
	 */
	default Optional<CostTerm> replaced(CostTerm cost, WorldSwitch where) {
		return Optional.empty();
	}

	/** Whether it replaces any cost: only then does the engine distinguish the levels between which a world switch happens. */
	default boolean replacesCosts() {
		return false;
	}
}
