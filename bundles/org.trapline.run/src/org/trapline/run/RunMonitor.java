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

	/** How many cells there are in all, a stack, a workload and a point each; told once, before the first. */
	default void planned(long cells) {
		// Nobody asked.
	}

	/**
	 * Some cells are done.
	 *
	 * @param cells how many
	 * @param what  for people: {@code Hypercall: hypercall on Nested}
	 */
	default void done(long cells, String what) {
		// Nobody asked.
	}
}
