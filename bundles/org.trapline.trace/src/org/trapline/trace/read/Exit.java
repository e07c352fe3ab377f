// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.read;

import org.trapline.trace.summary.ExitKey;

/**
 * One exit of a vCPU to the host. The object is used again for the next exit: keep what is needed, not the object. Its {@link #key()} is
 * immutable, and the same object for all exits of a kind.
 */
public interface Exit {

	/** Level, handler, reason, register and direction. */
	ExitKey key();

	/** The line of the exit, from 1. */
	long line();

	/** When it occurred, in nanoseconds on the trace's clock; 0 in a trace without times. */
	long time();

	/** Nanoseconds from the exit to the entry; -1 where the trace does not tell. */
	long hostTime();

	/** Nanoseconds from the entry before to this exit; -1 where the trace does not tell, or the entry was one that exits at once. */
	long guestTime();

	/** The thread of the vCPU in the host's kernel; -1 where the trace does not tell. */
	int thread();

	/** The number of the vCPU; -1 where the trace does not tell. */
	int vcpu();

	/** The physical CPU. */
	int cpu();

	/** The instruction pointer of the guest; 0 where the trace does not tell. */
	long instructionPointer();

	/** Whether the user-space VMM completed it. */
	boolean userSpace();

	/** Whether an interrupt reached the guest at the entry after it. */
	boolean interruptsGuest();

	/** Whether the host entered a nested VM after it. */
	boolean entersNested();

	/**
	 * The reason that the guest hypervisor sees, where the host made it leave a nested VM on this occasion; it differs from this exit's own where the
	 * host handled that and found an interrupt for the guest hypervisor. Empty otherwise.
	 */
	String injected();

	/** Whether hardware refused the entry before. */
	boolean failedEntry();
}
