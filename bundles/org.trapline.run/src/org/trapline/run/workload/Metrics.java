// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.workload;

import java.util.HashMap;
import java.util.Map;

import org.trapline.catalog.Catalog;
import org.trapline.result.Metric;

/** The metrics of results by their names in the language: the engine's, and those that plug-ins contribute. Thread-safe. */
public final class Metrics {

	private final Map<String, Metric> contributed = new HashMap<>();

	/** @param catalog what is installed */
	public Metrics(Catalog catalog) {
		org.trapline.lang.Metrics.contributed(catalog).forEach(metric -> contributed.put(metric.id(), metric));
	}

	/** The metric of a name; a name that is not known is a metric without a unit. */
	public Metric of(String name) {
		Metric own = contributed.get(name);
		return own == null ? Metric.of(name, "") : own;
	}
}
