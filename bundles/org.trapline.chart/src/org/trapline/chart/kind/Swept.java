// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.trapline.chart.Sample;
import org.trapline.result.ParameterValue;

/** What kinds over the parameters of a sweep have in common: which parameter, its values in order, and what else tells points apart. */
final class Swept {

	private Swept() {
	}

	/** The parameter that is asked for, or else the one with an index among those that are not taken. */
	static String parameter(List<Sample> samples, Optional<String> wanted, int index, List<String> taken) {
		if (samples.stream().anyMatch(sample -> sample.row().summary().isPresent())) {
			throw new IllegalArgumentException("a summary of a sweep has no values for its points: run it without summary");
		}
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

	/** The values of a parameter, in their order. */
	static List<ParameterValue> values(List<Sample> samples, String parameter) {
		return samples.stream().map(sample -> sample.row().parameter(parameter).orElseThrow()).distinct().sorted(Comparator.comparing(ParameterValue::number))
				.toList();
	}

	/** Where each value is among values. */
	static Map<ParameterValue, Integer> places(List<ParameterValue> values) {
		Map<ParameterValue, Integer> places = new HashMap<>();
		values.forEach(value -> places.put(value, places.size()));
		return places;
	}

	static Names names(List<Sample> samples, List<String> without) {
		List<Function<Sample, String>> candidates = new ArrayList<>();
		candidates.add(sample -> sample.row().stack());
		candidates.add(sample -> sample.row().workload());
		candidates.add(Names.pointWithout(without));
		candidates.addAll(Names.ORIGIN);
		return Names.ofDiffering(samples, candidates);
	}
}
