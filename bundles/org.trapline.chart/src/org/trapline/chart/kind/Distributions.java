// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.kind;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.trapline.chart.ChartData;
import org.trapline.chart.ChartSource;
import org.trapline.chart.Sample;
import org.trapline.chart.Scale;
import org.trapline.chart.lines.LineData;
import org.trapline.chart.lines.LineData.Across;
import org.trapline.chart.lines.LineData.Point;
import org.trapline.chart.lines.LineData.Series;
import org.trapline.chart.lines.LineData.Spacing;
import org.trapline.result.ChartSpec;
import org.trapline.result.Metric;

/** Makes lines of how values are distributed, from the percentiles that an experiment measured. */
public final class Distributions {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	private Distributions() {
	}

	static LineData of(List<ChartSource> sources, ChartSpec spec) {
		Metric base = Metric.of(spec.metric().base(), spec.metric().unit());
		List<Sample> samples = new ArrayList<>();
		for (ChartSource source : sources) {
			source.experiment().rows().stream().filter(row -> row.metric().percentile().isPresent() && row.metric().base().equals(base.id()))
					.forEach(row -> samples.add(new Sample(source, row)));
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
		boolean cdf = spec.kind() == ChartSpec.Kind.CDF;
		Map<String, List<Point>> lines = new LinkedHashMap<>();
		for (Sample sample : samples) {
			BigDecimal percent = sample.row().metric().percentile().orElseThrow();
			BigDecimal value = sample.row().value();
			// The largest of finitely many is no place on an axis of nines.
			if (cdf || percent.compareTo(HUNDRED) < 0) {
				lines.computeIfAbsent(names.of(sample), name -> new ArrayList<>())
						.add(cdf ? new Point(value.doubleValue(), percent, Optional.empty(), Optional.empty(), Optional.of(sample))
								: new Point(percent.doubleValue(), value, sample.row().interval(),
										sample.row().comparison().map(comparison -> comparison.published().value()), Optional.of(sample)));
			}
		}
		List<Series> series = lines.entrySet().stream()
				.map(line -> new Series(line.getKey(), line.getValue().stream()
						.sorted(Comparator.comparingDouble(Point::x).thenComparing(Point::value)).toList())).toList();
		String title = ChartData.title(sources) + ": " + base.id();
		return cdf
				? new LineData(title + ", cumulative distribution", new Across(base.title(), spec.log() ? Spacing.LOGARITHMIC : Spacing.LINEAR, List.of()),
						new Scale("Operations at or below (%)", "%", false, false), series, Optional.empty())
				: new LineData(title + " by percentile", new Across("Percentile", Spacing.TAIL, List.of()), Scale.of(base, spec.log()), series,
						Optional.empty());
	}
}
