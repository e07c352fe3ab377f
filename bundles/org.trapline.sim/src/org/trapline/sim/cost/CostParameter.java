// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.cost;

import java.util.Objects;

/**
 * A cost parameter of the models. Compared by identity: one object stands for one parameter of one model.
 *
 * @since 0.2.0
 */
public final class CostParameter implements CostTerm {

	private final String name;
	private final Cause cause;

	/**
	 * @param name  its name in the models
	 * @param cause what its cycles are charged to
	 */
	public CostParameter(String name, Cause cause) {
		this.name = Objects.requireNonNull(name);
		this.cause = Objects.requireNonNull(cause);
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public Cause cause() {
		return cause;
	}

	@Override
	public CostParameter parameter() {
		return this;
	}

	@Override
	public String toString() {
		return name;
	}
}
