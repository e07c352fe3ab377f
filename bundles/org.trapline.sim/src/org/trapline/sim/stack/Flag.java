// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.stack;

import java.util.Objects;

/**
 * Something a hypervisor remembers of its guest from one exit to the next, which changes what it does: that list registers
 * are live, or who owns the FP registers.
 *
 * @param name its name in the models
 * @since 0.2.0
 */
public record Flag(String name) {

	public Flag {
		Objects.requireNonNull(name);
	}
}
