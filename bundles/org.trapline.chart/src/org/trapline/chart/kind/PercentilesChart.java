// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.kind;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

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

/** {@code percentiles}: values by percentile, the tail drawn wide. */
final class PercentilesChart implements ChartKind {

	private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

	@Override
	public ChartSpec.Kind kind() {
		return ChartSpec.Kind.PERCENTILES;
	}

	@Override
	public LineData data(List<ChartSource> sources, ChartSpec spec) {
		Metric base = Distributions.base(spec);
		List<Series> series = Distributions.series(sources, spec, PercentilesChart::point);
		return new LineData(ChartData.title(sources) + ": " + base.id() + " by percentile", new Across("Percentile", Spacing.TAIL),
				Scale.of(base, spec.log()), series, true, Optional.empty());
	}

	/** The largest of finitely many has no place on an axis of nines. */
	private static Optional<Point> point(Sample sample) {
		BigDecimal percent = sample.row().metric().percentile().orElseThrow();
		return percent.compareTo(HUNDRED) >= 0 ? Optional.empty()
				: Optional.of(new Point(percent.doubleValue(), sample.row().value(), sample.row().shownInterval(),
						sample.row().comparison().map(comparison -> comparison.published().value()), Optional.of(sample)));
	}
}
