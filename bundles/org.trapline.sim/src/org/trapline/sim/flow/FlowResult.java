// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.flow;

import java.util.List;
import java.util.Objects;

import org.trapline.sim.bill.Outcome;
import org.trapline.sim.stat.ConfidenceInterval;
import org.trapline.sim.stat.Percentiles;

/**
 * What a flow came to.
 *
 * @param requests    that were measured
 * @param seconds     that they took
 * @param latency     the mean time from a request to its answer, in seconds, with how sure it is within this run
 * @param percentiles of that time
 * @param utilization share of the time that the hardware thread of the vCPU was busy
 * @param spent       traps and cycles of all operations, by level and cause
 * @param done        how often each demand for operations was done, in the order of the stages and their demands
 */
public record FlowResult(long requests, double seconds, ConfidenceInterval latency, Percentiles percentiles, double utilization, Outcome spent,
		List<Long> done) {

	public FlowResult {
		Objects.requireNonNull(latency);
		Objects.requireNonNull(percentiles);
		Objects.requireNonNull(spent);
		done = List.copyOf(done);
	}

	/** Requests that were answered in a second. */
	public double throughput() {
		return requests / seconds;
	}
}
