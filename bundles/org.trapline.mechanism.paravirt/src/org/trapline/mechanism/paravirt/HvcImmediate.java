// SPDX-License-Identifier: EPL-2.0
package org.trapline.mechanism.paravirt;

import java.util.Objects;
import java.util.stream.Stream;

import org.trapline.sim.isa.Direction;
import org.trapline.sim.isa.Instruction;
import org.trapline.sim.isa.Operation;
import org.trapline.sim.isa.RegisterAccess;

/**
 * The encoding of an instruction in the 16-bit immediate of the HVC that replaces it: three bits of operation, eight bits of register and
 * five bits of general-purpose register, from the most significant (authors' code, kvm_nested_pv_encoding.h).
 *
 * @param operation       the kind of instruction
 * @param register        number of the system register, 0 to 255; 0 for instructions without one
 * @param generalRegister number of the general-purpose register, 0 to 30; 31 is xzr
 */
public record HvcImmediate(Kind operation, int register, int generalRegister) {

	/** Kinds of instruction, with their codes. */
	public enum Kind {
		/** Read of a system register. */
		MRS(1),
		/** Write of a system register from a general-purpose register. */
		MSR_REGISTER(2),
		/** Write of a system register with an immediate. */
		MSR_IMMEDIATE(3),
		/** Return from an exception. */
		ERET(4),
		/** Invalidation of TLB entries. */
		TLBI(5),
		/** Call of the hypervisor. */
		HVC(6);

		private final int code;

		Kind(int code) {
			this.code = code;
		}

		private static Kind of(int code) {
			for (Kind kind : values()) {
				if (kind.code == code) {
					return kind;
				}
			}
			throw new IllegalArgumentException("no instruction has the code " + code);
		}
	}

	private static final int REGISTER_BITS = 8;
	private static final int GENERAL_BITS = 5;
	/** Programs of the models do not say which general-purpose register an access goes through. */
	private static final int X0 = 0;
	private static final int XZR = 31;

	public HvcImmediate {
		Objects.requireNonNull(operation);
		if (register < 0 || register >= 1 << REGISTER_BITS) {
			throw new IllegalArgumentException("register " + register + " does not fit into " + REGISTER_BITS + " bits");
		}
		if (generalRegister < 0 || generalRegister >= 1 << GENERAL_BITS) {
			throw new IllegalArgumentException("general-purpose register " + generalRegister + " does not fit into " + GENERAL_BITS + " bits");
		}
	}

	/**
	 * The HVC that replaces an operation: an access by the number of its register and x0, another instruction by its mnemonic.
	 *
	 * @throws IllegalArgumentException when the encoding has no place for it
	 */
	public static HvcImmediate of(Operation operation) {
		return switch (operation) {
		case RegisterAccess(var register, var direction) ->
			new HvcImmediate(direction == Direction.READ ? Kind.MRS : Kind.MSR_REGISTER, register.number(), X0);
		case Instruction instruction -> new HvcImmediate(Stream.of(Kind.ERET, Kind.TLBI, Kind.HVC).filter(kind -> kind.name().equals(instruction.mnemonic()))
				.findFirst().orElseThrow(() -> new IllegalArgumentException("the encoding has no " + instruction.mnemonic())), 0, XZR);
		};
	}

	/** The HVC itself, as {@code hvc #0x27e0}. */
	public String instruction() {
		return String.format("hvc #0x%04x", encode());
	}

	/** The immediate, 0 to 65535. */
	public int encode() {
		return operation.code << REGISTER_BITS + GENERAL_BITS | register << GENERAL_BITS | generalRegister;
	}

	/**
	 * The instruction that an immediate encodes.
	 *
	 * @throws IllegalArgumentException when it encodes none
	 */
	public static HvcImmediate decode(int immediate) {
		if (immediate < 0 || immediate > 0xffff) {
			throw new IllegalArgumentException("an immediate has 16 bits, not the value " + immediate);
		}
		return new HvcImmediate(Kind.of(immediate >> REGISTER_BITS + GENERAL_BITS), immediate >> GENERAL_BITS & (1 << REGISTER_BITS) - 1,
				immediate & (1 << GENERAL_BITS) - 1);
	}
}
