// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.level;

/** What more an exit reason says: whether it is an access, and how the trace tells which one. */
public enum ReasonKind {
	/** Nothing. */
	PLAIN,
	/** The physical machine or a timer interrupted the guest. */
	INTERRUPT,
	/** An access to an MSR; on SVM the first information word says which way. */
	MSR,
	/** An access to a control register, told by the exit qualification of VMX. */
	CR,
	/** An access to a debug register, told by the exit qualification of VMX. */
	DR,
	/** An access to a port. */
	PORT,
	/** A fault of the second stage. */
	FAULT,
	/** A guest hypervisor enters its guest. */
	ENTER,
	/** An access to a system register of Arm. */
	SYSREG
}
