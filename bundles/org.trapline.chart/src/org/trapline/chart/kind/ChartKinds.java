// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.kind;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.trapline.chart.ChartData;
import org.trapline.chart.ChartSource;
import org.trapline.result.ChartSpec;
import org.trapline.result.ExperimentResult;
import org.trapline.result.Metric;

/** All kinds of charts: the one place that lists them. */
public final class ChartKinds {

	private static final List<ChartKind> ALL = List.of(new BarsChart(), new OverheadChart(), new LevelsChart(), new CausesChart(), new ReasonsChart(),
			new LinesChart(), new HeatmapChart(), new CdfChart(), new PercentilesChart());

	private static final Map<ChartSpec.Kind, ChartKind> BY_WORD = byWord();

	private ChartKinds() {
	}

	private static Map<ChartSpec.Kind, ChartKind> byWord() {
		Map<ChartSpec.Kind, ChartKind> kinds = new EnumMap<>(ChartSpec.Kind.class);
		for (ChartKind kind : ALL) {
			if (kinds.put(kind.kind(), kind) != null) {
				throw new IllegalStateException("two classes draw charts of " + kind.kind());
			}
		}
		return Map.copyOf(kinds);
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
		return BY_WORD.get(spec.kind()).data(sources, spec);
	}

	/** The charts that sources have data for, each with the metrics that it can show; the first one is what a view shows at first. */
	public static List<ChartSpec> available(List<ChartSource> sources) {
		return available(sources, ALL);
	}

	/** The charts that the page about a run shows of an experiment, asked for or not. */
	public static List<ChartSpec> inReport(ExperimentResult result) {
		return available(List.of(ChartSource.of(result)), ALL.stream().filter(kind -> kind.isInReport(result)).toList());
	}

	private static List<ChartSpec> available(List<ChartSource> sources, List<ChartKind> kinds) {
		Set<Metric> metrics = new LinkedHashSet<>();
		sources.forEach(source -> source.experiment().rows().forEach(row -> metrics.add(row.metric())));
		List<Metric> measured = List.copyOf(metrics);
		return kinds.stream().flatMap(kind -> kind.kind().shows().offers(measured).stream().map(metric -> new ChartSpec(kind.kind(), metric)))
				.filter(spec -> isPossible(sources, spec)).toList();
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
