// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.isa;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.trapline.sim.cost.CostTerm;

/**
 * An instruction used for a purpose, as ERET to enter the guest. Compared by identity: one object stands for one
 * operation of one model.
 *
 * @since 0.2.0
 */
public final class Instruction implements Operation, ExitReason {

	/** What an instruction does to guests. */
	public enum Role {
		/** Nothing special. */
		PLAIN,
		/** Enters the guest of the hypervisor that does it. */
		ENTRY,
		/** Waits for an interrupt. The hypervisor that handles its exit does not enter the guest before it is woken. */
		WAIT,
		/**
		 * Wakes the guest that performs it. That guest does not run, so that nothing traps or exits: L0 runs already, and the
		 * hypervisors begin with their handlers. Guest hypervisors between L0 and the guest wait, too, and are woken first.
		 */
		WAKE_UP
	}

	private final String name;
	private final String mnemonic;
	private final CostTerm nativeCost;
	private final List<TrapRule> rules;
	private final Role role;
	private final Optional<Signal> signal;

	/** An instruction that enters no guest and concerns no other vCPU. */
	public Instruction(String name, String mnemonic, CostTerm nativeCost, List<TrapRule> rules) {
		this(name, mnemonic, nativeCost, rules, Role.PLAIN, Optional.empty());
	}

	/**
	 * @param name       the purpose, as {@code enter_guest}
	 * @param mnemonic   the instruction, as {@code ERET}
	 * @param nativeCost its cost where it does not trap
	 * @param rules      when it traps from a guest; never when empty
	 * @param role       its effect on the guest of the hypervisor that performs it
	 * @param signal     what another vCPU does when L0 performs it
	 */
	public Instruction(String name, String mnemonic, CostTerm nativeCost, List<TrapRule> rules, Role role, Optional<Signal> signal) {
		this.name = Objects.requireNonNull(name);
		this.mnemonic = Objects.requireNonNull(mnemonic);
		this.nativeCost = Objects.requireNonNull(nativeCost);
		this.rules = List.copyOf(rules);
		this.role = Objects.requireNonNull(role);
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

	/** Its effect on the guest of the hypervisor that performs it. */
	public Role role() {
		return role;
	}

	/** What another vCPU does when L0 performs it. */
	public Optional<Signal> signal() {
		return signal;
	}

	@Override
	public CostTerm nativeCost() {
		return nativeCost;
	}

	@Override
	public Stream<TrapRule> rules() {
		return rules.stream();
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
