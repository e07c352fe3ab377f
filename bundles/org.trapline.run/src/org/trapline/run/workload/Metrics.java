// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.workload;

import org.trapline.result.Metric;

/** The metrics of the language as those of results. */
public final class Metrics {

	private Metrics() {
	}

	/** The metric of a result for that of the language: they have the same names, or are percentiles of one. */
	public static Metric of(String name) {
		return Metric.of(name, "");
	}
}
