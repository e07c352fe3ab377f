// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
		Names names = Swept.names(swept, List.of(across));
		Map<String, List<Point>> lines = new LinkedHashMap<>();
		for (Sample sample : swept) {
			double x = sample.row().parameter(across).orElseThrow().number().doubleValue();
			lines.computeIfAbsent(names.of(sample), name -> new ArrayList<>()).add(new Point(x, sample.row().value(), sample.row().interval(),
					sample.row().comparison().map(comparison -> comparison.published().value()), Optional.of(sample)));
		}
		List<Series> series = lines.entrySet().stream()
				.map(line -> new Series(line.getKey(), line.getValue().stream().sorted(Comparator.comparingDouble(Point::x)).toList())).toList();
		String unit = values.stream().map(ParameterValue::unit).filter(text -> !text.isEmpty()).findFirst().map(text -> " (" + text + ")").orElse("");
		return new LineData(ChartData.title(sources) + ": " + spec.metric().id() + " over " + across,
				new Across(across + unit, spacing(values), List.of()),
				Scale.of(spec.metric(), spec.log()), series, Optional.empty());
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
