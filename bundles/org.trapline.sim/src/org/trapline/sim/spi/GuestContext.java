// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.spi;

import java.util.Objects;
import java.util.Set;

import org.trapline.sim.isa.Control;

/**
 * How software above L0 runs: with the CPU's trap rules this decides which of its operations trap.
 *
 * @param level      its level, at least 1
 * @param hypervisor whether it is a hypervisor itself
 * @param controls   the controls that the levels below have set for it
 * @since 0.2.0
 */
public record GuestContext(int level, boolean hypervisor, Set<Control> controls) {

	public GuestContext {
		if (level < 1) {
			throw new IllegalArgumentException("level " + level + " is not a guest's");
		}
		Objects.requireNonNull(controls);
		controls = Set.copyOf(controls);
	}
}
