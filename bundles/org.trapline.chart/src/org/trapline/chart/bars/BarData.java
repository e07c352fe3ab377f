// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.bars;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.trapline.chart.ChartData;
import org.trapline.chart.Figure;
import org.trapline.chart.Sample;
import org.trapline.chart.Scale;
import org.trapline.chart.Zoom;
import org.trapline.chart.picture.ChartTheme;
import org.trapline.result.Comparison;
import org.trapline.result.Interval;

/**
 * Bars in groups: one group for each category, one bar in it for each series.
 *
 * @param heading    of the picture
 * @param scale      what the values are
 * @param categories names of the groups, in order, without repetition
 * @param series     names of the series, in order, without repetition; they tell the bars of a group apart when there are several
 * @param parts      names of the parts that bars are taken apart into; empty where they are whole
 * @param bars       the bars: at least one, at most one for each category and series
 * @param line       a value that all others are seen against
 * @param note       what a reader has to know besides
 */
public record BarData(String heading, Scale scale, List<String> categories, List<String> series, List<String> parts, List<Bar> bars,
		Optional<BigDecimal> line, Optional<String> note) implements ChartData {

	/**
	 * One bar.
	 *
	 * @param category   its group
	 * @param series     its series
	 * @param value      its height, at least 0
	 * @param interval   how sure the value is
	 * @param comparison the published value, at least 0, in the same unit, and its role
	 * @param parts      what it is made of, in the order of {@link BarData#parts}; empty where it is whole
	 * @param sample     the simulated value behind it
	 */
	public record Bar(String category, String series, BigDecimal value, Optional<Interval> interval, Optional<Comparison> comparison,
			List<Part> parts, Optional<Sample> sample) {

		public Bar {
			Objects.requireNonNull(category);
			Objects.requireNonNull(series);
			Objects.requireNonNull(value);
			Objects.requireNonNull(interval);
			Objects.requireNonNull(comparison);
			parts = List.copyOf(parts);
			Objects.requireNonNull(sample);
		}

		/** The published value, where there is one. */
		public Optional<BigDecimal> published() {
			return comparison.map(known -> known.published().value());
		}

		/** The upper end of all that is drawn of it. */
		BigDecimal top() {
			return value.max(interval.map(Interval::high).orElse(value));
		}
	}

	/**
	 * A part of a bar.
	 *
	 * @param name   one of {@link BarData#parts}
	 * @param value  how much of the bar it is, above 0
	 * @param sample the simulated value behind it, where it has one of its own
	 */
	public record Part(String name, BigDecimal value, Optional<Sample> sample) {
		public Part {
			Objects.requireNonNull(name);
			Objects.requireNonNull(value);
			Objects.requireNonNull(sample);
		}

		/** A part that has no value of its own. */
		public Part(String name, BigDecimal value) {
			this(name, value, Optional.empty());
		}
	}

	/** The name of a part that joins those that are too small to be told apart. It is drawn without a colour. */
	public static final String OTHER = "other";

	public BarData {
		Objects.requireNonNull(heading);
		Objects.requireNonNull(scale);
		categories = List.copyOf(categories);
		series = List.copyOf(series);
		parts = List.copyOf(parts);
		bars = List.copyOf(bars);
		Objects.requireNonNull(line);
		Objects.requireNonNull(note);
	}

	/** The bar of a category and a series, where there is one. */
	public Optional<Bar> bar(String category, String ofSeries) {
		return bars.stream().filter(bar -> bar.category().equals(category) && bar.series().equals(ofSeries)).findFirst();
	}

	/** The bars by category and series. */
	Map<List<String>, Bar> byCell() {
		Map<List<String>, Bar> cells = new HashMap<>();
		bars.forEach(bar -> cells.put(List.of(bar.category(), bar.series()), bar));
		return cells;
	}

	/** The largest of all simulated and published values, and of the line. */
	public BigDecimal largest() {
		BigDecimal largest = line.orElse(BigDecimal.ZERO);
		for (Bar bar : bars) {
			largest = largest.max(bar.top()).max(bar.published().orElse(BigDecimal.ZERO));
		}
		return largest;
	}

	@Override
	public Figure figure(ChartTheme theme, Zoom zoom) {
		return BarPlot.figure(this, theme, zoom);
	}

	/** The categories from one to before another only. */
	BarData window(int from, int to) {
		List<String> some = categories.subList(from, to);
		return new BarData(heading, scale, some, series, parts, bars.stream().filter(bar -> some.contains(bar.category())).toList(), line, note);
	}
}
