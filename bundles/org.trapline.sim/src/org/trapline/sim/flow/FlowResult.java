// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.flow;

import java.util.List;
import java.util.Objects;

import org.trapline.sim.bill.Outcome;
import org.trapline.sim.stat.ConfidenceInterval;
import org.trapline.sim.stat.Percentiles;

/**
 * The results of a flow.
 *
 * @param requests    number of measured requests
 * @param seconds     that they took
 * @param latency     the mean time from a request to its response, in seconds, with its confidence interval in this run
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

	/** Throughput: completed requests per second. */
	public double throughput() {
		return requests / seconds;
	}
}
