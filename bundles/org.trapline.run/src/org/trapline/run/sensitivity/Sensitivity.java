// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.sensitivity;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.IntStream;

import org.trapline.lang.Inheritance;
import org.trapline.model.CostTable;
import org.trapline.model.CostValue;
import org.trapline.model.Experiment;
import org.trapline.model.Stack;
import org.trapline.model.TraplineModel;
import org.trapline.model.Workload;
import org.trapline.result.Metric;
import org.trapline.result.ParameterValue;
import org.trapline.run.Diagnostic;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.Studies;
import org.trapline.run.UnknownNameException;
import org.trapline.run.compile.PiecewiseLinear;
import org.trapline.run.evaluate.Evaluation;
import org.trapline.run.evaluate.Evaluator;
import org.trapline.run.evaluate.Request;
import org.trapline.run.workload.CostIntervals;
import org.trapline.sim.SimulationException;

/** Finds what the values of a study depend on. */
public final class Sensitivity {

	private static final int FLOW_SAMPLES = 64;
	private static final int OPERATION_SAMPLES = 1024;

	/**
	 * What is asked for.
	 *
	 * @param experiments the only experiments; all when empty
	 * @param stacks      the only stacks; all when empty
	 * @param sobol       whether Sobol indices are wanted
	 * @param samples     points of each of Saltelli's two matrices; empty for the usual number
	 */
	public record Options(List<String> experiments, List<String> stacks, boolean sobol, OptionalLong samples) {
		public Options {
			experiments = List.copyOf(experiments);
			stacks = List.copyOf(stacks);
		}
	}

	private final Studies studies;

	/** With these studies' plug-ins. */
	public Sensitivity(Studies studies) {
		this.studies = studies;
	}

	/**
	 * The rows of a study, those of each value by how far they move it.
	 *
	 * @throws InvalidStudyException when the study has errors, or nothing of what is asked for
	 * @throws IOException           when the file cannot be read
	 */
	public List<SensitivityRow> of(Path file, Options options) throws InvalidStudyException, IOException {
		TraplineModel model = studies.valid(file);
		Evaluator evaluator = new Evaluator(studies.catalog(), model, Studies.name(file));
		if (options.samples().isPresent() && options.samples().getAsLong() < 2) {
			throw problem(file, "Saltelli's sampling needs at least 2 samples, not " + options.samples().getAsLong());
		}
		List<Experiment> all = model.getElements().stream().filter(Experiment.class::isInstance).map(Experiment.class::cast).toList();
		for (String name : options.experiments()) {
			if (all.stream().noneMatch(each -> each.getName().equals(name))) {
				throw problem(file, "there is no experiment '" + name + "'; the file has " + String.join(", ", all.stream().map(Experiment::getName).toList()));
			}
		}
		List<SensitivityRow> rows = new ArrayList<>();
		for (Experiment experiment : all) {
			if (options.experiments().isEmpty() || options.experiments().contains(experiment.getName())) {
				for (Stack stack : experiment.getStacks()) {
					if (options.stacks().isEmpty() || options.stacks().contains(stack.getName())) {
						for (Workload workload : experiment.getWorkloads()) {
							rows.addAll(rows(file, evaluator, experiment, stack, workload, options));
						}
					}
				}
			}
		}
		if (rows.isEmpty()) {
			throw problem(file, "no value that depends on a cost: name experiments and stacks that the file has, which measure cycles, time, latency or throughput");
		}
		return rows;
	}

	private static InvalidStudyException problem(Path file, String message) {
		return new InvalidStudyException(List.of(new Diagnostic(file.toString(), 0, 0, Diagnostic.Severity.ERROR, "sensitivity", message)));
	}

	private static List<SensitivityRow> rows(Path file, Evaluator evaluator, Experiment experiment, Stack stack, Workload workload, Options options) throws InvalidStudyException {
		Request request = new Request(experiment.getName(), stack.getName(), workload.getName());
		List<SensitivityRow> rows = new ArrayList<>();
		try {
			List<CostIntervals.Uncertain> costs = costs(evaluator, request, stack);
			for (String measure : experiment.getMeasures()) {
				Metric metric = evaluator.metric(measure);
				if (evaluator.hasFunction(request, metric.id())) {
					PiecewiseLinear function = evaluator.function(request, metric.id(), costs.stream().map(CostIntervals.Uncertain::name).toList());
					rows.addAll(new Cell(request, metric, costs, options).rows(function::value, function::gradient, OPERATION_SAMPLES));
				}
			}
			if (rows.isEmpty()) {
				rows.addAll(simulated(evaluator, request, experiment, costs, options));
			}
			return rows;
		} catch (UnknownNameException | SimulationException | ArithmeticException e) {
			throw problem(file, workload.getName() + " on " + stack.getName() + ": " + e.getMessage());
		}
	}

	/** The costs that a workload is charged, each with its interval or one that is taken for it. */
	private static List<CostIntervals.Uncertain> costs(Evaluator evaluator, Request request, Stack stack) throws UnknownNameException {
		CostTable table = Inheritance.platform(stack).orElseThrow().getCosts();
		return evaluator.costs(request).stream().map(cost -> {
			CostValue value = Inheritance.value(cost, table).orElseThrow();
			return CostIntervals.Uncertain.of(cost, value);
		}).toList();
	}

	/** Clients and migrations: with the same random numbers at all points. Costs that have no interval are left out where others have one. */
	private static List<SensitivityRow> simulated(Evaluator evaluator, Request request, Experiment experiment, List<CostIntervals.Uncertain> costs, Options options)
			throws UnknownNameException {
		Evaluation nominal = evaluator.evaluate(request);
		List<CostIntervals.Uncertain> varied = costs.stream().anyMatch(CostIntervals.Uncertain::given) ? costs.stream().filter(CostIntervals.Uncertain::given).toList() : costs;
		Simulations simulations = new Simulations(evaluator, request, varied);
		List<SensitivityRow> rows = new ArrayList<>();
		for (String measure : experiment.getMeasures()) {
			Metric metric = evaluator.metric(measure);
			if (!metric.count() && nominal.values().containsKey(metric.id())) {
				rows.addAll(new Cell(request, metric, varied, options).rows(x -> simulations.value(x, metric.id()), x -> simulations.gradient(x, metric.id()), FLOW_SAMPLES));
			}
		}
		return rows;
	}

	/** Evaluations by costs, each once for all metrics. */
	private static final class Simulations {

		private final Evaluator evaluator;
		private final Request request;
		private final List<CostIntervals.Uncertain> costs;
		private final java.util.Map<List<Double>, Evaluation> known = new java.util.HashMap<>();

		Simulations(Evaluator evaluator, Request request, List<CostIntervals.Uncertain> costs) {
			this.evaluator = evaluator;
			this.request = request;
			this.costs = costs;
		}

		double value(double[] x, String metric) {
			return known.computeIfAbsent(java.util.Arrays.stream(x).boxed().toList(), each -> at(x)).value(metric).doubleValue();
		}

		private Evaluation at(double[] x) {
			List<ParameterValue> overrides = IntStream.range(0, x.length)
					.mapToObj(i -> new ParameterValue(costs.get(i).name(), BigDecimal.valueOf(x[i]), costs.get(i).value().getUnit().getLiteral())).toList();
			try {
				return evaluator.evaluateAlike(request.with(overrides));
			} catch (UnknownNameException e) {
				throw new IllegalStateException(e);
			}
		}

		/** Between the ends of each cost. */
		double[] gradient(double[] x, String metric) {
			double[] slopes = new double[x.length];
			for (int j = 0; j < x.length; j++) {
				double[] low = x.clone();
				double[] high = x.clone();
				low[j] = costs.get(j).low().doubleValue();
				high[j] = costs.get(j).high().doubleValue();
				slopes[j] = high[j] > low[j] ? (value(high, metric) - value(low, metric)) / (high[j] - low[j]) : 0;
			}
			return slopes;
		}
	}

	/** A value as a function of costs. */
	private record Cell(Request request, Metric metric, List<CostIntervals.Uncertain> costs, Options options) {

		List<SensitivityRow> rows(java.util.function.ToDoubleFunction<double[]> function, java.util.function.Function<double[], double[]> derivatives, int usual) {
			double[] x = costs.stream().mapToDouble(CostIntervals.Uncertain::nominal).toArray();
			double value = function.applyAsDouble(x);
			double[] gradient = derivatives.apply(x);
			double[][] ends = new double[costs.size()][];
			for (int j = 0; j < ends.length; j++) {
				double[] low = x.clone();
				double[] high = x.clone();
				low[j] = costs.get(j).low().doubleValue();
				high[j] = costs.get(j).high().doubleValue();
				ends[j] = new double[] { function.applyAsDouble(low), function.applyAsDouble(high) };
			}
			int[] effective = IntStream.range(0, x.length).filter(j -> gradient[j] != 0 || ends[j][0] != ends[j][1]).toArray();
			SobolIndices sobol = options.sobol() && effective.length > 0 && effective.length <= SobolIndices.MOST ? indices(function, x, effective, usual) : null;
			List<SensitivityRow> rows = new ArrayList<>();
			for (int i = 0; i < effective.length; i++) {
				int j = effective[i];
				CostIntervals.Uncertain cost = costs.get(j);
				rows.add(new SensitivityRow(request.experiment(), request.stack(), request.workload(), metric.id(), metric.unit(), value, cost.name(),
						cost.value().getUnit().getLiteral(), x[j], cost.low().doubleValue(), cost.high().doubleValue(), cost.given(), gradient[j],
						value == 0 ? 0 : gradient[j] * x[j] / value, ends[j][0], ends[j][1], sobol == null ? OptionalDouble.empty() : OptionalDouble.of(sobol.firstOrder()[i]),
						sobol == null ? OptionalDouble.empty() : OptionalDouble.of(sobol.total()[i])));
			}
			rows.sort(Comparator.comparingDouble(SensitivityRow::swing).reversed().thenComparing(SensitivityRow::cost));
			return rows;
		}

		private SobolIndices indices(java.util.function.ToDoubleFunction<double[]> function, double[] nominal, int[] effective, int usual) {
			return SobolIndices.of(effective.length, (int) options.samples().orElse(usual), shares -> {
				double[] x = nominal.clone();
				for (int i = 0; i < shares.length; i++) {
					x[effective[i]] = costs.get(effective[i]).quantile(Math.clamp(shares[i], 1e-9, 1 - 1e-9));
				}
				return function.applyAsDouble(x);
			});
		}
	}
}
