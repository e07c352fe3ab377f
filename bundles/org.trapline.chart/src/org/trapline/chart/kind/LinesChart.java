// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
import org.trapline.result.ParameterValue;
import org.trapline.result.ResultRow;

/** {@code lines}: values over a parameter of a sweep. */
final class LinesChart implements ChartKind {

	@Override
	public ChartSpec.Kind kind() {
		return ChartSpec.Kind.LINES;
	}

	@Override
	public LineData data(List<ChartSource> sources, ChartSpec spec) {
		List<Sample> samples = Samples.of(sources, spec.metric());
		String across = Swept.parameter(samples, spec.across(), 0, List.of());
		List<Sample> swept = samples.stream().filter(sample -> sample.row().parameter(across).isPresent()).toList();
		List<ParameterValue> values = Swept.values(swept, across);
		List<String> others = swept.stream().flatMap(sample -> sample.row().parameters().stream()).map(ParameterValue::name).distinct()
				.filter(name -> !name.equals(across)).toList();
		boolean scattered = isScattered(swept, across);
		Names names = Swept.names(swept, scattered ? Stream.concat(Stream.of(across), others.stream()).toList() : List.of(across));
		Map<String, List<Point>> lines = new LinkedHashMap<>();
		for (Sample sample : swept) {
			double x = sample.row().parameter(across).orElseThrow().number().doubleValue();
			lines.computeIfAbsent(names.of(sample), name -> new ArrayList<>()).add(new Point(x, sample.row().value(), sample.row().shownInterval(),
					sample.row().comparison().map(comparison -> comparison.published().value()), Optional.of(sample)));
		}
		List<Series> series = lines.entrySet().stream()
				.map(line -> new Series(line.getKey(), line.getValue().stream().sorted(Comparator.comparingDouble(Point::x)).toList())).toList();
		String unit = values.stream().map(ParameterValue::unit).filter(text -> !text.isEmpty()).findFirst().map(text -> " (" + text + ")").orElse("");
		return new LineData(ChartData.title(sources) + ": " + spec.metric().id() + " over " + across,
				new Across(across + unit, scattered ? spacingOfSamples(values) : spacing(values)),
				Scale.of(spec.metric(), spec.log()), series, !scattered,
				scattered ? Optional.of("Points are not joined, as they differ in other parameters too: " + String.join(", ", others)) : Optional.empty());
	}

	/**
	 * Whether points are samples of several parameters at once, as of a Latin hypercube: hardly any has another beside it that differs in the
	 * horizontal axis alone. On a grid each has, wherever the axis has two values or more.
	 */
	private static boolean isScattered(List<Sample> samples, String across) {
		Set<List<Object>> lines = new HashSet<>();
		Set<ParameterValue> places = new HashSet<>();
		for (Sample sample : samples) {
			ResultRow row = sample.row();
			places.add(row.parameter(across).orElseThrow());
			lines.add(List.of(sample.source().run(), row.study(), row.experiment(), row.stack(), row.workload(),
					row.parameters().stream().filter(parameter -> !parameter.name().equals(across)).toList()));
		}
		return places.size() > 1 && 2 * lines.size() > samples.size();
	}

	/** Logarithmic where the middle sample lies nearer to the ends' geometric mean than to their arithmetic one. */
	private static Spacing spacingOfSamples(List<ParameterValue> values) {
		double low = number(values.getFirst());
		double high = number(values.getLast());
		double middle = number(values.get(values.size() / 2));
		return low > 0 && Math.abs(middle - Math.sqrt(low * high)) < Math.abs(middle - (low + high) / 2) ? Spacing.LOGARITHMIC : Spacing.LINEAR;
	}

	private static double number(ParameterValue value) {
		return value.number().doubleValue();
	}

	/** Logarithmic where the values' ratios are more alike than their differences, as in 1, 2, 4, 8. */
	private static Spacing spacing(List<ParameterValue> values) {
		List<Double> numbers = values.stream().map(value -> value.number().doubleValue()).distinct()
				.collect(Collectors.toList());
		if (numbers.size() < 3 || numbers.get(0) <= 0) {
			return Spacing.LINEAR;
		}
		List<Double> differences = new ArrayList<>();
		List<Double> ratios = new ArrayList<>();
		for (int i = 1; i < numbers.size(); i++) {
			differences.add(numbers.get(i) - numbers.get(i - 1));
			ratios.add(Math.log(numbers.get(i) / numbers.get(i - 1)));
		}
		return spread(ratios) < spread(differences) ? Spacing.LOGARITHMIC : Spacing.LINEAR;
	}

	private static double spread(List<Double> values) {
		return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow() / values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
	}
}
