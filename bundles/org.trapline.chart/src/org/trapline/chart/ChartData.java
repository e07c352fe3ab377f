// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.trapline.result.ChartSpec;
import org.trapline.result.ExperimentResult;
import org.trapline.result.Metric;

/**
 * What a chart shows, without any style: no colour, no font, no size. Made from result rows, generic over metrics, parameters and
 * runs. Immutable.
 */
public sealed interface ChartData permits BarData, LineData, HeatData {

	/** The heading of the picture. */
	String heading();

	/** What the values are. */
	Scale scale();

	/** What a reader has to know besides, below the picture. */
	Optional<String> note();

	/**
	 * The data of one chart of an experiment.
	 *
	 * @throws IllegalArgumentException when there is nothing to draw, see {@link #of(List, ChartSpec)}
	 */
	static ChartData of(ExperimentResult result, ChartSpec spec) {
		return of(List.of(ChartSource.of(result)), spec);
	}

	/**
	 * The data of a chart of experiments, of one run or of several.
	 *
	 * @throws IllegalArgumentException when the sources have nothing that such a chart can show; the message is for people, and names
	 *                                  what is missing and what there is
	 */
	static ChartData of(List<ChartSource> sources, ChartSpec spec) {
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
	static List<ChartSpec> available(List<ChartSource> sources) {
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
			of(sources, spec);
			return true;
		} catch (IllegalArgumentException e) {
			return false;
		}
	}

	/** The title of what is charted: that of the experiment, or how many there are. */
	static String title(List<ChartSource> sources) {
		List<String> titles = sources.stream().map(source -> source.experiment().heading()).distinct().toList();
		return titles.size() == 1 ? titles.get(0) : sources.stream().map(ChartSource::name).distinct().collect(Collectors.joining(", "));
	}
}
