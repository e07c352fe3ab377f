// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim;

import java.util.List;
import java.util.Objects;

/**
 * A register of a CPU under one of its names. Compared by identity: one object stands for one name of one model.
 */
public final class Register {

	private final String name;
	private final boolean memoryMapped;
	private final Cost readCost;
	private final Cost writeCost;
	private final List<TrapRule> rules;

	/**
	 * @param name         architectural name
	 * @param memoryMapped whether it is reached by loads and stores, so that a trapped access is an abort
	 * @param readCost     of one read that does not trap
	 * @param writeCost    of one write that does not trap
	 * @param rules        when accesses from a guest trap; never when empty
	 */
	public Register(String name, boolean memoryMapped, Cost readCost, Cost writeCost, List<TrapRule> rules) {
		this.name = Objects.requireNonNull(name);
		this.memoryMapped = memoryMapped;
		this.readCost = Objects.requireNonNull(readCost);
		this.writeCost = Objects.requireNonNull(writeCost);
		this.rules = List.copyOf(rules);
	}

	public String name() {
		return name;
	}

	public boolean memoryMapped() {
		return memoryMapped;
	}

	/** The cost of one access that does not trap. */
	public Cost cost(Direction direction) {
		return direction == Direction.READ ? readCost : writeCost;
	}

	/** When accesses from a guest trap. */
	public List<TrapRule> rules() {
		return rules;
	}

	@Override
	public String toString() {
		return name;
	}
}
