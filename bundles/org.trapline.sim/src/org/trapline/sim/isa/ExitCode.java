// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.isa;

import java.util.Objects;

/**
 * An exit reason or exception class of an architecture.
 *
 * @param number      the architecture's number
 * @param name        the architecture's name, as {@code VMCALL}
 * @param description one sentence: the operation that exits, and its handler where the architecture or its hypervisors determine it
 * @since 0.2.0
 */
public record ExitCode(int number, String name, String description) {

	public ExitCode {
		Objects.requireNonNull(name);
		Objects.requireNonNull(description);
	}
}
