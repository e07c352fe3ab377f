// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.read;

/** How the clocks of a trace's CPUs go. A trace does not say it: who recorded it knows. */
public enum Clock {
	/** Each CPU's on its own, as the kernel's default: times on two CPUs are not compared. */
	LOCAL,
	/** One for all CPUs: the trace clocks {@code mono}, {@code boot}, {@code global} and {@code x86-tsc}. */
	GLOBAL
}
