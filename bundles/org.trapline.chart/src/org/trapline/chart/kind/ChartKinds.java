// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.kind;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.trapline.chart.ChartData;
import org.trapline.chart.ChartSource;
import org.trapline.result.ChartSpec;
import org.trapline.result.ExperimentResult;
import org.trapline.result.Metric;

/** Makes the data of charts from result rows, generic over metrics, parameters and runs. */
public final class ChartKinds {

	private ChartKinds() {
	}

	/**
	 * The data of one chart of an experiment.
	 *
	 * @throws IllegalArgumentException when there is nothing to draw, see {@link #data(List, ChartSpec)}
	 */
	public static ChartData data(ExperimentResult result, ChartSpec spec) {
		return data(List.of(ChartSource.of(result)), spec);
	}

	/**
	 * The data of a chart of experiments, of one run or of several.
	 *
	 * @throws IllegalArgumentException when the sources have nothing that such a chart can show; the message is for people, and names
	 *                                  what is missing and what there is
	 */
	public static ChartData data(List<ChartSource> sources, ChartSpec spec) {
		return switch (spec.kind()) {
		case BARS -> Bars.of(sources, spec);
		case OVERHEAD -> Bars.overhead(sources, spec);
		case LEVELS, CAUSES -> Breakdowns.of(sources, spec);
		case LINES -> Sweeps.lines(sources, spec);
		case HEATMAP -> Sweeps.heatMap(sources, spec);
		case CDF, PERCENTILES -> Distributions.of(sources, spec);
		};
	}

	/** The charts that sources have data for, each with the metrics that it can show; the first one is what a view shows at first. */
	public static List<ChartSpec> available(List<ChartSource> sources) {
		Set<Metric> metrics = new LinkedHashSet<>();
		sources.forEach(source -> source.experiment().rows().forEach(row -> metrics.add(row.metric())));
		Set<ChartSpec> candidates = new LinkedHashSet<>();
		for (ChartSpec.Kind kind : ChartSpec.Kind.values()) {
			switch (kind) {
			case LEVELS, CAUSES -> candidates.add(new ChartSpec(kind, Metric.CYCLES));
			case CDF, PERCENTILES -> metrics.stream().filter(metric -> metric.percentile().isPresent())
					.forEach(metric -> candidates.add(new ChartSpec(kind, Metric.of(metric.base(), metric.unit()))));
			case BARS, OVERHEAD, LINES, HEATMAP -> metrics.stream().filter(metric -> metric.percentile().isEmpty())
					.forEach(metric -> candidates.add(new ChartSpec(kind, metric)));
			}
		}
		return candidates.stream().filter(spec -> isPossible(sources, spec)).toList();
	}

	private static boolean isPossible(List<ChartSource> sources, ChartSpec spec) {
		try {
			data(sources, spec);
			return true;
		} catch (IllegalArgumentException e) {
			return false;
		}
	}
}
