// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.kind;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import org.trapline.chart.ChartData;
import org.trapline.chart.ChartSource;
import org.trapline.chart.Sample;
import org.trapline.chart.Scale;
import org.trapline.chart.bars.BarData;
import org.trapline.chart.bars.BarData.Bar;
import org.trapline.chart.bars.BarData.Part;
import org.trapline.result.Breakdown;
import org.trapline.result.ChartSpec;
import org.trapline.result.Metric;
import org.trapline.result.ResultRow;
import org.trapline.sim.cost.Cause;

/** Makes bars of cycles that are taken apart, by the level or by the cause that they are charged to. */
public final class Breakdowns {

	private Breakdowns() {
	}

	static BarData of(List<ChartSource> sources, ChartSpec spec) {
		boolean byLevel = spec.kind() == ChartSpec.Kind.LEVELS;
		if (!spec.metric().equals(Metric.CYCLES)) {
			throw new IllegalArgumentException("cycles can be taken apart by level and cause, %s cannot".formatted(spec.metric().id()));
		}
		Map<Sample, Breakdown> breakdowns = new LinkedHashMap<>();
		for (ChartSource source : sources) {
			source.experiment().breakdowns().forEach(breakdown -> breakdowns.put(sample(source, breakdown), breakdown));
		}
		if (breakdowns.isEmpty()) {
			throw new IllegalArgumentException("%s does not say where its cycles went".formatted(Samples.what(sources)));
		}
		List<Sample> samples = List.copyOf(breakdowns.keySet());
		// Colours tell the parts apart, so that nothing but its name tells a bar from its neighbour.
		List<Function<Sample, String>> candidates = new ArrayList<>();
		candidates.add(sample -> sample.row().workload());
		candidates.add(sample -> sample.row().point());
		candidates.addAll(Names.ORIGIN);
		Names categories = Names.of(samples, sample -> sample.row().stack(), candidates);
		// In the order of levels, and of causes.
		Map<Integer, String> parts = new TreeMap<>();
		List<Bar> bars = new ArrayList<>();
		breakdowns.forEach((sample, breakdown) -> {
			Map<Integer, BigDecimal> sums = new TreeMap<>();
			for (Breakdown.Share share : breakdown.shares()) {
				int key = byLevel ? share.level() : cause(share.cause());
				parts.put(key, byLevel ? "L" + share.level() : share.cause());
				sums.merge(key, BigDecimal.valueOf(share.cycles()), BigDecimal::add);
			}
			bars.add(new Bar(categories.of(sample), Metric.CYCLES.id(), sample.row().value(), Optional.empty(), Optional.empty(),
					sums.entrySet().stream().map(sum -> new Part(parts.get(sum.getKey()), sum.getValue())).toList(), Optional.of(sample)));
		});
		return Bars.data(ChartData.title(sources) + ": cycles by " + (byLevel ? "level" : "cause"), Scale.of(Metric.CYCLES, false),
				List.copyOf(parts.values()), bars, Optional.empty(), Optional.empty());
	}

	/** The order of causes; one that this version does not know comes last. */
	private static int cause(String word) {
		for (Cause cause : Cause.values()) {
			if (Breakdown.word(cause).equals(word)) {
				return cause.ordinal();
			}
		}
		return Cause.values().length + Math.floorMod(word.hashCode(), Short.MAX_VALUE);
	}

	/** The row of cycles that the breakdown is of; made up where the experiment does not measure cycles. */
	private static Sample sample(ChartSource source, Breakdown breakdown) {
		ResultRow row = source.experiment().rows().stream()
				.filter(each -> each.metric().equals(Metric.CYCLES) && each.stack().equals(breakdown.stack())
						&& each.workload().equals(breakdown.workload()) && each.parameters().equals(breakdown.parameters()))
				.findFirst()
				.orElseGet(() -> new ResultRow(source.experiment().study(), source.experiment().name(), breakdown.stack(), breakdown.workload(),
						breakdown.software().size() - 1, breakdown.parameters(), Metric.CYCLES, BigDecimal.valueOf(breakdown.cycles()),
						Optional.empty(), Optional.empty()));
		return new Sample(source, row);
	}
}
