// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.kind;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;

import org.trapline.chart.ChartData;
import org.trapline.chart.ChartSource;
import org.trapline.chart.Sample;
import org.trapline.chart.Scale;
import org.trapline.chart.bars.BarData;
import org.trapline.chart.bars.BarData.Bar;
import org.trapline.chart.bars.BarData.Part;
import org.trapline.result.Breakdown;
import org.trapline.result.Breakdown.Share;
import org.trapline.result.ChartSpec;
import org.trapline.result.Metric;
import org.trapline.result.ResultRow;

/** What kinds that take cycles apart have in common: stacked bars, one for each stack, workload and point. */
final class Breakdowns {

	private Breakdowns() {
	}

	/**
	 * @param by    what they are taken apart by, as a word for people
	 * @param order which part a share belongs to: parts come in this order
	 * @param name  the name of that part
	 */
	static BarData of(List<ChartSource> sources, ChartSpec spec, String by, ToIntFunction<Share> order, Function<Share, String> name) {
		if (!spec.metric().equals(Metric.CYCLES)) {
			throw new IllegalArgumentException("cycles can be taken apart by level and cause, %s cannot".formatted(spec.metric().id()));
		}
		List<Breakdown> breakdowns = new ArrayList<>();
		List<Sample> samples = new ArrayList<>();
		for (ChartSource source : sources) {
			Map<List<Object>, ResultRow> measured = new HashMap<>();
			source.experiment().rows().stream().filter(row -> row.metric().equals(Metric.CYCLES))
					.forEach(row -> measured.putIfAbsent(List.of(row.stack(), row.workload(), row.parameters()), row));
			for (Breakdown breakdown : source.experiment().breakdowns()) {
				ResultRow row = measured.get(List.of(breakdown.stack(), breakdown.workload(), breakdown.parameters()));
				breakdowns.add(breakdown);
				samples.add(new Sample(source, row != null ? row : unmeasured(source, breakdown)));
			}
		}
		if (breakdowns.isEmpty()) {
			throw new IllegalArgumentException("%s does not say where its cycles went".formatted(Samples.what(sources)));
		}
		// Colours tell the parts apart, so that nothing but its name tells a bar from its neighbour.
		List<Function<Sample, String>> candidates = new ArrayList<>();
		candidates.add(sample -> sample.row().workload());
		candidates.add(sample -> sample.row().point());
		candidates.addAll(Names.ORIGIN);
		Names categories = Names.of(samples, sample -> sample.row().stack(), candidates);
		// In the order of levels, and of causes.
		Map<Integer, String> parts = new TreeMap<>();
		List<Bar> bars = new ArrayList<>();
		for (int i = 0; i < breakdowns.size(); i++) {
			Sample sample = samples.get(i);
			Map<Integer, BigDecimal> sums = new TreeMap<>();
			for (Share share : breakdowns.get(i).shares()) {
				int key = order.applyAsInt(share);
				parts.put(key, name.apply(share));
				sums.merge(key, BigDecimal.valueOf(share.cycles()), BigDecimal::add);
			}
			bars.add(new Bar(categories.of(sample), Metric.CYCLES.id(), sample.row().value(), Optional.empty(), Optional.empty(),
					sums.entrySet().stream().map(sum -> new Part(parts.get(sum.getKey()), sum.getValue())).toList(), Optional.of(sample)));
		}
		return Bars.data(ChartData.title(sources) + ": cycles by " + by, Scale.of(Metric.CYCLES, false),
				List.copyOf(parts.values()), bars, Optional.empty(), Optional.empty());
	}

	/** The row of cycles that a breakdown is of, where the experiment does not measure cycles. */
	private static ResultRow unmeasured(ChartSource source, Breakdown breakdown) {
		return new ResultRow(source.experiment().study(), source.experiment().name(), breakdown.stack(), breakdown.workload(),
				breakdown.software().size() - 1, breakdown.parameters(), Metric.CYCLES, BigDecimal.valueOf(breakdown.cycles()), Optional.empty(), Optional.empty());
	}
}
