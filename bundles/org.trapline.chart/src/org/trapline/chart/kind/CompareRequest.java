// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.trapline.chart.ChartData;
import org.trapline.chart.ChartSource;
import org.trapline.chart.Sample;
import org.trapline.result.Breakdown;
import org.trapline.result.ChartSpec;
import org.trapline.result.ExperimentResult;
import org.trapline.result.Metric;
import org.trapline.result.ParameterValue;
import org.trapline.result.ResultRow;
import org.trapline.result.store.Run;

/**
 * What somebody wants to see of some runs. It may be left open: {@link #answer()} chooses what was not chosen, and what cannot be had any
 * more is replaced by what can.
 *
 * @param runs       the runs
 * @param experiment name of the experiment; the first one when empty
 * @param chart      what to draw; what the study asks for when empty
 * @param filter     words that a value's names have to contain, in any case; all values when blank
 */
public record CompareRequest(List<Run> runs, Optional<String> experiment, Optional<ChartSpec> chart, String filter) {

	/**
	 * What there is to see.
	 *
	 * @param request     what was asked for, with what was chosen for it
	 * @param experiments the experiments that one can choose from
	 * @param available   the charts that there is data for, without baseline and axes
	 * @param baselines   what an overhead can be against: names for people by stack or run
	 * @param parameters  what is swept
	 * @param samples     the values
	 * @param data        the chart; empty where there is none
	 * @param problem     why there is none
	 */
	public record Answer(CompareRequest request, List<String> experiments, List<ChartSpec> available, Map<String, String> baselines,
			List<String> parameters, List<Sample> samples, Optional<ChartData> data, Optional<String> problem) {

		public Answer {
			Objects.requireNonNull(request);
			experiments = List.copyOf(experiments);
			available = List.copyOf(available);
			parameters = List.copyOf(parameters);
			samples = List.copyOf(samples);
		}
	}

	public CompareRequest {
		runs = List.copyOf(runs);
		Objects.requireNonNull(experiment);
		Objects.requireNonNull(chart);
		Objects.requireNonNull(filter);
	}

	/** Some runs, as they come. */
	public static CompareRequest of(List<Run> runs) {
		return new CompareRequest(runs, Optional.empty(), Optional.empty(), "");
	}

	/** The same of other runs. */
	public CompareRequest withRuns(List<Run> others) {
		return new CompareRequest(others, experiment, chart, filter);
	}

	/** The same of another experiment; its chart is chosen anew. */
	public CompareRequest withExperiment(String name) {
		return new CompareRequest(runs, Optional.of(name), Optional.empty(), filter);
	}

	/** Another chart of the same. */
	public CompareRequest withChart(ChartSpec spec) {
		return new CompareRequest(runs, experiment, Optional.of(spec), filter);
	}

	/** The same, filtered by other words. */
	public CompareRequest withFilter(String words) {
		return new CompareRequest(runs, experiment, chart, words);
	}

	/** What there is to see. Takes its time where there are many values. */
	public Answer answer() {
		List<ChartSource> all = ChartSource.of(runs);
		List<String> experiments = all.stream().map(source -> source.experiment().name()).distinct().toList();
		Optional<String> chosen = experiment.filter(experiments::contains).or(() -> experiments.stream().findFirst());
		List<ChartSource> of = all.stream().filter(source -> chosen.filter(source.experiment().name()::equals).isPresent()).toList();
		List<ChartSource> shown = of.stream().map(this::filtered).filter(source -> !source.experiment().rows().isEmpty()).toList();
		List<ChartSpec> available = ChartKinds.available(shown);
		Optional<ChartSpec> spec = chart.filter(wanted -> available.stream().anyMatch(each -> isSame(each, wanted)))
				.or(() -> chart.flatMap(wanted -> available.stream().filter(each -> each.metric().equals(wanted.metric())).findFirst()))
				.or(() -> of.stream().flatMap(source -> source.experiment().charts().stream()).findFirst()
						.filter(wanted -> available.stream().anyMatch(each -> isSame(each, wanted))))
				.or(() -> available.stream().findFirst());
		Optional<ChartData> data = Optional.empty();
		Optional<String> problem = Optional.empty();
		if (spec.isEmpty()) {
			problem = Optional.of(of.isEmpty() ? "These runs have no results." : "No value has all of these words: " + filter.strip());
		} else {
			try {
				data = Optional.of(ChartKinds.data(shown, possible(spec.get(), shown)));
			} catch (IllegalArgumentException e) {
				problem = Optional.of(sentence(e.getMessage()));
			}
		}
		return new Answer(new CompareRequest(runs, chosen, spec.map(each -> possible(each, shown)), filter), experiments, available, baselines(shown),
				parameters(shown), samples(shown), data, problem);
	}

	private static boolean isSame(ChartSpec one, ChartSpec other) {
		return one.kind() == other.kind() && one.metric().equals(other.metric());
	}

	/** Without a baseline and axes that these results do not have. */
	private static ChartSpec possible(ChartSpec spec, List<ChartSource> sources) {
		Set<String> parameters = Set.copyOf(parameters(sources));
		return new ChartSpec(spec.kind(), spec.metric(), spec.baseline().filter(baselines(sources)::containsKey),
				spec.across().filter(parameters::contains), spec.down().filter(parameters::contains), spec.log());
	}

	private static String sentence(String message) {
		return message.substring(0, 1).toUpperCase(Locale.ROOT) + message.substring(1) + ".";
	}

	private ChartSource filtered(ChartSource source) {
		List<String> words = List.of(filter.strip().toLowerCase(Locale.ROOT).split("\\s+"));
		if (filter.isBlank()) {
			return source;
		}
		Predicate<String> all = names -> words.stream().allMatch(names.toLowerCase(Locale.ROOT)::contains);
		ExperimentResult result = source.experiment();
		List<ResultRow> rows = result.rows().stream()
				.filter(row -> all.test(names(source, row.stack(), row.workload(), row.parameters(), row.metric().id() + " L" + row.level()))).toList();
		// A breakdown has no metric of its own: it goes with the values of its cell.
		Set<List<Object>> cells = rows.stream().map(row -> List.<Object>of(row.stack(), row.workload(), row.parameters())).collect(Collectors.toSet());
		List<Breakdown> breakdowns = result.breakdowns().stream()
				.filter(each -> cells.contains(List.<Object>of(each.stack(), each.workload(), each.parameters()))).toList();
		return new ChartSource(source.run(), source.name(),
				new ExperimentResult(result.study(), result.name(), result.title(), result.extrapolation(), rows, breakdowns, result.charts()));
	}

	private static String names(ChartSource source, String stack, String workload, List<ParameterValue> parameters, String more) {
		StringBuilder names = new StringBuilder(source.name()).append(' ').append(stack).append(' ').append(workload).append(' ').append(more);
		parameters.forEach(parameter -> names.append(' ').append(parameter.name()).append('=').append(parameter.text()));
		return names.toString();
	}

	private static Map<String, String> baselines(List<ChartSource> sources) {
		Map<String, String> baselines = new LinkedHashMap<>();
		sources.forEach(source -> source.experiment().rows().forEach(row -> baselines.put(row.stack(), row.stack())));
		if (sources.stream().map(ChartSource::run).distinct().count() > 1) {
			sources.forEach(source -> baselines.put(source.run(), "run " + source.name()));
		}
		return baselines;
	}

	private static List<String> parameters(List<ChartSource> sources) {
		Set<String> names = new LinkedHashSet<>();
		sources.forEach(source -> source.experiment().rows().forEach(row -> row.parameters().forEach(each -> names.add(each.name()))));
		return List.copyOf(names);
	}

	private static List<Sample> samples(List<ChartSource> sources) {
		List<Sample> samples = new ArrayList<>();
		sources.forEach(source -> source.experiment().rows().forEach(row -> samples.add(new Sample(source, row))));
		return samples;
	}

	/** The metrics of the available charts of a kind, in order. */
	public static List<Metric> metrics(Answer answer, ChartSpec.Kind kind) {
		return answer.available().stream().filter(spec -> spec.kind() == kind).map(ChartSpec::metric).toList();
	}
}
