// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.evaluate;

import java.util.Set;

import org.trapline.result.Metric;

/**
 * What is asked for of a workload.
 *
 * @param metrics   the metrics of rows
 * @param exits     whether exits by reason are
 * @param breakdown whether cycles by level and cause are
 */
record Wanted(Set<Metric> metrics, boolean exits, boolean breakdown) {

	Wanted {
		metrics = Set.copyOf(metrics);
	}

	/** Whether a metric that compares with a baseline is asked for. */
	boolean comparison() {
		return metrics.contains(Metric.SPEEDUP) || metrics.contains(Metric.OVERHEAD);
	}

	boolean has(Metric metric) {
		return metrics.contains(metric);
	}
}
