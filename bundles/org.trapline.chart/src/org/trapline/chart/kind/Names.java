// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.trapline.chart.Sample;
import org.trapline.result.ParameterValue;

/** Names samples by what tells them apart: nothing that is the same in all of them is said. */
final class Names {

	private static final String BETWEEN = ", ";

	/** The runs, and their experiments. */
	static final List<Function<Sample, String>> ORIGIN = List.of(sample -> sample.source().name(), sample -> sample.row().experiment());

	private final List<Function<Sample, String>> telling;

	private Names(List<Function<Sample, String>> telling) {
		this.telling = telling;
	}

	/**
	 * @param samples    the samples to tell apart
	 * @param always     what is always said
	 * @param candidates what is said where it differs
	 */
	static Names of(List<Sample> samples, Function<Sample, String> always, List<Function<Sample, String>> candidates) {
		List<Function<Sample, String>> telling = new ArrayList<>(List.of(always));
		candidates.stream().filter(each -> differs(samples, each)).forEach(telling::add);
		return new Names(telling);
	}

	/** As {@link #of}, but nothing is always said; where nothing differs the first one is. */
	static Names ofDiffering(List<Sample> samples, List<Function<Sample, String>> candidates) {
		List<Function<Sample, String>> telling = candidates.stream().filter(each -> differs(samples, each)).toList();
		return new Names(telling.isEmpty() ? candidates.subList(0, 1) : telling);
	}

	private static boolean differs(List<Sample> samples, Function<Sample, String> name) {
		return samples.stream().map(name).distinct().limit(2).count() > 1;
	}

	/** The point of a sweep, without some of its parameters. */
	static Function<Sample, String> pointWithout(List<String> parameters) {
		return sample -> sample.row().parameters().stream().filter(parameter -> !parameters.contains(parameter.name()))
				.map(ParameterValue::toString).collect(Collectors.joining(BETWEEN));
	}

	/** The name of a sample. */
	String of(Sample sample) {
		return telling.stream().map(each -> each.apply(sample)).filter(text -> !text.isEmpty()).collect(Collectors.joining(BETWEEN));
	}
}
