// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.evaluate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import org.trapline.lang.Sweeps;
import org.trapline.model.Experiment;
import org.trapline.model.Sweep;
import org.trapline.sim.random.RandomStream;

/** The points of an experiment: all combinations of what its sweeps go through, or a Latin hypercube's samples of their ranges. */
final class Points {

	/** More digits than any parameter is known to, and few enough to be read. */
	private static final MathContext SAMPLED = new MathContext(4);

	private Points() {
	}

	/** At least one: where nothing is swept, the point that changes nothing. */
	static List<Point> of(Experiment experiment, long seed) {
		if (experiment.getSweeps().isEmpty()) {
			return List.of(Point.NONE);
		}
		return experiment.getSamples() > 0 ? sampled(experiment, RandomStream.of(seed).child("latin hypercube")) : all(experiment.getSweeps());
	}

	private static List<Point> all(List<Sweep> sweeps) {
		List<Map<Sweep, BigDecimal>> combinations = List.of(Map.of());
		for (Sweep sweep : sweeps) {
			List<Map<Sweep, BigDecimal>> longer = new ArrayList<>();
			for (Map<Sweep, BigDecimal> combination : combinations) {
				for (BigDecimal value : Sweeps.values(sweep)) {
					Map<Sweep, BigDecimal> more = new LinkedHashMap<>(combination);
					more.put(sweep, value);
					longer.add(more);
				}
			}
			combinations = longer;
		}
		return combinations.stream().map(Point::new).toList();
	}

	/** Each range is cut into as many strata as there are points, and each of them is hit once. */
	private static List<Point> sampled(Experiment experiment, RandomStream stream) {
		int samples = experiment.getSamples();
		List<Map<Sweep, BigDecimal>> points = IntStream.range(0, samples).<Map<Sweep, BigDecimal>>mapToObj(i -> new LinkedHashMap<>()).toList();
		for (Sweep sweep : experiment.getSweeps()) {
			RandomGenerator random = stream.child(Sweeps.name(sweep)).generator();
			List<Integer> strata = shuffled(samples, random);
			for (int i = 0; i < samples; i++) {
				BigDecimal value = Sweeps.at(sweep, (strata.get(i) + random.nextDouble()) / samples);
				points.get(i).put(sweep, Sweeps.isWhole(sweep) ? value.setScale(0, RoundingMode.HALF_UP) : value.round(SAMPLED));
			}
		}
		return points.stream().map(Point::new).toList();
	}

	private static List<Integer> shuffled(int count, RandomGenerator random) {
		List<Integer> numbers = new ArrayList<>(IntStream.range(0, count).boxed().toList());
		for (int i = count - 1; i > 0; i--) {
			Collections.swap(numbers, i, random.nextInt(i + 1));
		}
		return numbers;
	}
}
