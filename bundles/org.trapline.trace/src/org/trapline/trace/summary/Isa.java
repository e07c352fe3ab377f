// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.summary;

/** The architecture, with its virtualization extension, whose exits a trace has. */
public enum Isa {

	/** Intel VT-x. Reasons have the kernel's upper-case names, as {@code EPT_VIOLATION}. */
	X86_VMX("x86 VMX"),
	/** AMD-V. Reasons have the kernel's lower-case names, as {@code npf}. */
	X86_SVM("x86 SVM"),
	/** 64-bit Arm. Reasons are exception classes, as {@code HVC64}, or {@code IRQ}. */
	ARM64("Arm"),
	/** What the file has does not tell. */
	UNKNOWN("unknown");

	private final String label;

	Isa(String label) {
		this.label = label;
	}

	/** For people. */
	public String label() {
		return label;
	}
}
