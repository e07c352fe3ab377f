// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.workload;

import java.util.Set;

import org.trapline.result.Metric;

/**
 * The requested results of a workload.
 *
 * @param metrics   the metrics of rows
 * @param exits     whether exits by reason are requested
 * @param breakdown whether cycles by level and cause are requested
 */
public record Wanted(Set<Metric> metrics, boolean exits, boolean breakdown) {

	public Wanted {
		metrics = Set.copyOf(metrics);
	}

	/** Whether a metric that compares with a baseline is asked for. */
	public boolean comparison() {
		return metrics.contains(Metric.SPEEDUP) || metrics.contains(Metric.OVERHEAD);
	}

	public boolean has(Metric metric) {
		return metrics.contains(metric);
	}
}
