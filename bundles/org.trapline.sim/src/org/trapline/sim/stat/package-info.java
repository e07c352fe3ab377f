// SPDX-License-Identifier: EPL-2.0
/**
 * Statistics of a simulation, computed while it runs: {@link org.trapline.sim.stat.Tally} for observations, {@link
 * org.trapline.sim.stat.BatchMeans} for those of one long run, {@link org.trapline.sim.stat.TimeAverage} for values over time,
 * {@link org.trapline.sim.stat.Percentiles} for latencies, {@link org.trapline.sim.stat.Utilization} for the cycles of CPUs. A
 * {@link org.trapline.sim.stat.ConfidenceInterval} says how precise a mean is.
 *
 * <p>
 * Nothing is allocated in steady state. Each has a reset that removes the warm-up.
 */
package org.trapline.sim.stat;
