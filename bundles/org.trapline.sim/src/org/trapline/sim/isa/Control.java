// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.isa;

import java.util.Objects;

/**
 * A bit of a hypervisor's configuration that a CPU understands: it makes operations trap, or says how the hypervisor runs.
 *
 * @param name its architectural name, as {@code NV} or {@code E2H}
 * @since 0.2.0
 */
public record Control(String name) {

	public Control {
		Objects.requireNonNull(name);
	}
}
