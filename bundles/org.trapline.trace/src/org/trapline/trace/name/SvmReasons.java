// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.name;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The exit codes of AMD-V with the names that the kernel prints, and the names that libtraceevent's plug-in prints for them. */
final class SvmReasons {

	private static final int EXCEPTIONS = 0x40;
	private static final int AFTER_EXCEPTIONS = 0x60;
	private static final int TRAPS = 0x90;
	private static final String EXCEPTION = " excp";
	private static final String[] VECTORS = {"DE", "DB", "NMI", "BP", "OF", "BR", "UD", "NM", "DF", "CSO", "TS", "NP", "SS", "GP", "PF", null, "MF", "AC",
			"MC", "XM", null, "CP"};
	private static final String[] FROM_60 = {
			/* 60 */ "interrupt", "nmi", "smi", "init", "vintr", "cr0_sel_write", "read_idtr", "read_gdtr",
			/* 68 */ "read_ldtr", "read_rt", "write_idtr", "write_gdtr", "write_ldtr", "write_rt", "rdtsc", "rdpmc",
			/* 70 */ "pushf", "popf", "cpuid", "rsm", "iret", "swint", "invd", "pause",
			/* 78 */ "hlt", "invlpg", "invlpga", "io", "msr", "task_switch", "ferr_freeze", "shutdown",
			/* 80 */ "vmrun", "hypercall", "vmload", "vmsave", "stgi", "clgi", "skinit", "rdtscp",
			/* 88 */ "icebp", "wbinvd", "monitor", "mwait", "mwait_cond", "xsetbv", "rdpru", "write_efer_trap"};
	private static final Map<Long, String> OTHERS = Map.of(0xa2L, "invpcid", 0x400L, "npf", 0x401L, "avic_incomplete_ipi", 0x402L,
			"avic_unaccelerated_access", 0x403L, "vmgexit", -1L, "invalid_guest_state", 0xffffffffL, "invalid_guest_state");

	/** The plug-in's names, in lower case, that are not the kernel's. */
	private static final Map<String, String> OTHER_NAMES = Map.ofEntries(Map.entry("intr", "interrupt"), Map.entry("vmmcall", "hypercall"),
			Map.entry("ioio", "io"), Map.entry("err", "invalid_guest_state"), Map.entry("excp_base", "DE excp"), Map.entry("idtr_read", "read_idtr"),
			Map.entry("idtr_write", "write_idtr"), Map.entry("gdtr_read", "read_gdtr"), Map.entry("gdtr_write", "write_gdtr"),
			Map.entry("ldtr_read", "read_ldtr"), Map.entry("ldtr_write", "write_ldtr"),
			// The kernel misspells the task register.
			Map.entry("tr_read", "read_rt"), Map.entry("tr_write", "write_rt"));

	private static final Set<String> KNOWN = Stream.concat(LongStream.rangeClosed(0, TRAPS + 0xf).mapToObj(SvmReasons::name).filter(Objects::nonNull),
			OTHERS.values().stream()).collect(Collectors.toUnmodifiableSet());

	private SvmReasons() {
	}

	/** The name of an exit code; null where it has none. */
	static String name(long number) {
		if (number >= 0 && number < EXCEPTIONS) {
			String[] groups = {"read_cr", "write_cr", "read_dr", "write_dr"};
			return groups[(int) number >> 4] + (number & 0xf);
		}
		if (number >= EXCEPTIONS && number < AFTER_EXCEPTIONS) {
			int vector = (int) number - EXCEPTIONS;
			return vector < VECTORS.length && VECTORS[vector] != null ? VECTORS[vector] + EXCEPTION : null;
		}
		if (number >= AFTER_EXCEPTIONS && number < TRAPS) {
			return FROM_60[(int) number - AFTER_EXCEPTIONS];
		}
		if (number >= TRAPS && number <= TRAPS + 0xf) {
			return "write_cr" + (number & 0xf) + "_trap";
		}
		return OTHERS.get(number);
	}

	/** The kernel's name for what is called so; null where it is none of these reasons. */
	static String name(String spelling) {
		if (KNOWN.contains(spelling)) {
			return spelling;
		}
		String lower = spelling.toLowerCase(Locale.ROOT);
		String name = OTHER_NAMES.getOrDefault(lower, lower);
		return KNOWN.contains(name) || name.startsWith("vmgexit_") ? name : null;
	}
}
