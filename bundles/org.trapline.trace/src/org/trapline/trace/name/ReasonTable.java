// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.name;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.trapline.trace.level.Reason;
import org.trapline.trace.level.ReasonKind;
import org.trapline.trace.summary.Direction;
import org.trapline.trace.summary.Isa;
import org.trapline.trace.text.Ascii;
import org.trapline.trace.text.Names;

/**
 * Exit reasons as a trace spells them, in the kernel's spelling. Kernel, perf's plug-ins and bcc spell one reason in three ways, and print a number where
 * they know no name. A spelling that was seen before is found without garbage.
 */
public final class ReasonTable {

	/** How many different reasons there can be; more are called "other". */
	private static final int MAX_REASONS = 1000;
	private static final String PLUGIN = "EXIT_";
	private static final String BCC = "EXIT_REASON_";
	private static final String UNKNOWN = "UNKNOWN (";

	private static final Set<String> INTERRUPTS = Set.of("EXTERNAL_INTERRUPT", "NMI_WINDOW", "PREEMPTION_TIMER", "IO_SMI", "OTHER_SMI", "interrupt", "nmi",
			"smi", ArmReasons.IRQ);
	private static final Map<String, ReasonKind> KINDS = Map.ofEntries(Map.entry("MSR_READ", ReasonKind.MSR), Map.entry("MSR_WRITE", ReasonKind.MSR),
			Map.entry("msr", ReasonKind.MSR), Map.entry("CR_ACCESS", ReasonKind.CR), Map.entry("DR_ACCESS", ReasonKind.DR),
			Map.entry("IO_INSTRUCTION", ReasonKind.PORT), Map.entry("io", ReasonKind.PORT), Map.entry("EPT_VIOLATION", ReasonKind.FAULT),
			Map.entry("npf", ReasonKind.FAULT), Map.entry("DABT_LOW", ReasonKind.FAULT), Map.entry("VMLAUNCH", ReasonKind.ENTER),
			Map.entry("VMRESUME", ReasonKind.ENTER), Map.entry("vmrun", ReasonKind.ENTER), Map.entry("SYS64", ReasonKind.SYSREG),
			Map.entry("CP15_32", ReasonKind.SYSREG), Map.entry("CP15_64", ReasonKind.SYSREG), Map.entry("CP14_MR", ReasonKind.SYSREG),
			Map.entry("CP14_64", ReasonKind.SYSREG));

	private final Names spellings = new Names(MAX_REASONS);
	/** By the number of a spelling. */
	private Reason[] bySpelling = new Reason[64];
	private final Map<String, Reason> byName = new HashMap<>();
	/** By exception class. */
	private final Reason[] classes = new Reason[0x40];
	private Isa isa = Isa.UNKNOWN;
	private boolean mixed;

	/** The architecture, as soon as a reason tells it. */
	public Isa isa() {
		return isa;
	}

	/** Whether reasons of two architectures occurred. */
	public boolean mixed() {
		return mixed;
	}

	/**
	 * A reason of x86.
	 *
	 * @param text that a part of is the name as it is printed, or a number in hexadecimal, or {@code UNKNOWN (77)}
	 */
	public Reason x86(byte[] text, int from, int to) {
		int spelling = spellings.number(text, from, to);
		if (spelling < bySpelling.length && bySpelling[spelling] != null) {
			return bySpelling[spelling];
		}
		Reason reason = x86(Ascii.string(text, from, to));
		if (reason.known() && spelling != Names.OTHER) {
			// A number is named by the architecture, which a later line may tell.
			remember(spelling, reason);
		}
		return reason;
	}

	private void remember(int spelling, Reason reason) {
		if (spelling >= bySpelling.length) {
			bySpelling = Arrays.copyOf(bySpelling, Math.max(spelling + 1, bySpelling.length * 2));
		}
		bySpelling[spelling] = reason;
	}

	/** A reason of x86, as it is printed. */
	public Reason x86(String spelling) {
		Long number = number(spelling);
		if (number != null) {
			String name = isa == Isa.X86_SVM ? SvmReasons.name(number) : isa == Isa.X86_VMX ? VmxReasons.name(number) : null;
			return reason(name == null ? "0x" + Long.toHexString(number) : name, isa, name != null);
		}
		String vmx = VmxReasons.name(spelling.startsWith(BCC) ? spelling.substring(BCC.length()) : spelling);
		if (vmx != null) {
			return reason(vmx, Isa.X86_VMX, true);
		}
		String svm = SvmReasons.name(spelling.startsWith(PLUGIN) ? spelling.substring(PLUGIN.length()) : spelling);
		if (svm != null) {
			return reason(svm, Isa.X86_SVM, true);
		}
		return reason(spelling, isa, false);
	}

	private static Long number(String spelling) {
		try {
			if (spelling.startsWith(UNKNOWN)) {
				return Long.parseLong(spelling, UNKNOWN.length(), spelling.indexOf(')'), 10);
			}
			return spelling.startsWith("0x") ? Long.parseUnsignedLong(spelling, 2, spelling.length(), 16) : null;
		} catch (NumberFormatException | IndexOutOfBoundsException e) {
			return null;
		}
	}

	/** A trap of Arm by its exception class. */
	public Reason arm(int exceptionClass) {
		int number = exceptionClass & classes.length - 1;
		if (classes[number] == null) {
			String name = ArmReasons.name(number);
			classes[number] = reason(name == null ? "0x" + Integer.toHexString(number) : name, Isa.ARM64, name != null);
		}
		return classes[number];
	}

	/** An exit of Arm that is no trap: {@code IRQ}. */
	public Reason arm(byte[] text, int from, int to) {
		int spelling = spellings.number(text, from, to);
		if (spelling < bySpelling.length && bySpelling[spelling] != null) {
			return bySpelling[spelling];
		}
		String name = Ascii.string(text, from, to);
		Reason reason = reason(name, Isa.ARM64, ArmReasons.isName(name));
		if (spelling != Names.OTHER) {
			remember(spelling, reason);
		}
		return reason;
	}

	/** A reason by its name, of a table that may be of any architecture. */
	public Reason any(String name) {
		Reason reason = x86(name);
		return !reason.known() && ArmReasons.isName(name) ? reason(name, Isa.ARM64, true) : reason;
	}

	private Reason reason(String spelled, Isa newIsa, boolean known) {
		if (known) {
			mixed |= isa != Isa.UNKNOWN && isa != newIsa;
			isa = newIsa;
		}
		Reason reason = byName.get(spelled);
		if (reason != null && reason.isa() == newIsa) {
			return reason;
		}
		String name = reason == null && byName.size() >= MAX_REASONS ? "other" : spelled;
		Access access = Access.of(name, newIsa);
		Reason made = new Reason(reason == null ? byName.size() + 1 : reason.number(), name, newIsa, kind(name), access.register, access.direction, known);
		byName.put(name, made);
		return made;
	}

	private static ReasonKind kind(String name) {
		return INTERRUPTS.contains(name) ? ReasonKind.INTERRUPT : KINDS.getOrDefault(name, ReasonKind.PLAIN);
	}

	/** What a name itself says. */
	private record Access(String register, Direction direction) {

		private static final Access NONE = new Access("", Direction.NONE);
		private static final List<String> REGISTERS = List.of("cr", "dr");

		static Access of(String name, Isa isa) {
			if (isa == Isa.X86_VMX) {
				return switch (name) {
				case "MSR_READ" -> new Access("", Direction.READ);
				case "MSR_WRITE" -> new Access("", Direction.WRITE);
				default -> NONE;
				};
			}
			if (isa != Isa.X86_SVM) {
				return NONE;
			}
			if (name.equals("cr0_sel_write")) {
				return new Access("CR0", Direction.WRITE);
			}
			String[] parts = name.split("_");
			boolean read = parts[0].equals("read");
			if (parts.length < 2 || !read && !parts[0].equals("write") || !REGISTERS.contains(parts[1].substring(0, Math.min(2, parts[1].length())))) {
				return NONE;
			}
			return new Access(parts[1].toUpperCase(Locale.ROOT), read ? Direction.READ : Direction.WRITE);
		}
	}
}
