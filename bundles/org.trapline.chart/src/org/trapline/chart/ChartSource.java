// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.trapline.result.ExperimentResult;
import org.trapline.result.store.Run;

/**
 * Results that a chart is made from: an experiment of a run.
 *
 * @param run        the run's id; empty for a result that is not kept
 * @param name       the run's name, which tells it from others in a chart
 * @param experiment what it came to
 */
public record ChartSource(String run, String name, ExperimentResult experiment) {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

	public ChartSource {
		Objects.requireNonNull(run);
		Objects.requireNonNull(name);
		Objects.requireNonNull(experiment);
	}

	/** A result that is not kept. */
	public static ChartSource of(ExperimentResult experiment) {
		return new ChartSource("", experiment.study(), experiment);
	}

	/** The experiments of several runs. Runs of one name are told apart by their times. */
	public static List<ChartSource> of(List<Run> runs) {
		Map<String, Long> names = runs.stream().collect(Collectors.groupingBy(run -> run.info().name(), Collectors.counting()));
		List<ChartSource> sources = new ArrayList<>();
		for (Run run : runs) {
			String name = run.info().name();
			String unique = names.get(name) > 1 ? name + ", " + TIME.format(run.info().began()) : name;
			run.experiments().forEach(experiment -> sources.add(new ChartSource(run.info().id(), unique, experiment)));
		}
		return sources;
	}

	@Override
	public String toString() {
		return name + ": " + experiment.name();
	}
}
