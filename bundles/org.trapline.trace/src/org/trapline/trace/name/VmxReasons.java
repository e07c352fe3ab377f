// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.name;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The basic exit reasons of Intel VT-x with the names that the kernel prints; where it prints a number only, the manual's name in the kernel's style. */
final class VmxReasons {

	private static final String[] NAMES = {
			/*  0 */ "EXCEPTION_NMI", "EXTERNAL_INTERRUPT", "TRIPLE_FAULT", "INIT_SIGNAL", "SIPI_SIGNAL", "IO_SMI", "OTHER_SMI", "INTERRUPT_WINDOW",
			/*  8 */ "NMI_WINDOW", "TASK_SWITCH", "CPUID", "GETSEC", "HLT", "INVD", "INVLPG", "RDPMC",
			/* 16 */ "RDTSC", "RSM", "VMCALL", "VMCLEAR", "VMLAUNCH", "VMPTRLD", "VMPTRST", "VMREAD",
			/* 24 */ "VMRESUME", "VMWRITE", "VMOFF", "VMON", "CR_ACCESS", "DR_ACCESS", "IO_INSTRUCTION", "MSR_READ",
			/* 32 */ "MSR_WRITE", "INVALID_STATE", "MSR_LOAD_FAIL", null, "MWAIT_INSTRUCTION", "MONITOR_TRAP_FLAG", null, "MONITOR_INSTRUCTION",
			/* 40 */ "PAUSE_INSTRUCTION", "MCE_DURING_VMENTRY", null, "TPR_BELOW_THRESHOLD", "APIC_ACCESS", "EOI_INDUCED", "GDTR_IDTR", "LDTR_TR",
			/* 48 */ "EPT_VIOLATION", "EPT_MISCONFIG", "INVEPT", "RDTSCP", "PREEMPTION_TIMER", "INVVPID", "WBINVD", "XSETBV",
			/* 56 */ "APIC_WRITE", "RDRAND", "INVPCID", "VMFUNC", "ENCLS", "RDSEED", "PML_FULL", "XSAVES",
			/* 64 */ "XRSTORS", "PCONFIG", "SPP_EVENT", "UMWAIT", "TPAUSE", "LOADIWKEY", "ENCLV", null,
			/* 72 */ "ENQCMD_PASID", "ENQCMDS_PASID", "BUS_LOCK", "NOTIFY", "SEAMCALL", "TDCALL", "RDMSRLIST", "WRMSRLIST"};

	/** What other kernels and tools call the same. */
	private static final Map<String, String> OTHER_NAMES = Map.of("PENDING_INTERRUPT", "INTERRUPT_WINDOW", "VMXOFF", "VMOFF", "VMXON", "VMON");

	private static final Set<String> KNOWN = Arrays.stream(NAMES).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());

	private VmxReasons() {
	}

	/** The name of a reason's number; null where it has none. */
	static String name(long number) {
		return number >= 0 && number < NAMES.length ? NAMES[(int) number] : null;
	}

	/** The kernel's name for what is called so; null where it is none of these reasons. */
	static String name(String spelling) {
		String name = OTHER_NAMES.getOrDefault(spelling, spelling);
		return KNOWN.contains(name) ? name : null;
	}
}
