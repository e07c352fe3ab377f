// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.isa;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.trapline.sim.cost.CostTerm;

/**
 * A register of a CPU under one of its names. Compared by identity: one object stands for one name of one model.
 *
 * @since 0.2.0
 */
public final class Register {

	/**
	 * How registers of a kind are accessed in one direction.
	 *
	 * @param cost   of an access that does not trap
	 * @param reason the exit reason that a hypervisor sees when one traps
	 */
	public record Port(CostTerm cost, ExitReason reason) {
		public Port {
			Objects.requireNonNull(cost);
			Objects.requireNonNull(reason);
		}
	}

	private final String name;
	private final int number;
	private final Port read;
	private final Port write;
	private final Optional<Control> needs;
	private final List<TrapRule> rules;

	/**
	 * @param name   architectural name
	 * @param number its index among the registers of the models, from 0
	 * @param read   how it is read
	 * @param write  how it is written
	 * @param needs  the control that a CPU with this register has; every CPU has the register when empty
	 * @param rules  when accesses from a guest trap; never when empty
	 */
	public Register(String name, int number, Port read, Port write, Optional<Control> needs, List<TrapRule> rules) {
		this.name = Objects.requireNonNull(name);
		this.number = number;
		this.read = Objects.requireNonNull(read);
		this.write = Objects.requireNonNull(write);
		this.needs = Objects.requireNonNull(needs);
		this.rules = List.copyOf(rules);
	}

	public String name() {
		return name;
	}

	/** Its index among the registers of the models, from 0, those of the CPU's file first: an instruction can encode it by this index. */
	public int number() {
		return number;
	}

	/** How it is accessed in one direction. */
	public Port port(Direction direction) {
		return direction == Direction.READ ? read : write;
	}

	/** The control that a CPU with this register has; every CPU has the register when empty. */
	public Optional<Control> needs() {
		return needs;
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
