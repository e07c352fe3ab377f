// SPDX-License-Identifier: EPL-2.0
package org.trapline.cpu.x86;

import org.trapline.sim.isa.ExitCode;

/**
 * Why a guest exits from VMX non-root operation: the basic exit reasons of the Intel SDM, volume 3, appendix C, under the names of
 * Linux. Who handles an exit of a nested VM is what KVM of Linux 4.18 does ({@code nested_vmx_exit_reflected}); "the guest hypervisor" is
 * the one right below the software that exits.
 */
public enum VmxExitReason {
	EXCEPTION_NMI(0, "An exception that the bitmap names, or an NMI. NMIs and machine checks are L0's."),
	EXTERNAL_INTERRUPT(1, "A physical interrupt: L0's; one that proves to be for L1 makes a synthesised exit."),
	TRIPLE_FAULT(2, "The guest shuts down: always the guest hypervisor's."),
	INIT_SIGNAL(3, "An INIT arrives."),
	SIPI_SIGNAL(4, "A start-up IPI arrives."),
	IO_SMI(5, "An SMI right after an I/O instruction."),
	OTHER_SMI(6, "Any other SMI."),
	INTERRUPT_WINDOW(7, "The guest can take an interrupt again: for whoever asked for it."),
	NMI_WINDOW(8, "The guest can take an NMI again: for whoever asked for it."),
	TASK_SWITCH(9, "A task switch: always the guest hypervisor's."),
	CPUID(10, "CPUID: always the guest hypervisor's."),
	GETSEC(11, "GETSEC."),
	HLT(12, "Going idle: for whoever set HLT exiting."),
	INVD(13, "INVD: always the guest hypervisor's."),
	INVLPG(14, "INVLPG: for whoever asked for it."),
	RDPMC(15, "RDPMC: for whoever asked for it."),
	RDTSC(16, "RDTSC: for whoever asked for it."),
	RSM(17, "RSM in system management mode."),
	VMCALL(18, "A hypercall: always the guest hypervisor's."),
	VMCLEAR(19, "A VMX instruction: always the guest hypervisor's."),
	VMLAUNCH(20, "A VMX instruction: always the guest hypervisor's."),
	VMPTRLD(21, "A VMX instruction: always the guest hypervisor's."),
	VMPTRST(22, "A VMX instruction: always the guest hypervisor's."),
	VMREAD(23, "A VMX instruction: always the guest hypervisor's."),
	VMRESUME(24, "A VMX instruction: always the guest hypervisor's."),
	VMWRITE(25, "A VMX instruction: always the guest hypervisor's."),
	VMOFF(26, "A VMX instruction: always the guest hypervisor's."),
	VMON(27, "A VMX instruction: always the guest hypervisor's."),
	CR_ACCESS(28, "A control register: by the masks of the VMCS."),
	DR_ACCESS(29, "A debug register: for whoever asked for it."),
	IO_INSTRUCTION(30, "An I/O port: for whoever asked for it; L0 always does."),
	MSR_READ(31, "RDMSR: by the bitmap."),
	MSR_WRITE(32, "WRMSR: by the bitmap."),
	INVALID_STATE(33, "Entry failed: invalid guest state; always the guest hypervisor's."),
	MSR_LOAD_FAIL(34, "Entry failed: loading MSRs."),
	MWAIT_INSTRUCTION(36, "MWAIT: for whoever asked for it."),
	MONITOR_TRAP_FLAG(37, "One instruction of the guest is done."),
	MONITOR_INSTRUCTION(39, "MONITOR: for whoever asked for it."),
	PAUSE_INSTRUCTION(40, "A loop of PAUSE: for whoever asked for it."),
	MCE_DURING_VMENTRY(41, "A machine check on entry: L0's."),
	TPR_BELOW_THRESHOLD(43, "The task priority fell: for whoever asked for it."),
	APIC_ACCESS(44, "The APIC's page: the guest hypervisor's, whose control it is."),
	EOI_INDUCED(45, "The end of an interrupt that the bitmap names: the guest hypervisor's."),
	GDTR_IDTR(46, "A descriptor table: for whoever asked for it."),
	LDTR_TR(47, "A descriptor table: for whoever asked for it."),
	EPT_VIOLATION(48, "A page that the EPT does not map: L0's first, which walks the guest hypervisor's EPT."),
	EPT_MISCONFIG(49, "An EPT entry that marks a device: L0's first, which walks the guest hypervisor's EPT."),
	INVEPT(50, "A VMX instruction: always the guest hypervisor's."),
	RDTSCP(51, "RDTSCP: for whoever asked for it."),
	PREEMPTION_TIMER(52, "The preemption timer expires: L0's."),
	INVVPID(53, "A VMX instruction: always the guest hypervisor's."),
	WBINVD(54, "WBINVD: for whoever asked for it."),
	XSETBV(55, "XSETBV: always the guest hypervisor's."),
	APIC_WRITE(56, "A write to the virtual APIC page: the guest hypervisor's, whose control it is."),
	RDRAND(57, "RDRAND: for whoever asked for it."),
	INVPCID(58, "INVPCID: for whoever asked for it."),
	VMFUNC(59, "VMFUNC: L0's."),
	ENCLS(60, "ENCLS: for whoever asked for it."),
	RDSEED(61, "RDSEED: for whoever asked for it."),
	PML_FULL(62, "The log of dirty pages is full: L0's."),
	XSAVES(63, "XSAVES: for whoever asked for it."),
	XRSTORS(64, "XRSTORS: for whoever asked for it.");

	private final int number;
	private final String description;

	VmxExitReason(int number, String description) {
		this.number = number;
		this.description = description;
	}

	/** The reason as what it is to the language. */
	public ExitCode exitCode() {
		return new ExitCode(number, name(), description);
	}
}
