// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.kind;

import java.util.List;
import java.util.Optional;

import org.trapline.chart.ChartData;
import org.trapline.chart.ChartSource;
import org.trapline.chart.Scale;
import org.trapline.chart.lines.LineData;
import org.trapline.chart.lines.LineData.Across;
import org.trapline.chart.lines.LineData.Point;
import org.trapline.chart.lines.LineData.Series;
import org.trapline.chart.lines.LineData.Spacing;
import org.trapline.result.ChartSpec;
import org.trapline.result.Metric;

/** {@code cdf}: the share of operations at or below a value. */
final class CdfChart implements ChartKind {

	@Override
	public ChartSpec.Kind kind() {
		return ChartSpec.Kind.CDF;
	}

	@Override
	public LineData data(List<ChartSource> sources, ChartSpec spec) {
		Metric base = Distributions.base(spec);
		List<Series> series = Distributions.series(sources, spec, sample -> Optional.of(new Point(sample.row().value().doubleValue(),
				sample.row().metric().percentile().orElseThrow(), Optional.empty(), Optional.empty(), Optional.of(sample))));
		return new LineData(ChartData.title(sources) + ": " + base.id() + ", cumulative distribution",
				new Across(base.title(), spec.log() ? Spacing.LOGARITHMIC : Spacing.LINEAR), new Scale("Operations at or below (%)", "%", false, false),
				series, true, Optional.empty());
	}
}
