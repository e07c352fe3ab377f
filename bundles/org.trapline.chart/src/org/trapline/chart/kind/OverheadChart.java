// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.kind;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.trapline.chart.ChartData;
import org.trapline.chart.ChartSource;
import org.trapline.chart.MetricText;
import org.trapline.chart.Sample;
import org.trapline.chart.Scale;
import org.trapline.chart.bars.BarData;
import org.trapline.chart.bars.BarData.Bar;
import org.trapline.result.ChartSpec;
import org.trapline.result.Comparison;
import org.trapline.result.Interval;
import org.trapline.result.PublishedValue;
import org.trapline.result.ResultRow;
import org.trapline.result.Role;

/** {@code overhead}: values in multiples of those of a stack, or of a run. */
final class OverheadChart implements ChartKind {

	private static final MathContext RATIO = new MathContext(10);

	@Override
	public ChartSpec.Kind kind() {
		return ChartSpec.Kind.OVERHEAD;
	}

	@Override
	public BarData data(List<ChartSource> sources, ChartSpec spec) {
		List<Sample> samples = Samples.of(sources, spec.metric());
		String baseline = spec.baseline().orElseGet(() -> samples.get(0).row().stack());
		boolean isRun = samples.stream().anyMatch(sample -> sample.source().run().equals(baseline));
		boolean isStack = samples.stream().anyMatch(sample -> sample.row().stack().equals(baseline));
		if (!isRun && !isStack) {
			throw new IllegalArgumentException("there is no stack '%s' to compare with; there are %s".formatted(baseline,
					samples.stream().map(sample -> sample.row().stack()).distinct().collect(Collectors.joining(", "))));
		}
		Map<List<Object>, Sample> bases = new LinkedHashMap<>();
		for (Sample sample : samples) {
			if (isRun ? sample.source().run().equals(baseline) : sample.row().stack().equals(baseline)) {
				bases.put(counterpart(sample, isRun), sample);
			}
		}
		Names categories = Bars.categories(samples);
		Names series = Bars.series(samples);
		List<Bar> bars = new ArrayList<>();
		Set<String> without = new LinkedHashSet<>();
		for (Sample sample : samples) {
			Sample base = bases.get(counterpart(sample, isRun));
			if (base == null || base.row().value().signum() == 0) {
				without.add(series.of(sample));
				continue;
			}
			BigDecimal unit = base.row().value();
			bars.add(new Bar(categories.of(sample), series.of(sample), ratio(sample.row().value(), unit),
					sample.row().shownInterval().map(own -> new Interval(ratio(own.low(), unit), ratio(own.high(), unit), own.percent())),
					published(sample.row(), base.row()), List.of(), Optional.of(sample)));
		}
		String name = isRun ? samples.stream().filter(sample -> sample.source().run().equals(baseline)).findFirst().orElseThrow().source().name()
				: baseline;
		if (bars.isEmpty()) {
			throw new IllegalArgumentException("no value has a counterpart above 0 of '%s' to be compared with".formatted(name));
		}
		Scale scale = new Scale("Multiples of " + name, MetricText.TIMES, false, false);
		Optional<String> note = without.isEmpty() ? Optional.empty()
				: Optional.of("Not shown, as %s has no value above 0 to compare with: %s".formatted(name, String.join("; ", without)));
		return Bars.data(ChartData.title(sources) + ": overhead in " + spec.metric().id() + " against " + name, scale, List.of(), bars,
				Optional.of(BigDecimal.ONE), note);
	}

	/** What a sample has in common with the one that it is compared with. */
	private static List<Object> counterpart(Sample sample, boolean ofRun) {
		ResultRow row = sample.row();
		return ofRun ? List.of(row.study(), row.experiment(), row.stack(), row.workload(), row.parameters())
				: List.of(sample.source().run(), row.study(), row.experiment(), row.workload(), row.parameters());
	}

	/** The overhead that was published, where both values were; a fit where the model was fitted to one of them. */
	private static Optional<Comparison> published(ResultRow row, ResultRow base) {
		if (row.comparison().isEmpty() || base.comparison().isEmpty() || base.comparison().get().published().value().signum() == 0) {
			return Optional.empty();
		}
		PublishedValue one = row.comparison().get().published();
		PublishedValue other = base.comparison().get().published();
		boolean fit = row.comparison().get().role().isFitted() || base.comparison().get().role().isFitted();
		String source = one.source().equals(other.source()) ? one.source() : one.source() + " over " + other.source();
		return Optional.of(new Comparison(new PublishedValue(ratio(one.value(), other.value()), source, "derived"), fit ? Role.FIT : Role.PREDICTION));
	}

	private static BigDecimal ratio(BigDecimal value, BigDecimal unit) {
		return value.divide(unit, RATIO);
	}
}
