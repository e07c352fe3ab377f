// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.cost;

import java.util.Objects;

/**
 * A slowdown in the models, in percent: with 25, 100 cycles become 125. Compared by identity: one object stands for one
 * number of one model.
 *
 * @since 0.2.0
 */
public final class ScaleParameter {

	private final String name;

	/** @param name its name in the models */
	public ScaleParameter(String name) {
		this.name = Objects.requireNonNull(name);
	}

	/** Its name in the models. */
	public String name() {
		return name;
	}

	@Override
	public String toString() {
		return name;
	}
}
