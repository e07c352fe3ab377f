// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.trapline.chart.ChartSource;
import org.trapline.chart.Sample;
import org.trapline.chart.lines.LineData.Point;
import org.trapline.chart.lines.LineData.Series;
import org.trapline.result.ChartSpec;
import org.trapline.result.Metric;

/** What kinds that show how values are distributed have in common: a line for each stack and workload, of the percentiles that were measured. */
final class Distributions {

	private Distributions() {
	}

	/** The metric whose percentiles are drawn. */
	static Metric base(ChartSpec spec) {
		return Metric.of(spec.metric().base(), spec.metric().unit());
	}

	/** @param point makes a point of a percentile; empty where the chart has no place for it */
	static List<Series> series(List<ChartSource> sources, ChartSpec spec, Function<Sample, Optional<Point>> point) {
		Metric base = base(spec);
		List<Sample> samples = new ArrayList<>();
		for (ChartSource source : sources) {
			source.experiment().rows().stream().filter(row -> spec.kind().shows().shows(row.metric(), base)).forEach(row -> samples.add(new Sample(source, row)));
		}
		if (samples.isEmpty()) {
			throw new IllegalArgumentException("%s has no percentiles of %s to draw".formatted(Samples.what(sources), base.id()));
		}
		List<Function<Sample, String>> candidates = new ArrayList<>();
		candidates.add(sample -> sample.row().stack());
		candidates.add(sample -> sample.row().workload());
		candidates.add(sample -> sample.row().point());
		candidates.addAll(Names.ORIGIN);
		Names names = Names.ofDiffering(samples, candidates);
		Map<String, List<Point>> lines = new LinkedHashMap<>();
		for (Sample sample : samples) {
			point.apply(sample).ifPresent(known -> lines.computeIfAbsent(names.of(sample), name -> new ArrayList<>()).add(known));
		}
		return lines.entrySet().stream().map(line -> new Series(line.getKey(),
				line.getValue().stream().sorted(Comparator.comparingDouble(Point::x).thenComparing(Point::value)).toList())).toList();
	}
}
