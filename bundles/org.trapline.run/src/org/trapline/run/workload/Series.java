// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.workload;

import org.trapline.run.RunMonitor;

/** One workload on one stack, measured at the points of an experiment. Thread-safe. */
public interface Series {

	/**
	 * What the workload comes to at a point.
	 *
	 * @param wanted what is asked for: expensive metrics are computed on request only
	 * @throws org.trapline.sim.SimulationException when it cannot be simulated
	 * @throws ArithmeticException                  when a count exceeds 2^63 - 1
	 */
	Measured at(int point, Wanted wanted, RunMonitor monitor);

	/**
	 * Finds out whether {@link #at} is possible at a point, and does no more than that takes.
	 *
	 * @throws org.trapline.sim.SimulationException when it cannot be simulated
	 * @throws ArithmeticException                  when a count exceeds 2^63 - 1
	 */
	void tryOut(int point);

	/** How many points make a piece of work for a thread. */
	int piece();
}
