// SPDX-License-Identifier: EPL-2.0
package org.trapline.cpu.arm;

import org.trapline.sim.ExitCode;

/**
 * Why a guest exits to EL2 by an exception: the field EC of ESR_EL2, under the names of Linux (arch/arm64/include/asm/esr.h). An
 * interrupt has no class.
 */
public enum ExceptionClass {
	/** An instruction or register that is unknown here. */
	UNKNOWN(0x00, "An instruction or register that is unknown here."),
	/** WFI or WFE; HCR_EL2.TWI, TWE. */
	WFX(0x01, "WFI or WFE; HCR_EL2.TWI, TWE."),
	/** MCR or MRC to coprocessor 15, from AArch32. */
	CP15_32(0x03, "MCR or MRC to coprocessor 15, from AArch32."),
	/** MCRR or MRRC to coprocessor 15, from AArch32. */
	CP15_64(0x04, "MCRR or MRRC to coprocessor 15, from AArch32."),
	/** MCR or MRC to coprocessor 14, from AArch32. */
	CP14_MR(0x05, "MCR or MRC to coprocessor 14, from AArch32."),
	/** LDC or STC to coprocessor 14, from AArch32. */
	CP14_LS(0x06, "LDC or STC to coprocessor 14, from AArch32."),
	/** Floating-point or SIMD; CPTR_EL2.TFP. */
	FP_ASIMD(0x07, "Floating-point or SIMD; CPTR_EL2.TFP."),
	/** VMRS from AArch32. */
	CP10_ID(0x08, "VMRS from AArch32."),
	/** Pointer authentication; HCR_EL2.API, APK. */
	PAC(0x09, "Pointer authentication; HCR_EL2.API, APK."),
	/** MRRC to coprocessor 14, from AArch32. */
	CP14_64(0x0C, "MRRC to coprocessor 14, from AArch32."),
	/** Branch target identification. */
	BTI(0x0D, "Branch target identification."),
	/** Illegal execution state. */
	ILL(0x0E, "Illegal execution state."),
	/** SVC from AArch32. */
	SVC32(0x11, "SVC from AArch32."),
	/** HVC from AArch32: a hypercall. */
	HVC32(0x12, "HVC from AArch32: a hypercall."),
	/** SMC from AArch32. */
	SMC32(0x13, "SMC from AArch32."),
	/** SVC from AArch64. */
	SVC64(0x15, "SVC from AArch64."),
	/** HVC from AArch64: a hypercall. */
	HVC64(0x16, "HVC from AArch64: a hypercall."),
	/** SMC from AArch64; HCR_EL2.TSC. */
	SMC64(0x17, "SMC from AArch64; HCR_EL2.TSC."),
	/** MSR, MRS or a system instruction, as TLBI and AT: what FEAT_NV traps. */
	SYS64(0x18, "MSR, MRS or a system instruction, as TLBI and AT: what FEAT_NV traps."),
	/** Scalable vectors; CPTR_EL2.TZ. */
	SVE(0x19, "Scalable vectors; CPTR_EL2.TZ."),
	/** ERET of a guest hypervisor; HCR_EL2.NV. */
	ERET(0x1A, "ERET of a guest hypervisor; HCR_EL2.NV."),
	/** A pointer that does not authenticate. */
	FPAC(0x1C, "A pointer that does not authenticate."),
	/** Scalable matrices. */
	SME(0x1D, "Scalable matrices."),
	/** Implementation defined. */
	IMP_DEF(0x1F, "Implementation defined."),
	/** Instruction abort from a lower level: stage 2 does not map the page. */
	IABT_LOW(0x20, "Instruction abort from a lower level: stage 2 does not map the page."),
	/** Instruction abort in EL2. */
	IABT_CUR(0x21, "Instruction abort in EL2."),
	/** Misaligned program counter. */
	PC_ALIGN(0x22, "Misaligned program counter."),
	/** Data abort from a lower level: a device, or a page that stage 2 does not map. */
	DABT_LOW(0x24, "Data abort from a lower level: a device, or a page that stage 2 does not map."),
	/** Data abort in EL2. */
	DABT_CUR(0x25, "Data abort in EL2."),
	/** Misaligned stack pointer. */
	SP_ALIGN(0x26, "Misaligned stack pointer."),
	/** Memory copy and set. */
	MOPS(0x27, "Memory copy and set."),
	/** Floating-point exception, from AArch32. */
	FP_EXC32(0x28, "Floating-point exception, from AArch32."),
	/** Floating-point exception, from AArch64. */
	FP_EXC64(0x2C, "Floating-point exception, from AArch64."),
	/** Asynchronous error. */
	SERROR(0x2F, "Asynchronous error."),
	/** Breakpoint, from a lower level. */
	BREAKPT_LOW(0x30, "Breakpoint, from a lower level."),
	/** Breakpoint in EL2. */
	BREAKPT_CUR(0x31, "Breakpoint in EL2."),
	/** Software step, from a lower level. */
	SOFTSTP_LOW(0x32, "Software step, from a lower level."),
	/** Software step in EL2. */
	SOFTSTP_CUR(0x33, "Software step in EL2."),
	/** Watchpoint, from a lower level. */
	WATCHPT_LOW(0x34, "Watchpoint, from a lower level."),
	/** Watchpoint in EL2. */
	WATCHPT_CUR(0x35, "Watchpoint in EL2."),
	/** BKPT from AArch32. */
	BKPT32(0x38, "BKPT from AArch32."),
	/** Vector catch, from AArch32. */
	VECTOR32(0x3A, "Vector catch, from AArch32."),
	/** BRK from AArch64. */
	BRK64(0x3C, "BRK from AArch64.");

	private final int number;
	private final String description;

	ExceptionClass(int number, String description) {
		this.number = number;
		this.description = description;
	}

	/** The class as what it is to the language. */
	public ExitCode exitCode() {
		return new ExitCode(number, name(), description);
	}
}
