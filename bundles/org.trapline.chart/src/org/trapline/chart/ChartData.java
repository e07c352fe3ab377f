// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.trapline.run.ChartSpec;
import org.trapline.run.Comparison;
import org.trapline.run.ExperimentResult;
import org.trapline.run.Metric;
import org.trapline.run.ResultRow;

/**
 * What a chart shows, without any style: one bar for each stack and workload. Immutable.
 *
 * @param study      name of the study
 * @param experiment name of the experiment
 * @param title      the experiment's heading for people
 * @param metric     what the bars show; every value is in {@code metric.unit()}
 * @param stacks     names of the stacks, in the experiment's order, without repetition
 * @param workloads  names of the workloads, in the experiment's order, without repetition; they group the bars of a stack when
 *                   there is more than one
 * @param bars       the bars: at least one, at most one for each stack and workload
 */
public record ChartData(String study, String experiment, String title, Metric metric, List<String> stacks,
		List<String> workloads, List<Bar> bars) {

	/**
	 * One bar.
	 *
	 * @param stack      name of the stack
	 * @param workload   name of the workload
	 * @param value      the simulated value, at least 0
	 * @param comparison the published value, at least 0, and its role, where there is one
	 */
	public record Bar(String stack, String workload, BigDecimal value, Optional<Comparison> comparison) {

		public Bar {
			Objects.requireNonNull(stack);
			Objects.requireNonNull(workload);
			Objects.requireNonNull(value);
			Objects.requireNonNull(comparison);
		}

		/** The published value, where there is one. */
		public Optional<BigDecimal> published() {
			return comparison.map(known -> known.published().value());
		}
	}

	public ChartData {
		Objects.requireNonNull(study);
		Objects.requireNonNull(experiment);
		Objects.requireNonNull(title);
		Objects.requireNonNull(metric);
		stacks = List.copyOf(stacks);
		workloads = List.copyOf(workloads);
		bars = List.copyOf(bars);
	}

	/**
	 * The data of one chart of an experiment.
	 *
	 * @throws IllegalArgumentException when the experiment has no row of the chart's metric, has two of one cell, or has a value that
	 *                                  no bar can show (below 0, or beyond about 1e300)
	 */
	public static ChartData of(ExperimentResult result, ChartSpec spec) {
		Metric metric = spec.metric();
		List<ResultRow> rows = result.rows().stream().filter(row -> row.metric().equals(metric)).toList();
		if (rows.isEmpty()) {
			throw new IllegalArgumentException("experiment %s of study %s has no values of %s to draw; available: %s".formatted(
					result.name(), result.study(), metric.id(), available(result)));
		}
		Collection<String> stacks = new LinkedHashSet<>();
		Collection<String> workloads = new LinkedHashSet<>();
		Map<List<String>, Bar> bars = new HashMap<>();
		List<Bar> ordered = new ArrayList<>();
		for (ResultRow row : rows) {
			Bar bar = new Bar(row.stack(), row.workload(), row.value(), row.comparison());
			checkDrawable(result, metric, bar, bar.value());
			bar.published().ifPresent(value -> checkDrawable(result, metric, bar, value));
			if (bars.put(List.of(row.stack(), row.workload()), bar) != null) {
				throw new IllegalArgumentException("experiment %s of study %s has more than one value of %s for stack %s, workload %s"
						.formatted(result.name(), result.study(), metric.id(), row.stack(), row.workload()));
			}
			stacks.add(row.stack());
			workloads.add(row.workload());
			ordered.add(bar);
		}
		return new ChartData(result.study(), result.name(), result.title(), metric, List.copyOf(stacks),
				List.copyOf(workloads), ordered);
	}

	/** The bar of a stack and a workload, where there is one. */
	public Optional<Bar> bar(String stack, String workload) {
		return bars.stream().filter(bar -> bar.stack().equals(stack) && bar.workload().equals(workload)).findFirst();
	}

	/** The largest of all simulated and published values. */
	public BigDecimal largest() {
		BigDecimal largest = BigDecimal.ZERO;
		for (Bar bar : bars) {
			largest = largest.max(bar.value()).max(bar.published().orElse(BigDecimal.ZERO));
		}
		return largest;
	}

	/** The heading of the picture: the experiment's title and the metric. */
	public String heading() {
		return (title.isBlank() ? experiment : title) + ": " + metric.id();
	}

	private static String available(ExperimentResult result) {
		String metrics = result.rows().stream().map(row -> row.metric().id()).distinct().collect(Collectors.joining(", "));
		return metrics.isEmpty() ? "nothing" : metrics;
	}

	/** The picture's arithmetic is in double: good to about 16 digits, which no eye can tell, but not without end. */
	private static void checkDrawable(ExperimentResult result, Metric metric, Bar bar, BigDecimal value) {
		if (value.signum() < 0 || value.doubleValue() > 1e300) {
			throw new IllegalArgumentException(
					"experiment %s of study %s: no bar can show %s %s for stack %s, workload %s".formatted(result.name(),
							result.study(), value, metric.unit(), bar.stack(), bar.workload()));
		}
	}
}
