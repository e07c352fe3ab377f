// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim;

/** Refines what a CPU decides; contributed through the extension point {@code org.trapline.sim.mechanism}. */
public interface Mechanism {

	/**
	 * What becomes of an operation with this mechanism. Depends on nothing but the arguments.
	 *
	 * @param operation what the guest does
	 * @param context   how the guest runs
	 * @param decided   what the CPU, or a mechanism before this one, decided
	 * @return {@code decided} where the mechanism has no say
	 */
	Disposition refine(Operation operation, GuestContext context, Disposition decided);
}
