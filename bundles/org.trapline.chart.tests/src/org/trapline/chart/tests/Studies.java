// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.tests;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.osgi.framework.FrameworkUtil;
import org.trapline.catalog.Catalog;
import org.trapline.result.ChartSpec;
import org.trapline.result.Comparison;
import org.trapline.result.ExperimentResult;
import org.trapline.result.Metric;
import org.trapline.result.PublishedValue;
import org.trapline.result.ResultRow;
import org.trapline.result.Role;

/** Results to draw. */
final class Studies {

	static final ChartSpec TRAPS = new ChartSpec(Metric.TRAPS);
	static final ChartSpec CYCLES = new ChartSpec(Metric.CYCLES);

	/** What is installed: in OSGi its plug-ins, else those on the class path. */
	static final Catalog CATALOG = FrameworkUtil.getBundle(Studies.class) != null ? Catalog.installed()
			: Catalog.onClassPath(Studies.class.getClassLoader());

	private Studies() {
	}

	/** The hypercall of NEVE's evaluation: traps and cycles of five stacks. */
	static ExperimentResult hypercall() {
		List<ResultRow> rows = new ArrayList<>();
		add(rows, "Vm", "1", null, "2729", "2729", Role.FIT);
		add(rows, "Nested", "126", "126", "422720", "422720", Role.FIT);
		add(rows, "NestedVhe", "82", "82", "307363", "307363", Role.FIT);
		add(rows, "NestedNeve", "17", "15", "92385", "92385", Role.FIT);
		add(rows, "NestedNeveVhe", "15", "15", "95895", "100895", Role.PREDICTION);
		return new ExperimentResult("hypercall", "Hypercall", "Hypercall from a nested VM", rows, List.of(TRAPS, CYCLES));
	}

	/** Traps of {@code stacks} stacks under {@code workloads} workloads; every third stack has published values. */
	static ExperimentResult many(int stacks, int workloads, String name, BigDecimal unit) {
		List<ResultRow> rows = new ArrayList<>();
		for (int stack = 0; stack < stacks; stack++) {
			for (int workload = 0; workload < workloads; workload++) {
				BigDecimal value = unit.multiply(BigDecimal.valueOf(1 + (stack * 37 + workload * 53) % 97));
				String published = stack % 3 == 0 ? value.add(unit).toPlainString() : null;
				rows.add(row(name + stack, "workload" + workload, Metric.TRAPS, value.toPlainString(), published,
						stack % 2 == 0 ? Role.FIT : Role.PREDICTION));
			}
		}
		return new ExperimentResult("many", "Many", "Many stacks", rows, List.of(TRAPS));
	}

	static ResultRow row(String stack, String workload, Metric metric, String value, String published, Role role) {
		return new ResultRow("hypercall", "Hypercall", stack, workload, 2, metric, new BigDecimal(value),
				Optional.ofNullable(published).map(
						number -> new Comparison(new PublishedValue(new BigDecimal(number), "NEVE, SOSP'17", "secondary"), role)));
	}

	private static void add(List<ResultRow> rows, String stack, String traps, String publishedTraps, String cycles,
			String publishedCycles, Role cyclesRole) {
		rows.add(row(stack, "hypercall", Metric.TRAPS, traps, publishedTraps, Role.PREDICTION));
		rows.add(row(stack, "hypercall", Metric.CYCLES, cycles, publishedCycles, cyclesRole));
	}
}
