// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.kind;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.trapline.chart.Sample;
import org.trapline.chart.Scale;
import org.trapline.chart.bars.BarData;
import org.trapline.chart.bars.BarData.Bar;

/** What kinds that draw bars have in common: a category for each stack (and point), a series for each workload (and run, and experiment). */
final class Bars {

	/** More stacked bars than this are a surface, and tell nothing that nobody asked for. */
	static final int READABLE = 200;

	private Bars() {
	}

	static Names categories(List<Sample> samples) {
		return Names.of(samples, sample -> sample.row().stack(), List.of(sample -> sample.row().point()));
	}

	static Names series(List<Sample> samples) {
		List<Function<Sample, String>> candidates = new ArrayList<>();
		candidates.add(sample -> sample.row().workload());
		candidates.addAll(Names.ORIGIN);
		return Names.ofDiffering(samples, candidates);
	}

	/** Bars in the order in which categories and series first come. */
	static BarData data(String heading, Scale scale, List<String> parts, List<Bar> bars, Optional<BigDecimal> line, Optional<String> note) {
		Set<String> categories = new LinkedHashSet<>();
		Set<String> series = new LinkedHashSet<>();
		Set<List<String>> cells = new LinkedHashSet<>();
		for (Bar bar : bars) {
			categories.add(bar.category());
			series.add(bar.series());
			if (!cells.add(List.of(bar.category(), bar.series()))) {
				throw new IllegalArgumentException("there is more than one value for %s, %s".formatted(bar.category(), bar.series()));
			}
		}
		return new BarData(heading, scale, List.copyOf(categories), List.copyOf(series), parts, bars, line, note);
	}
}
