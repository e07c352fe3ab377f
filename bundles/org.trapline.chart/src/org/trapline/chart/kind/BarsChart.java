// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.kind;

import java.util.List;
import java.util.Optional;

import org.trapline.chart.ChartData;
import org.trapline.chart.ChartSource;
import org.trapline.chart.Sample;
import org.trapline.chart.Scale;
import org.trapline.chart.bars.BarData;
import org.trapline.chart.bars.BarData.Bar;
import org.trapline.result.ChartSpec;

/** {@code bars}: values by stack. */
final class BarsChart implements ChartKind {

	@Override
	public ChartSpec.Kind kind() {
		return ChartSpec.Kind.BARS;
	}

	@Override
	public BarData data(List<ChartSource> sources, ChartSpec spec) {
		List<Sample> samples = Samples.of(sources, spec.metric());
		Names categories = Bars.categories(samples);
		Names series = Bars.series(samples);
		List<Bar> bars = samples.stream().map(sample -> new Bar(categories.of(sample), series.of(sample), sample.row().value(),
				sample.row().shownInterval(), sample.row().comparison(), List.of(), Optional.of(sample))).toList();
		return Bars.data(ChartData.title(sources) + ": " + spec.metric().id(), Scale.of(spec.metric(), false), List.of(), bars, Optional.empty(),
				Optional.empty());
	}
}
