// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.stack;

import java.util.Objects;

/**
 * State of a guest that its hypervisor remembers from one exit to the next and that changes its program: list registers are live, or who owns the FP
 * registers.
 *
 * @param name its name in the models
 * @since 0.2.0
 */
public record Flag(String name) {

	public Flag {
		Objects.requireNonNull(name);
	}
}
