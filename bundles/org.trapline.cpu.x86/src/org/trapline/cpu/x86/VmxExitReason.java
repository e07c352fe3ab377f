// SPDX-License-Identifier: EPL-2.0
package org.trapline.cpu.x86;

import org.trapline.sim.isa.ExitCode;

/**
 * Why a guest exits from VMX non-root operation: the basic exit reasons of the Intel SDM, volume 3, appendix C, under the names of
 * Linux. The handlers of exits of a nested VM are those of KVM of Linux 4.18 ({@code nested_vmx_exit_reflected}); "the guest
 * hypervisor" is the one right below the software that exits.
 */
public enum VmxExitReason {
	EXCEPTION_NMI(0, "An exception that the bitmap names, or an NMI. NMIs and machine checks are handled by L0."),
	EXTERNAL_INTERRUPT(1, "A physical interrupt: handled by L0; one for L1 becomes a synthesised exit."),
	TRIPLE_FAULT(2, "The guest shuts down: always reflected to the guest hypervisor."),
	INIT_SIGNAL(3, "An INIT arrives."),
	SIPI_SIGNAL(4, "A start-up IPI arrives."),
	IO_SMI(5, "An SMI right after an I/O instruction."),
	OTHER_SMI(6, "Any other SMI."),
	INTERRUPT_WINDOW(7, "The guest can take an interrupt again: handled by the hypervisor that asked for it."),
	NMI_WINDOW(8, "The guest can take an NMI again: handled by the hypervisor that asked for it."),
	TASK_SWITCH(9, "A task switch: always reflected to the guest hypervisor."),
	CPUID(10, "CPUID: always reflected to the guest hypervisor."),
	GETSEC(11, "GETSEC."),
	HLT(12, "Going idle: for whoever set HLT exiting."),
	INVD(13, "INVD: always reflected to the guest hypervisor."),
	INVLPG(14, "INVLPG: handled by the hypervisor that asked for it."),
	RDPMC(15, "RDPMC: handled by the hypervisor that asked for it."),
	RDTSC(16, "RDTSC: handled by the hypervisor that asked for it."),
	RSM(17, "RSM in system management mode."),
	VMCALL(18, "A hypercall: always reflected to the guest hypervisor."),
	VMCLEAR(19, "A VMX instruction: always reflected to the guest hypervisor."),
	VMLAUNCH(20, "A VMX instruction: always reflected to the guest hypervisor."),
	VMPTRLD(21, "A VMX instruction: always reflected to the guest hypervisor."),
	VMPTRST(22, "A VMX instruction: always reflected to the guest hypervisor."),
	VMREAD(23, "A VMX instruction: always reflected to the guest hypervisor."),
	VMRESUME(24, "A VMX instruction: always reflected to the guest hypervisor."),
	VMWRITE(25, "A VMX instruction: always reflected to the guest hypervisor."),
	VMOFF(26, "A VMX instruction: always reflected to the guest hypervisor."),
	VMON(27, "A VMX instruction: always reflected to the guest hypervisor."),
	CR_ACCESS(28, "A control register: handled according to the masks of the VMCS."),
	DR_ACCESS(29, "A debug register: handled by the hypervisor that asked for it."),
	IO_INSTRUCTION(30, "An I/O port: handled by the hypervisor that asked for it; L0 always does."),
	MSR_READ(31, "RDMSR: handled according to the MSR bitmap."),
	MSR_WRITE(32, "WRMSR: handled according to the MSR bitmap."),
	INVALID_STATE(33, "Entry failed: invalid guest state; always reflected to the guest hypervisor."),
	MSR_LOAD_FAIL(34, "Entry failed: loading MSRs."),
	MWAIT_INSTRUCTION(36, "MWAIT: handled by the hypervisor that asked for it."),
	MONITOR_TRAP_FLAG(37, "Monitor trap flag: the guest has executed one instruction."),
	MONITOR_INSTRUCTION(39, "MONITOR: handled by the hypervisor that asked for it."),
	PAUSE_INSTRUCTION(40, "A loop of PAUSE: handled by the hypervisor that asked for it."),
	MCE_DURING_VMENTRY(41, "A machine check on entry: handled by L0."),
	TPR_BELOW_THRESHOLD(43, "The task priority fell: handled by the hypervisor that asked for it."),
	APIC_ACCESS(44, "The APIC-access page: reflected to the guest hypervisor, whose control it is."),
	EOI_INDUCED(45, "The end of an interrupt in the EOI bitmap: reflected to the guest hypervisor."),
	GDTR_IDTR(46, "A descriptor table: handled by the hypervisor that asked for it."),
	LDTR_TR(47, "A descriptor table: handled by the hypervisor that asked for it."),
	EPT_VIOLATION(48, "An EPT violation: first handled by L0, which walks the guest hypervisor's EPT."),
	EPT_MISCONFIG(49, "An EPT misconfiguration, which marks a device: first handled by L0, which walks the guest hypervisor's EPT."),
	INVEPT(50, "A VMX instruction: always reflected to the guest hypervisor."),
	RDTSCP(51, "RDTSCP: handled by the hypervisor that asked for it."),
	PREEMPTION_TIMER(52, "The preemption timer expires: handled by L0."),
	INVVPID(53, "A VMX instruction: always reflected to the guest hypervisor."),
	WBINVD(54, "WBINVD: handled by the hypervisor that asked for it."),
	XSETBV(55, "XSETBV: always reflected to the guest hypervisor."),
	APIC_WRITE(56, "A write to the virtual APIC page: reflected to the guest hypervisor, whose control it is."),
	RDRAND(57, "RDRAND: handled by the hypervisor that asked for it."),
	INVPCID(58, "INVPCID: handled by the hypervisor that asked for it."),
	VMFUNC(59, "VMFUNC: handled by L0."),
	ENCLS(60, "ENCLS: handled by the hypervisor that asked for it."),
	RDSEED(61, "RDSEED: handled by the hypervisor that asked for it."),
	PML_FULL(62, "The page-modification log is full: handled by L0."),
	XSAVES(63, "XSAVES: handled by the hypervisor that asked for it."),
	XRSTORS(64, "XRSTORS: handled by the hypervisor that asked for it.");

	private final int number;
	private final String description;

	VmxExitReason(int number, String description) {
		this.number = number;
		this.description = description;
	}

	/** The exit code for the language. */
	public ExitCode exitCode() {
		return new ExitCode(number, name(), description);
	}
}
