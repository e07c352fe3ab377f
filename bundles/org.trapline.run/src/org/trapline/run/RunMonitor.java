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

	/** Something in the study is doubtful: it runs, and likely does not do what was meant. Told before all else. */
	default void warned(Diagnostic warning) {
		// Nobody asked.
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
