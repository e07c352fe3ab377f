// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.kind;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import org.trapline.chart.ChartData;
import org.trapline.chart.ChartSource;
import org.trapline.chart.MetricText;
import org.trapline.chart.Sample;
import org.trapline.chart.Scale;
import org.trapline.chart.bars.BarData;
import org.trapline.chart.bars.BarData.Bar;
import org.trapline.chart.bars.BarData.Part;
import org.trapline.result.ChartSpec;
import org.trapline.result.ExitDetail;
import org.trapline.result.ExperimentResult;
import org.trapline.result.Metric;

/**
 * {@code reasons}: exits by stack, or the cycles that they take, taken apart by the level that exits and the exit reason. Who handles an exit and
 * what it accessed are added up. Small reasons are joined, as a legend of dozens cannot be read.
 */
final class ReasonsChart implements ChartKind {

	/** Parts that a reader can tell apart, with the joined one. */
	private static final int MOST_PARTS = 10;
	private static final int FEWEST_PARTS = 3;
	/** A reason below this share of a bar is a line at most. */
	private static final double SMALL = 0.02;

	/** Exits of one level for one reason. */
	private record Reason(int level, String name) {

		static Reason of(ExitDetail exit) {
			return new Reason(exit.exitLevel(), exit.reason());
		}

		/** {@code L2 MSR_WRITE}. */
		@Override
		public String toString() {
			return "L" + level + " " + name;
		}
	}

	/** What a reason comes to in a bar, and the largest of the rows that it is added up of. */
	private record Amount(BigDecimal value, Sample largest, BigDecimal ofLargest) {

		static Amount of(Sample sample, BigDecimal value) {
			return new Amount(value, sample, value);
		}

		Amount plus(Amount other) {
			Amount larger = ofLargest.compareTo(other.ofLargest) >= 0 ? this : other;
			return new Amount(value.add(other.value), larger.largest, larger.ofLargest);
		}
	}

	@Override
	public ChartSpec.Kind kind() {
		return ChartSpec.Kind.REASONS;
	}

	@Override
	public BarData data(List<ChartSource> sources, ChartSpec spec) {
		boolean ofCycles = spec.metric().equals(Metric.CYCLES);
		if (!kind().shows().shows(Metric.EXITS, spec.metric())) {
			throw new IllegalArgumentException("exits and cycles can be broken down by exit reason, %s cannot".formatted(spec.metric().id()));
		}
		List<Sample> exits = Samples.of(sources, Metric.EXITS).stream().filter(sample -> sample.row().exit().isPresent()).toList();
		if (exits.isEmpty()) {
			throw new IllegalArgumentException("%s does not say the reasons of its exits".formatted(Samples.what(sources)));
		}
		Names categories = categories(exits);
		Map<String, Map<Reason, Amount>> bars = new LinkedHashMap<>();
		for (Sample sample : exits) {
			ExitDetail exit = sample.row().exit().orElseThrow();
			BigDecimal value = ofCycles ? exit.cycles() : sample.row().value();
			Map<Reason, Amount> bar = bars.computeIfAbsent(categories.of(sample), name -> new LinkedHashMap<>());
			if (value.signum() > 0) {
				bar.merge(Reason.of(exit), Amount.of(sample, value), Amount::plus);
			}
		}
		List<Reason> told = told(bars);
		List<String> parts = new ArrayList<>(told.stream().map(Reason::toString).toList());
		long joined = bars.values().stream().flatMap(bar -> bar.keySet().stream()).distinct().count() - told.size();
		if (joined > 0) {
			parts.add(BarData.OTHER);
		}
		return Bars.data(ChartData.title(sources) + (ofCycles ? ": cycles by exit reason" : ": exits by reason"),
				ofCycles ? new Scale("Cycles in exits per operation", Metric.CYCLES.unit(), false, false) : Scale.of(Metric.EXITS, false), parts,
				bars.entrySet().stream().map(bar -> bar(bar.getKey(), spec.metric(), bar.getValue(), told)).toList(), Optional.empty(),
				joined > 0 ? Optional.of(BarData.OTHER + ": " + joined + " reasons, each at most " + MetricText.full(percent(largestJoined(bars, told)))
						+ "\u00a0% of the tallest bar") : Optional.empty());
	}

	@Override
	public boolean isInReport(ExperimentResult result) {
		return result.rows().stream().filter(row -> row.metric().equals(Metric.EXITS))
				.map(row -> List.of(row.stack(), row.workload(), row.parameters())).distinct().limit(Bars.READABLE + 1L).count() <= Bars.READABLE;
	}

	/** A bar for each stack, workload and point: colours tell the reasons apart, so that nothing but its name tells a bar from its neighbour. */
	private static Names categories(List<Sample> samples) {
		List<Function<Sample, String>> candidates = new ArrayList<>();
		candidates.add(sample -> sample.row().workload());
		candidates.add(sample -> sample.row().point());
		candidates.addAll(Names.ORIGIN);
		return Names.of(samples, sample -> sample.row().stack(), candidates);
	}

	/**
	 * The reasons with a part of their own, by level, and the larger ones of a level first: those that can be seen beside the tallest bar; then, as
	 * long as there are few, those that are much of a lower one.
	 */
	private static List<Reason> told(Map<String, Map<Reason, Amount>> bars) {
		Map<Reason, BigDecimal> sums = new LinkedHashMap<>();
		bars.values().forEach(bar -> bar.forEach((reason, amount) -> sums.merge(reason, amount.value(), BigDecimal::add)));
		Map<Reason, Double> heights = largest(bars, tallest(bars));
		Map<Reason, Double> shares = largest(bars, ReasonsChart::total);
		Comparator<Reason> bySize = Comparator.comparing((Reason reason) -> heights.get(reason) >= SMALL ? 1 + heights.get(reason) : shares.get(reason)).reversed();
		int large = Math.max(FEWEST_PARTS, (int) shares.values().stream().filter(share -> share >= SMALL).count());
		// One reason alone has nothing to be joined with.
		int kept = large >= sums.size() - 1 ? sums.size() : large;
		int most = kept == sums.size() ? MOST_PARTS : MOST_PARTS - 1;
		return sums.keySet().stream().sorted(bySize).limit(kept > most ? MOST_PARTS - 1 : kept)
				.sorted(Comparator.comparing(Reason::level).thenComparing(sums::get, Comparator.reverseOrder()).thenComparing(Reason::name)).toList();
	}

	private static double total(Map<Reason, Amount> bar) {
		return bar.values().stream().mapToDouble(amount -> amount.value().doubleValue()).sum();
	}

	/** The largest share that each reason of a bar has of something. */
	private static Map<Reason, Double> largest(Map<String, Map<Reason, Amount>> bars, ToDoubleFunction<Map<Reason, Amount>> of) {
		Map<Reason, Double> shares = new HashMap<>();
		for (Map<Reason, Amount> bar : bars.values()) {
			double all = of.applyAsDouble(bar);
			bar.forEach((reason, amount) -> shares.merge(reason, amount.value().doubleValue() / all, Math::max));
		}
		return shares;
	}

	private static double largestJoined(Map<String, Map<Reason, Amount>> bars, List<Reason> told) {
		Map<Reason, Double> heights = largest(bars, tallest(bars));
		heights.keySet().removeAll(told);
		return heights.values().stream().max(Double::compare).orElse(0.0);
	}

	/** What bars are seen against. */
	private static ToDoubleFunction<Map<Reason, Amount>> tallest(Map<String, Map<Reason, Amount>> bars) {
		double tallest = bars.values().stream().mapToDouble(ReasonsChart::total).max().orElse(0);
		return bar -> tallest;
	}

	private static BigDecimal percent(double share) {
		return BigDecimal.valueOf(Math.ceil(1000 * share) / 10);
	}

	private static Bar bar(String category, Metric metric, Map<Reason, Amount> amounts, List<Reason> told) {
		List<Part> parts = new ArrayList<>();
		for (Reason reason : told) {
			Optional.ofNullable(amounts.get(reason)).ifPresent(amount -> parts.add(new Part(reason.toString(), amount.value(), Optional.of(amount.largest()))));
		}
		amounts.entrySet().stream().filter(entry -> !told.contains(entry.getKey())).map(Map.Entry::getValue).reduce(Amount::plus)
				.ifPresent(rest -> parts.add(new Part(BarData.OTHER, rest.value(), Optional.of(rest.largest()))));
		BigDecimal total = amounts.values().stream().map(Amount::value).reduce(BigDecimal.ZERO, BigDecimal::add);
		return new Bar(category, metric.id(), total, Optional.empty(), Optional.empty(), parts, Optional.empty());
	}
}
