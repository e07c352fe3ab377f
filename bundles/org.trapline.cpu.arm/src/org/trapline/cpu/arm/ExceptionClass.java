// SPDX-License-Identifier: EPL-2.0
package org.trapline.cpu.arm;

import org.trapline.sim.isa.ExitCode;

/**
 * Exception classes of exits to EL2: the field EC of ESR_EL2, under the names of Linux (arch/arm64/include/asm/esr.h). An
 * interrupt has no class.
 */
public enum ExceptionClass {
	UNKNOWN(0x00, "Unknown reason: an undefined instruction or register."),
	WFX(0x01, "WFx", "WFI or WFE; HCR_EL2.TWI, TWE."),
	CP15_32(0x03, "MCR or MRC to coprocessor 15, from AArch32."),
	CP15_64(0x04, "MCRR or MRRC to coprocessor 15, from AArch32."),
	CP14_MR(0x05, "MCR or MRC to coprocessor 14, from AArch32."),
	CP14_LS(0x06, "LDC or STC to coprocessor 14, from AArch32."),
	FP_ASIMD(0x07, "Floating-point or SIMD; CPTR_EL2.TFP."),
	CP10_ID(0x08, "VMRS from AArch32."),
	PAC(0x09, "Pointer authentication; HCR_EL2.API, APK."),
	CP14_64(0x0C, "MRRC to coprocessor 14, from AArch32."),
	BTI(0x0D, "Branch target identification."),
	ILL(0x0E, "Illegal execution state."),
	SVC32(0x11, "SVC from AArch32."),
	HVC32(0x12, "HVC from AArch32: a hypercall."),
	SMC32(0x13, "SMC from AArch32."),
	SVC64(0x15, "SVC from AArch64."),
	HVC64(0x16, "HVC from AArch64: a hypercall."),
	SMC64(0x17, "SMC from AArch64; HCR_EL2.TSC."),
	SYS64(0x18, "MSR, MRS or a system instruction, as TLBI and AT: what FEAT_NV traps."),
	SVE(0x19, "Scalable vectors; CPTR_EL2.TZ."),
	ERET(0x1A, "ERET of a guest hypervisor; HCR_EL2.NV."),
	FPAC(0x1C, "A pointer that does not authenticate."),
	SME(0x1D, "Scalable matrices."),
	IMP_DEF(0x1F, "Implementation defined."),
	IABT_LOW(0x20, "Instruction abort from a lower level: stage 2 does not map the page."),
	IABT_CUR(0x21, "Instruction abort in EL2."),
	PC_ALIGN(0x22, "Misaligned program counter."),
	DABT_LOW(0x24, "Data abort from a lower level: MMIO, or a page that stage 2 does not map."),
	DABT_CUR(0x25, "Data abort in EL2."),
	SP_ALIGN(0x26, "Misaligned stack pointer."),
	MOPS(0x27, "Memory copy and set."),
	FP_EXC32(0x28, "Floating-point exception, from AArch32."),
	FP_EXC64(0x2C, "Floating-point exception, from AArch64."),
	SERROR(0x2F, "Asynchronous error."),
	BREAKPT_LOW(0x30, "Breakpoint, from a lower level."),
	BREAKPT_CUR(0x31, "Breakpoint in EL2."),
	SOFTSTP_LOW(0x32, "Software step, from a lower level."),
	SOFTSTP_CUR(0x33, "Software step in EL2."),
	WATCHPT_LOW(0x34, "Watchpoint, from a lower level."),
	WATCHPT_CUR(0x35, "Watchpoint in EL2."),
	BKPT32(0x38, "BKPT from AArch32."),
	VECTOR32(0x3A, "Vector catch, from AArch32."),
	BRK64(0x3C, "BRK from AArch64.");

	private final int number;
	private final String kernelName;
	private final String description;

	ExceptionClass(int number, String description) {
		this.number = number;
		this.kernelName = name();
		this.description = description;
	}

	ExceptionClass(int number, String kernelName, String description) {
		this.number = number;
		this.kernelName = kernelName;
		this.description = description;
	}

	/** The exit code for the language. */
	public ExitCode exitCode() {
		return new ExitCode(number, kernelName, description);
	}
}
