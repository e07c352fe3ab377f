// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.isa;

import java.util.Locale;

/**
 * Exit reasons for accesses to registers.
 *
 * @since 0.2.0
 */
public enum AccessReason implements ExitReason {
	/** An access to a system register. */
	ACCESS,
	/** An access to a memory-mapped register: an MMIO exit, by a stage-2 fault or EPT violation. */
	MMIO;

	@Override
	public String label() {
		return name().toLowerCase(Locale.ROOT);
	}
}
