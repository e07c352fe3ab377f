// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.kind;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.trapline.chart.ChartData;
import org.trapline.chart.ChartSource;
import org.trapline.chart.Sample;
import org.trapline.chart.Scale;
import org.trapline.chart.heat.HeatData;
import org.trapline.chart.lines.LineData;
import org.trapline.chart.lines.LineData.Across;
import org.trapline.chart.lines.LineData.Point;
import org.trapline.chart.lines.LineData.Series;
import org.trapline.chart.lines.LineData.Spacing;
import org.trapline.result.ChartSpec;
import org.trapline.result.ParameterValue;

/** Makes lines and heat maps from the points of a sweep. */
public final class Sweeps {

	private Sweeps() {
	}

	static LineData lines(List<ChartSource> sources, ChartSpec spec) {
		List<Sample> samples = Samples.of(sources, spec.metric());
		String across = parameter(samples, spec.across(), 0, List.of());
		List<Sample> swept = samples.stream().filter(sample -> sample.row().parameter(across).isPresent()).toList();
		List<ParameterValue> values = values(swept, across);
		boolean numbers = values.stream().allMatch(value -> value.number().isPresent());
		Names names = names(swept, List.of(across));
		Map<String, List<Point>> lines = new LinkedHashMap<>();
		for (Sample sample : swept) {
			ParameterValue value = sample.row().parameter(across).orElseThrow();
			double x = numbers ? value.number().orElseThrow().doubleValue() : values.indexOf(value);
			lines.computeIfAbsent(names.of(sample), name -> new ArrayList<>()).add(new Point(x, sample.row().value(), sample.row().interval(),
					sample.row().comparison().map(comparison -> comparison.published().value()), Optional.of(sample)));
		}
		List<Series> series = lines.entrySet().stream()
				.map(line -> new Series(line.getKey(), line.getValue().stream().sorted(Comparator.comparingDouble(Point::x)).toList())).toList();
		String unit = values.stream().map(ParameterValue::unit).filter(text -> !text.isEmpty()).findFirst().map(text -> " (" + text + ")").orElse("");
		return new LineData(ChartData.title(sources) + ": " + spec.metric().id() + " over " + across,
				new Across(across + unit, numbers ? spacing(values) : Spacing.WORDS, numbers ? List.of() : values.stream().map(ParameterValue::value).toList()),
				Scale.of(spec.metric(), spec.log()), series, Optional.empty());
	}

	static HeatData heatMap(List<ChartSource> sources, ChartSpec spec) {
		List<Sample> samples = Samples.of(sources, spec.metric());
		String across = parameter(samples, spec.across(), 0, spec.down().map(List::of).orElse(List.of()));
		String down = parameter(samples, spec.down(), 0, List.of(across));
		if (across.equals(down)) {
			throw new IllegalArgumentException("a heat map needs two parameters, and '%s' is meant twice".formatted(across));
		}
		List<Sample> swept = samples.stream()
				.filter(sample -> sample.row().parameter(across).isPresent() && sample.row().parameter(down).isPresent()).toList();
		List<ParameterValue> columns = values(swept, across);
		List<ParameterValue> rows = values(swept, down);
		Names names = names(swept, List.of(across, down));
		Map<String, List<HeatData.Cell>> panels = new LinkedHashMap<>();
		Set<List<Object>> taken = new LinkedHashSet<>();
		for (Sample sample : swept) {
			String panel = names.of(sample);
			int column = columns.indexOf(sample.row().parameter(across).orElseThrow());
			int row = rows.indexOf(sample.row().parameter(down).orElseThrow());
			if (!taken.add(List.of(panel, column, row))) {
				throw new IllegalArgumentException("there is more than one value for %s, %s = %s, %s = %s".formatted(panel, across,
						columns.get(column).value(), down, rows.get(row).value()));
			}
			panels.computeIfAbsent(panel, name -> new ArrayList<>())
					.add(new HeatData.Cell(column, row, sample.row().value(), Optional.of(sample)));
		}
		return new HeatData(ChartData.title(sources) + ": " + spec.metric().id() + " over " + across + " and " + down,
				Scale.of(spec.metric(), spec.log()), across, columns.stream().map(ParameterValue::value).toList(), down,
				rows.stream().map(ParameterValue::value).toList(),
				panels.entrySet().stream().map(panel -> new HeatData.Panel(panel.getKey(), panel.getValue())).toList(), Optional.empty());
	}

	/** The parameter that is asked for, or else the one with an index among those that are not taken. */
	private static String parameter(List<Sample> samples, Optional<String> wanted, int index, List<String> taken) {
		List<String> all = samples.stream().flatMap(sample -> sample.row().parameters().stream()).map(ParameterValue::name).distinct().toList();
		if (wanted.isPresent()) {
			if (!all.contains(wanted.get())) {
				throw new IllegalArgumentException("there is no parameter '%s'; %s".formatted(wanted.get(),
						all.isEmpty() ? "nothing is swept" : "there are " + String.join(", ", all)));
			}
			return wanted.get();
		}
		List<String> free = all.stream().filter(name -> !taken.contains(name)).toList();
		if (free.size() <= index) {
			throw new IllegalArgumentException(all.isEmpty() ? "nothing is swept: no result has parameters"
					: "only %s is swept, and two parameters are needed".formatted(all.get(0)));
		}
		return free.get(index);
	}

	/** The values of a parameter: numbers in their order, words in that of the results. */
	private static List<ParameterValue> values(List<Sample> samples, String parameter) {
		List<ParameterValue> values = samples.stream().map(sample -> sample.row().parameter(parameter).orElseThrow()).distinct().toList();
		return values.stream().allMatch(value -> value.number().isPresent())
				? values.stream().sorted(Comparator.comparing(value -> value.number().orElseThrow())).toList()
				: values;
	}

	private static Names names(List<Sample> samples, List<String> without) {
		List<Function<Sample, String>> candidates = new ArrayList<>();
		candidates.add(sample -> sample.row().stack());
		candidates.add(sample -> sample.row().workload());
		candidates.add(Names.pointWithout(without));
		candidates.addAll(Names.ORIGIN);
		return Names.ofDiffering(samples, candidates);
	}

	/** Logarithmic where the values' ratios are more alike than their differences, as in 1, 2, 4, 8. */
	private static Spacing spacing(List<ParameterValue> values) {
		List<Double> numbers = values.stream().map(value -> value.number().map(BigDecimal::doubleValue).orElseThrow()).distinct()
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
