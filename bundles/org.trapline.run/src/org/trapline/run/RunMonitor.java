// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

/** Receives the progress of a run, and may stop it. Called by the threads of the run. */
public interface RunMonitor {

	/** Ignores progress, and never stops. */
	RunMonitor NONE = new RunMonitor() {
	};

	/** Whether to stop; asked before each point. */
	default boolean isCancelled() {
		return false;
	}

	/** A warning: the study runs, but probably does not do what was intended. Called before all other methods. */
	default void warned(Diagnostic warning) {
		// Ignored by default.
	}

	/** The number of cells; each is a stack, a workload and a point. Called once, before the first cell. */
	default void planned(long cells) {
		// Ignored by default.
	}

	/**
	 * Some cells are done.
	 *
	 * @param cells their number
	 * @param what  for output: {@code Hypercall: hypercall on Nested}
	 */
	default void done(long cells, String what) {
		// Ignored by default.
	}
}
