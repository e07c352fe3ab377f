// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.stack;

import java.util.List;

/**
 * What a hypervisor does for exits for a reason.
 *
 * @param steps in order
 * @param fast  whether it does so at once, without its exit and entry paths: the steps are all, the entry included
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
