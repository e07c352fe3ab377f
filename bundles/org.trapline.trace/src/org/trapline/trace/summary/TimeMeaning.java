// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.summary;

/** What the times of exits in a trace or table are. */
public enum TimeMeaning {

	/** From the exit to the next entry: the host's handling, its user space and what it slept included. */
	HANDLING("from exit to entry: the host's handling, sleep included"),
	/** From the entry to the exit: time in the guest before the exit, which is no cost of the exit. */
	GUEST_BEFORE_EXIT("from entry to exit: time in the guest before the exit, no cost of it"),
	/** There are none. */
	NONE("no times");

	private final String label;

	TimeMeaning(String label) {
		this.label = label;
	}

	/** For people. */
	public String label() {
		return label;
	}
}
