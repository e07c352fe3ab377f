// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.workload;

import org.trapline.run.RunMonitor;

/** One workload on one stack, measured at the points of an experiment. Thread-safe. */
public interface Series {

	/**
	 * The measured values at a point.
	 *
	 * @param wanted the requested results: expensive metrics are computed only on request
	 * @throws org.trapline.sim.SimulationException when it cannot be simulated
	 * @throws ArithmeticException                  when a count exceeds 2^63 - 1
	 */
	Measured at(int point, Wanted wanted, RunMonitor monitor);

	/**
	 * Checks, as cheaply as possible, whether {@link #at} is possible at a point.
	 *
	 * @throws org.trapline.sim.SimulationException when it cannot be simulated
	 * @throws ArithmeticException                  when a count exceeds 2^63 - 1
	 */
	void tryOut(int point);

	/** Number of points in a piece of work for a thread. */
	int piece();
}
