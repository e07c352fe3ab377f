// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.kvm;

import static org.trapline.trace.text.Ascii.bytes;
import static org.trapline.trace.text.Ascii.skipToken;
import static org.trapline.trace.text.Ascii.startsWith;

import org.trapline.trace.level.ExitRecord;
import org.trapline.trace.level.Reason;
import org.trapline.trace.level.ReasonKind;
import org.trapline.trace.name.ReasonTable;
import org.trapline.trace.name.Syndromes;
import org.trapline.trace.summary.Direction;
import org.trapline.trace.text.Ascii;
import org.trapline.trace.text.Names;

/** What the events of KVM on Arm say. Used again for each line. */
final class ArmEvents {

	private static final byte[] PC = bytes("PC: ");
	private static final byte[] CLASS = bytes("EC: 0x");
	private static final byte[] TRAP = bytes("TRAP");
	private static final byte[] TRAP_NUMBER = bytes("0x2");
	private static final byte[] SEPC = bytes("SEPC:");
	private static final byte[] PREFIX = bytes("SYS_");
	private static final byte[] INSTRUCTION = bytes("OP_");
	private static final byte[] SYNDROME = bytes("HSR 0x");
	private static final byte[] FAULT_SYNDROME = bytes("hsr 0x");
	private static final byte[] NESTED_SYNDROME = bytes("esr_el2 0x");
	private static final byte[] MODE_EL2 = bytes("(M: EL2");
	private static final byte[] HCR = bytes("hcr_el2: ");
	private static final byte[] READ = bytes("read");
	private static final byte[] WRITE = bytes("write");

	private static final int TGE = 27;

	private final ReasonTable reasons;
	private final Names registers;
	private final Syndromes syndromes;

	private Reason reason;
	private long pc;
	private Reason seen;
	private boolean nested;
	private long syndrome;

	ArmEvents(ReasonTable reasons, Names registers) {
		this.reasons = reasons;
		this.registers = registers;
		this.syndromes = new Syndromes(registers);
	}

	/** Whether it is {@code PC: 0x…}. */
	boolean entry(byte[] text, int from, int to) {
		return startsWith(text, from, to, PC);
	}

	/** Whether it is an exit of RISC-V. */
	boolean isRiscv(byte[] text, int from, int to) {
		return Ascii.indexOf(text, from, to, SEPC) >= 0;
	}

	/** Reads {@code TRAP: HSR_EC: 0x0016 (HVC64), PC: 0x…}. */
	boolean exit(byte[] text, int from, int to) {
		int colon = from;
		while (colon < to && Ascii.isWord(text[colon])) {
			colon++;
		}
		int at = Ascii.after(text, colon, to, CLASS);
		if (colon == from || colon >= to || text[colon] != ':' || at < 0) {
			return false;
		}
		if (startsWith(text, from, colon, TRAP) || colon - from == TRAP_NUMBER.length && startsWith(text, from, colon, TRAP_NUMBER)) {
			reason = reasons.arm((int) Ascii.hex(text, at, to));
		} else {
			reason = reasons.arm(text, from, colon);
		}
		int pointer = Ascii.after(text, at, to, PC);
		pc = pointer < 0 ? 0 : Ascii.hex(text, pointer, to);
		return true;
	}

	/** Reads {@code PC: ffff… SYS_MDSCR_EL1 (2,0,0,2,2) write} of an exit. */
	boolean access(byte[] text, int from, int to, ExitRecord exit) {
		int at = Ascii.after(text, from, to, PC);
		if (at < 0) {
			return false;
		}
		int name = Ascii.skipBlanks(text, skipToken(text, at, to), to);
		int end = skipToken(text, name, to);
		int last = to;
		while (last > end && !Ascii.isBlank(text[last - 1])) {
			last--;
		}
		boolean write = startsWith(text, last, to, WRITE);
		if (end == name || !write && !startsWith(text, last, to, READ)) {
			return false;
		}
		if (exit != null && exit.reason().kind() == ReasonKind.SYSREG) {
			int start = name + (startsWith(text, name, end, PREFIX) ? PREFIX.length : startsWith(text, name, end, INSTRUCTION) ? INSTRUCTION.length : 0);
			exit.access(registers.number(text, start, end));
			exit.access(write ? Direction.WRITE : Direction.READ);
		}
		return true;
	}

	/** Reads {@code HSR 0x62240085}: an access to a system register. */
	boolean trappedAccess(byte[] text, int from, int to, ExitRecord exit) {
		int at = Ascii.after(text, from, to, SYNDROME);
		if (at >= 0) {
			syndromes.describe(Ascii.hex(text, at, to), exit);
		}
		return at >= 0;
	}

	/** Reads {@code ipa 0x…, hsr 0x93800005, …} of an exit. */
	boolean fault(byte[] text, int from, int to, ExitRecord exit) {
		int at = Ascii.after(text, from, to, FAULT_SYNDROME);
		if (at >= 0) {
			syndromes.describe(Ascii.hex(text, at, to), exit);
		}
		return at >= 0;
	}

	/** Reads {@code PC R (3,0,1,0,2)} of an exit that is forwarded. */
	boolean forwarded(byte[] text, int from, int to, ExitRecord exit) {
		int at = Ascii.skipBlanks(text, skipToken(text, from, to), to);
		int open = Ascii.skipBlanks(text, skipToken(text, at, to), to);
		if (open >= to || text[open] != '(' || text[at] != 'R' && text[at] != 'W') {
			return false;
		}
		int encoding = 0;
		int[] bits = {2, 3, 4, 4, 3};
		int place = open + 1;
		for (int width : bits) {
			encoding = encoding << width | (int) Ascii.decimal(text, place, to) & (1 << width) - 1;
			place = Ascii.skipDigits(text, place, to) + 1;
		}
		if (exit != null && exit.direction() == Direction.NONE && exit.reason().kind() == ReasonKind.SYSREG) {
			exit.access(syndromes.register(encoding));
			exit.access(text[at] == 'R' ? Direction.READ : Direction.WRITE);
		}
		return true;
	}

	/** Reads {@code SYNC: esr_el2 0x… elr_el2: 0x… spsr_el2: 0x… (M: EL1h) hcr_el2: …}. */
	boolean nestedException(byte[] text, int from, int to) {
		if (!nested(text, from, to)) {
			return false;
		}
		int at = Ascii.after(text, from, to, NESTED_SYNDROME);
		syndrome = at < 0 ? 0 : Ascii.hex(text, at, to);
		int colon = from;
		while (colon < to && text[colon] != ':') {
			colon++;
		}
		// An interrupt has no exception class.
		boolean interrupt = colon - from == 3 && (text[from] == 'I' || text[from] == 'F') && text[from + 1] == 'R';
		seen = interrupt ? reasons.arm(text, from, colon) : reasons.arm(Syndromes.exceptionClass(syndrome));
		return true;
	}

	/**
	 * Reads who is on the other side of an entry into, or an exit to, the guest hypervisor. Its own EL0 and EL1 are no nested VM: a VHE host runs its
	 * user space with HCR_EL2.TGE, one without VHE runs its kernel without a second stage.
	 */
	boolean nested(byte[] text, int from, int to) {
		int at = Ascii.after(text, from, to, HCR);
		if (at < 0) {
			return false;
		}
		long hcr = Ascii.hex(text, at, to);
		nested = Ascii.indexOf(text, from, to, MODE_EL2) < 0 && (hcr >> TGE & 1) == 0 && (hcr & 1) == 1;
		return true;
	}

	Reason reason() {
		return reason;
	}

	/** The instruction pointer of the exit. */
	long pointer() {
		return pc;
	}

	/** What the guest hypervisor sees. */
	Reason seen() {
		return seen;
	}

	/** Puts what the guest hypervisor sees of an access into the exit. */
	void describeNested(ExitRecord exit) {
		syndromes.describe(syndrome, exit);
	}

	/** Whether the other side is a nested VM. */
	boolean isNested() {
		return nested;
	}
}
