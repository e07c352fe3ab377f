// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An instruction used for a purpose, as ERET to enter the guest. Compared by identity: one object stands for one
 * operation of one model.
 */
public final class Instruction implements Operation, ExitReason {

	private final String name;
	private final String mnemonic;
	private final Cost nativeCost;
	private final List<TrapRule> rules;
	private final Optional<Signal> signal;

	/** An instruction that concerns no other vCPU; see {@link #Instruction(String, String, Cost, List, Optional)}. */
	public Instruction(String name, String mnemonic, Cost nativeCost, List<TrapRule> rules) {
		this(name, mnemonic, nativeCost, rules, Optional.empty());
	}

	/**
	 * @param name       the purpose, as {@code enter_guest}
	 * @param mnemonic   the instruction, as {@code ERET}
	 * @param nativeCost its cost where it does not trap
	 * @param rules      when it traps from a guest; never when empty
	 * @param signal     what another vCPU comes to do when L0 performs it
	 */
	public Instruction(String name, String mnemonic, Cost nativeCost, List<TrapRule> rules, Optional<Signal> signal) {
		this.name = Objects.requireNonNull(name);
		this.mnemonic = Objects.requireNonNull(mnemonic);
		this.nativeCost = Objects.requireNonNull(nativeCost);
		this.rules = List.copyOf(rules);
		this.signal = Objects.requireNonNull(signal);
	}

	@Override
	public String label() {
		return name;
	}

	/** The instruction itself, as {@code ERET}. */
	public String mnemonic() {
		return mnemonic;
	}

	/** What another vCPU comes to do when L0 performs it. */
	public Optional<Signal> signal() {
		return signal;
	}

	@Override
	public Cost nativeCost() {
		return nativeCost;
	}

	@Override
	public boolean traps(Set<Control> controls) {
		for (TrapRule rule : rules) {
			if (rule.traps(controls)) {
				return true;
			}
		}
		return false;
	}

	@Override
	public ExitReason exitReason() {
		return this;
	}

	@Override
	public String toString() {
		return name;
	}
}
