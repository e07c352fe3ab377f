// SPDX-License-Identifier: EPL-2.0
/**
 * What a simulation measures, added up as it goes: {@link org.trapline.sim.stat.Tally} for observations,
 * {@link org.trapline.sim.stat.BatchMeans} for those of one long run, {@link org.trapline.sim.stat.TimeAverage} for what has a value
 * at all times, {@link org.trapline.sim.stat.Percentiles} for latencies, {@link org.trapline.sim.stat.Utilization} for what CPUs spend
 * cycles on. A {@link org.trapline.sim.stat.ConfidenceInterval} says how sure a mean is.
 *
 * <p>
 * Nothing is allocated in steady state. Each has a reset that cuts warm-up off.
 */
package org.trapline.sim.stat;
