// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim;

/** Something software at a level does that the hardware may care about. */
public sealed interface Operation permits RegisterAccess, Instruction {

	/** For people, as {@code read HCR_EL2} or {@code hypercall}. */
	String label();

	/** Its cost where it does not trap. */
	Cost nativeCost();

	/** Whether, by the CPU's rules, it traps from a guest for which these controls are set. */
	boolean traps(java.util.Set<Control> controls);

	/** What a hypervisor sees as the reason of the exit when it traps. */
	ExitReason exitReason();
}
