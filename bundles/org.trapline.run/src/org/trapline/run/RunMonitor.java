// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

/** Is told how far a run is, and may stop it. Called by the threads that run. */
public interface RunMonitor {

	/** Takes no notice, and stops nothing. */
	RunMonitor NONE = new RunMonitor() {
	};

	/** Whether to stop; asked before each point. */
	default boolean isCancelled() {
		return false;
	}

	/** How many points there are in all; told once, before the first. */
	default void planned(int points) {
		// Nobody asked.
	}

	/**
	 * A point is done.
	 *
	 * @param point for people: {@code Hypercall: hypercall on Nested}
	 */
	default void done(String point) {
		// Nobody asked.
	}
}
