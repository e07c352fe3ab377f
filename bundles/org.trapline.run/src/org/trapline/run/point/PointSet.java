// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.point;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

import org.trapline.lang.Sweeps;
import org.trapline.model.Experiment;
import org.trapline.model.Sweep;
import org.trapline.model.SweptParameter;
import org.trapline.sim.random.RandomStream;

/**
 * The points of an experiment, by number: all combinations of its sweeps' values, or a Latin hypercube's samples of their ranges. A
 * point is created on demand, so that millions of points take little memory. Immutable and thread-safe.
 */
public final class PointSet {

	/** Digits of samples: more than any parameter has, and still readable. */
	private static final MathContext SAMPLED = new MathContext(4);

	/** The values of one sweep, by the number of the point. */
	private interface Column {
		BigDecimal value(int point);
	}

	private final List<Variable> variables;
	private final List<Column> columns;
	private final int size;

	private PointSet(List<Variable> variables, List<Column> columns, int size) {
		this.variables = List.copyOf(variables);
		this.columns = List.copyOf(columns);
		this.size = size;
	}

	/** The points of an experiment; without a sweep, the point without overrides. */
	public static PointSet of(Experiment experiment, long seed) {
		if (experiment.getSweeps().isEmpty()) {
			return new PointSet(List.of(), List.of(), 1);
		}
		return experiment.getSamples() > 0 ? sampled(experiment, RandomStream.of(seed).child("latin hypercube")) : all(experiment.getSweeps());
	}

	/** The point of an experiment where all parameters are lowest, and that where all are highest; without a sweep, the point without overrides. */
	public static PointSet ends(Experiment experiment) {
		List<Sweep> sweeps = experiment.getSweeps();
		return new PointSet(sweeps.stream().map(Variable::of).toList(), sweeps.stream().<Column>map(sweep -> point -> point == 0 ? least(sweep) : most(sweep)).toList(), sweeps.isEmpty() ? 1 : 2);
	}

	private static BigDecimal least(Sweep sweep) {
		return Sweeps.isRange(sweep) ? sweep.getFrom() : Collections.min(sweep.getValues());
	}

	private static BigDecimal most(Sweep sweep) {
		return Sweeps.isRange(sweep) ? sweep.getTo() : Collections.max(sweep.getValues());
	}

	/** One point alone. */
	public static PointSet of(Point point) {
		return new PointSet(point.settings().stream().map(Setting::variable).toList(), point.settings().stream().<Column>map(setting -> each -> setting.number()).toList(), 1);
	}

	/** The last sweep varies fastest. */
	private static PointSet all(List<Sweep> sweeps) {
		List<Column> columns = new ArrayList<>();
		int size = 1;
		for (Sweep sweep : sweeps.reversed()) {
			List<BigDecimal> values = Sweeps.values(sweep);
			int inner = size;
			columns.addFirst(point -> values.get(point / inner % values.size()));
			size = Math.multiplyExact(size, values.size());
		}
		return new PointSet(sweeps.stream().map(Variable::of).toList(), columns, size);
	}

	/** Each range is divided into as many strata as there are points, with one sample in each. */
	private static PointSet sampled(Experiment experiment, RandomStream stream) {
		int samples = experiment.getSamples();
		List<Column> columns = new ArrayList<>();
		for (Sweep sweep : experiment.getSweeps()) {
			RandomGenerator random = stream.child(Sweeps.name(sweep)).generator();
			int[] strata = shuffled(samples, random);
			long[] digits = new long[samples];
			byte[] scales = new byte[samples];
			boolean whole = Sweeps.isWhole(sweep);
			for (int i = 0; i < samples; i++) {
				BigDecimal value = Sweeps.at(sweep, (strata[i] + random.nextDouble()) / samples);
				BigDecimal rounded = whole ? value.setScale(0, RoundingMode.HALF_UP) : value.round(SAMPLED);
				digits[i] = rounded.unscaledValue().longValueExact();
				scales[i] = (byte) rounded.scale();
			}
			columns.add(point -> BigDecimal.valueOf(digits[point], scales[point]));
		}
		return new PointSet(experiment.getSweeps().stream().map(Variable::of).toList(), columns, samples);
	}

	private static int[] shuffled(int count, RandomGenerator random) {
		int[] numbers = new int[count];
		for (int i = 0; i < count; i++) {
			numbers[i] = i;
		}
		for (int i = count - 1; i > 0; i--) {
			int j = random.nextInt(i + 1);
			int swapped = numbers[i];
			numbers[i] = numbers[j];
			numbers[j] = swapped;
		}
		return numbers;
	}

	/** The number of points, at least 1. */
	public int size() {
		return size;
	}

	/** The varied parameters, in the order of the experiment; empty without a sweep. */
	public List<Variable> variables() {
		return variables;
	}

	/** Whether anything is varied. */
	public boolean isSwept() {
		return !variables.isEmpty();
	}

	/** Whether the points differ in the structure of stacks, not only in costs. */
	public boolean variesStructure() {
		return variables.stream().anyMatch(variable -> variable.is(SweptParameter.THREADS));
	}

	/** The value of a variable, by its number, at a point, in its unit. */
	public BigDecimal value(int variable, int point) {
		return columns.get(variable).value(point);
	}

	/** The point of a number, for messages: {@code (at threads = 2)}; empty without a sweep. */
	public String at(int number) {
		return isSwept() ? " (at " + point(number).key() + ")" : "";
	}

	/** The point of a number. */
	public Point point(int number) {
		if (!isSwept()) {
			return Point.NONE;
		}
		List<Setting> settings = new ArrayList<>();
		for (int i = 0; i < columns.size(); i++) {
			settings.add(variables.get(i).at(value(i, number)));
		}
		return new Point(settings);
	}
}
