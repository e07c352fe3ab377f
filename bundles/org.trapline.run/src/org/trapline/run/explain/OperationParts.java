// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.trapline.catalog.Catalog;
import org.trapline.catalog.ContributedMetric;
import org.trapline.sim.bill.Bill;
import org.trapline.sim.bill.Counts;
import org.trapline.sim.cost.Prices;
import org.trapline.sim.trap.OperationMetrics;
import org.trapline.sim.trap.TrapTree;

/** The metrics that plug-ins compute from a trap tree, priced. */
final class OperationParts {

	private OperationParts() {
	}

	/** Those that apply to the tree, those of one class in its order; the title of each without its unit. */
	static List<Explanation.Part> of(Catalog catalog, TrapTree tree, Prices prices) {
		Map<String, Counts> counts = new LinkedHashMap<>();
		for (ContributedMetric metric : catalog.metrics()) {
			if (!counts.containsKey(metric.id())) {
				counts.putAll(catalog.metricOf(metric.id(), OperationMetrics.class).of(tree));
			}
		}
		List<Explanation.Part> parts = new ArrayList<>();
		counts.forEach((id, charges) -> catalog.metrics().stream().filter(metric -> metric.id().equals(id)).findFirst().ifPresent(
				metric -> parts.add(new Explanation.Part(withoutUnit(metric), Bill.of(tree.outcome().levels(), charges).price(prices).cycles()))));
		return parts;
	}

	/** The title within a line: {@code guest} for {@code Guest (ns)}, but {@code L0 handler}. */
	private static String withoutUnit(ContributedMetric metric) {
		String title = metric.title().replace(" (" + metric.unit() + ")", "");
		return title.length() > 1 && Character.isLowerCase(title.charAt(1)) ? Character.toLowerCase(title.charAt(0)) + title.substring(1) : title;
	}
}
