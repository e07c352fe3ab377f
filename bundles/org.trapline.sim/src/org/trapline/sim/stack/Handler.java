// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.stack;

import java.util.List;

/**
 * A hypervisor's handler of an exit reason.
 *
 * @param steps in order
 * @param fast  whether it runs without the exit and entry paths: the steps are all work, the entry included
 * @since 0.2.0
 */
public record Handler(List<Step> steps, boolean fast) {

	public Handler {
		steps = List.copyOf(steps);
	}

	/** A handler between the exit and the entry path. */
	public Handler(List<Step> steps) {
		this(steps, false);
	}
}
