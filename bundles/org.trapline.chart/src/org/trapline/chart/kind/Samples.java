// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.kind;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

import org.trapline.chart.ChartSource;
import org.trapline.chart.Sample;
import org.trapline.result.Metric;

/** Finds the values that a chart is about. */
final class Samples {

	/** The picture's arithmetic is in double: good to about 16 digits, which no eye can tell, but not without end. */
	private static final double LARGEST = 1e300;

	private Samples() {
	}

	/**
	 * All values of a metric, in order.
	 *
	 * @throws IllegalArgumentException when there is none, or one that cannot be drawn
	 */
	static List<Sample> of(List<ChartSource> sources, Metric metric) {
		List<Sample> samples = sources.stream()
				.flatMap(source -> source.experiment().rows().stream().filter(row -> row.metric().equals(metric)).map(row -> new Sample(source, row)))
				.toList();
		if (samples.isEmpty()) {
			throw new IllegalArgumentException(
					"%s has no values of %s to draw; available: %s".formatted(what(sources), metric.id(), available(sources)));
		}
		for (Sample sample : samples) {
			requireDrawable(sample, sample.row().value());
			sample.row().comparison().ifPresent(comparison -> requireDrawable(sample, comparison.published().value()));
		}
		return samples;
	}

	private static void requireDrawable(Sample sample, BigDecimal value) {
		if (value.signum() < 0 || value.doubleValue() > LARGEST) {
			throw new IllegalArgumentException("experiment %s of study %s: no chart can show %s %s for stack %s, workload %s".formatted(
					sample.row().experiment(), sample.row().study(), value, sample.row().metric().unit(), sample.row().stack(),
					sample.row().workload()));
		}
	}

	/** {@code experiment Hypercall of study hypercall}. */
	static String what(List<ChartSource> sources) {
		return sources.isEmpty() ? "no result"
				: sources.stream().map(source -> "experiment %s of study %s".formatted(source.experiment().name(), source.experiment().study()))
						.distinct().collect(Collectors.joining(", "));
	}

	private static String available(List<ChartSource> sources) {
		String metrics = sources.stream().flatMap(source -> source.experiment().rows().stream()).map(row -> row.metric().id()).distinct()
				.collect(Collectors.joining(", "));
		return metrics.isEmpty() ? "nothing" : metrics;
	}
}
