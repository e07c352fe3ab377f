// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.isa;

/**
 * Why a guest exited to a hypervisor: the reasons that hypervisors' programs distinguish.
 *
 * @since 0.2.0
 */
public sealed interface ExitReason permits AccessReason, Instruction {

	/** For people. */
	String label();
}
