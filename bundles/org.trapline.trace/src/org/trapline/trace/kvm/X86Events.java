// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.kvm;

import static org.trapline.trace.text.Ascii.bytes;
import static org.trapline.trace.text.Ascii.skipBlanks;
import static org.trapline.trace.text.Ascii.skipToken;
import static org.trapline.trace.text.Ascii.startsWith;

import java.util.Arrays;

import org.trapline.trace.level.ExitRecord;
import org.trapline.trace.level.Reason;
import org.trapline.trace.level.ReasonKind;
import org.trapline.trace.name.ReasonTable;
import org.trapline.trace.summary.Direction;
import org.trapline.trace.summary.Isa;
import org.trapline.trace.text.Ascii;
import org.trapline.trace.text.Names;

/** What the events of KVM on x86 say, in the formats of all its generations. Used again for each line. */
final class X86Events {

	private static final byte[] VCPU = bytes("vcpu ");
	private static final byte[] REASON = bytes("reason ");
	private static final byte[] REASON_COLON = bytes("reason: ");
	private static final byte[] FAILED = bytes("FAILED_VMENTRY");
	private static final byte[] EXCEPTION = bytes("excp");
	private static final byte[] UNKNOWN = bytes("UNKNOWN");
	private static final byte[] RIP = bytes("rip ");
	private static final byte[] INFO = bytes("info ");
	private static final byte[] INFO1 = bytes("info1 ");
	private static final byte[] IMMEDIATE = bytes("[immediate exit]");
	private static final byte[] MSR_READ = bytes("msr_read ");
	private static final byte[] MSR_WRITE = bytes("msr_write ");
	private static final byte[] CR_READ = bytes("cr_read ");
	private static final byte[] CR_WRITE = bytes("cr_write ");

	private final ReasonTable reasons;
	private final Names registers;
	/** By the number of an MSR as it is printed: its register's number. */
	private final Names msrs;
	private int[] msrRegisters = new int[64];
	private final int[] controls = new int[16];
	private final int[] debugs = new int[16];

	private int vcpu;
	private Reason reason;
	private boolean failed;
	private long rip;
	private boolean hasInfo;
	private long info;
	private boolean immediate;

	X86Events(ReasonTable reasons, Names registers, int maxRegisters) {
		this.reasons = reasons;
		this.registers = registers;
		this.msrs = new Names(maxRegisters);
	}

	/** Reads {@code vcpu 0, rip 0x…[immediate exit]}. */
	boolean entry(byte[] text, int from, int to) {
		if (!startsWith(text, from, to, VCPU)) {
			return false;
		}
		int digits = from + VCPU.length;
		int at = Ascii.skipDigits(text, digits, to);
		vcpu = (int) Ascii.decimal(text, digits, at);
		immediate = to - at >= IMMEDIATE.length && startsWith(text, to - IMMEDIATE.length, to, IMMEDIATE);
		return at > digits;
	}

	/** Reads {@code vcpu 0 reason NAME rip 0x… info1 0x… …}, and older formats. */
	boolean exit(byte[] text, int from, int to) {
		int at = from;
		vcpu = -1;
		if (startsWith(text, at, to, VCPU)) {
			at += VCPU.length;
			vcpu = (int) Ascii.decimal(text, at, to);
			at = skipBlanks(text, skipToken(text, at, to), to);
		}
		if (!startsWith(text, at, to, REASON)) {
			return false;
		}
		at = reason(text, at + REASON.length, to);
		if (at < 0) {
			return false;
		}
		rip = 0;
		hasInfo = false;
		if (startsWith(text, at, to, RIP)) {
			at += RIP.length;
			rip = Ascii.hex(text, at, to);
			at = skipBlanks(text, skipToken(text, at, to), to);
		}
		int words = startsWith(text, at, to, INFO1) ? INFO1.length : startsWith(text, at, to, INFO) ? INFO.length : 0;
		if (words > 0) {
			info = Ascii.hex(text, at + words, to);
			hasInfo = true;
		}
		return true;
	}

	/** Reads {@code reason: NAME …}: what the guest hypervisor sees; null where it cannot be read. */
	Reason injected(byte[] text, int from, int to) {
		int at = Ascii.after(text, from, to, REASON_COLON);
		if (at < 0) {
			at = Ascii.after(text, from, to, REASON);
		}
		return at < 0 || reason(text, at, to) < 0 ? null : reason;
	}

	/** Names hold a blank where they are "PF excp" or "UNKNOWN (77)". */
	private int reason(byte[] text, int from, int to) {
		int end = skipToken(text, from, to);
		if (end == from) {
			return -1;
		}
		int next = skipBlanks(text, end, to);
		if (startsWith(text, next, to, EXCEPTION) || next < to && text[next] == '(' && startsWith(text, from, end, UNKNOWN)) {
			end = skipToken(text, next, to);
			next = skipBlanks(text, end, to);
		}
		reason = reasons.x86(text, from, end);
		failed = startsWith(text, next, to, FAILED);
		return failed ? skipBlanks(text, next + FAILED.length, to) : next;
	}

	/** Puts what the exit's own line says of an access into it. */
	void describe(ExitRecord exit) {
		exit.at(rip, failed);
		if (!hasInfo || exit.direction() != Direction.NONE) {
			return;
		}
		boolean vmx = reason.isa() == Isa.X86_VMX;
		switch (reason.kind()) {
		case MSR -> exit.access(info == 1 ? Direction.WRITE : Direction.READ);
		case CR -> {
			// Exit qualification: bits 3:0 the register, 5:4 how; of the four ways only "from" reads.
			exit.access(control((int) info & 0xf));
			exit.access((info >> 4 & 3) == 1 ? Direction.READ : Direction.WRITE);
		}
		case DR -> {
			exit.access(number(debugs, "DR", (int) info & 7));
			exit.access((info >> 4 & 1) == 1 ? Direction.READ : Direction.WRITE);
		}
		case PORT -> exit.access((info >> (vmx ? 3 : 0) & 1) == 1 ? Direction.READ : Direction.WRITE);
		// Exit qualification and page-fault error code both have "write" in bit 1.
		case FAULT -> exit.access((info >> 1 & 1) == 1 ? Direction.WRITE : Direction.READ);
		default -> {
			// no access, or nothing tells which
		}
		}
	}

	/** Reads {@code msr_read 1d9 = 0x0} of an exit. */
	boolean msr(byte[] text, int from, int to, ExitRecord exit) {
		boolean write = startsWith(text, from, to, MSR_WRITE);
		if (!write && !startsWith(text, from, to, MSR_READ)) {
			return false;
		}
		if (exit != null && exit.reason().kind() == ReasonKind.MSR && exit.register() == 0) {
			int at = from + (write ? MSR_WRITE.length : MSR_READ.length);
			exit.access(msr(msrs.number(text, at, skipToken(text, at, to))));
			exit.access(write ? Direction.WRITE : Direction.READ);
		}
		return true;
	}

	private int msr(int number) {
		if (number >= msrRegisters.length) {
			msrRegisters = Arrays.copyOf(msrRegisters, Math.max(number + 1, msrRegisters.length * 2));
		}
		if (msrRegisters[number] == 0) {
			msrRegisters[number] = registers.number(number == Names.OTHER ? "other" : "0x" + msrs.name(number));
		}
		return msrRegisters[number];
	}

	/** Reads {@code cr_write 4 = 0x…} of an exit. */
	boolean cr(byte[] text, int from, int to, ExitRecord exit) {
		boolean write = startsWith(text, from, to, CR_WRITE);
		if (!write && !startsWith(text, from, to, CR_READ)) {
			return false;
		}
		if (exit != null && exit.reason().kind() == ReasonKind.CR && exit.register() == 0) {
			exit.access(control((int) Ascii.hex(text, from + (write ? CR_WRITE.length : CR_READ.length), to) & 0xf));
			exit.access(write ? Direction.WRITE : Direction.READ);
		}
		return true;
	}

	private int control(int number) {
		return number(controls, "CR", number);
	}

	private int number(int[] known, String prefix, int number) {
		if (known[number] == 0) {
			known[number] = registers.number(prefix + number);
		}
		return known[number];
	}

	/** The vCPU's number; -1 where the event does not say it. */
	int vcpu() {
		return vcpu;
	}

	Reason reason() {
		return reason;
	}

	/** Whether an entry exits at once. */
	boolean immediate() {
		return immediate;
	}
}
