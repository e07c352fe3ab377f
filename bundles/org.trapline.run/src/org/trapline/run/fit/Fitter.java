// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.fit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.trapline.lang.Inheritance;
import org.trapline.model.Cost;
import org.trapline.model.CostTable;
import org.trapline.model.Platform;
import org.trapline.model.TraplineModel;
import org.trapline.result.Metric;
import org.trapline.result.ParameterValue;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.Studies;
import org.trapline.run.workload.Metrics;
import org.trapline.run.UnknownNameException;
import org.trapline.run.evaluate.Evaluator;
import org.trapline.run.evaluate.Request;
import org.trapline.sim.SimulationException;

/** Fits costs of a study to the measured cells that it compares with. */
public final class Fitter {

	/** Beyond this two costs can hardly be told apart. */
	private static final double CORRELATED = 0.95;

	private final Studies studies;

	/** Fits by these studies' plug-ins. */
	public Fitter(Studies studies) {
		this.studies = studies;
	}

	/** A fit with what is needed to write it in the language. */
	public record Fit(FitResult result, FittedTable table) {
	}

	/**
	 * Fits.
	 *
	 * @param file the study
	 * @throws InvalidStudyException when the study has errors, or what is asked for makes no sense; the message says the way out
	 * @throws IOException           when the file cannot be read
	 */
	public Fit fit(Path file, FitRequest request) throws InvalidStudyException, IOException {
		TraplineModel model = studies.valid(file);
		FitStudy study = new FitStudy(file, model, new Metrics(studies.catalog()));
		List<FitStudy.Compared> cells = study.cells(request.references());
		Platform machine = study.machine(cells);
		Optional<Platform> from = request.scale().isEmpty() ? Optional.empty() : Optional.of(study.platform(request.scale().get()));
		CostTable table = from.orElse(machine).getCosts();
		List<Varied> varied = new VariedCosts(study, table, from.isPresent()).of(request.vary());
		if (varied.size() > cells.size()) {
			throw study.problem(varied.size() + " costs are to be fitted to " + cells.size() + (cells.size() == 1 ? " cell" : " cells") + ": vary fewer, or name more references");
		}
		if (request.error().isPresent() && request.error().get().signum() <= 0) {
			throw study.problem("an error of measurement is above 0 %, not " + request.error().get().toPlainString());
		}
		if (request.steps().isPresent() && request.steps().getAsInt() < 1) {
			throw study.problem("a fit takes at least one step, not " + request.steps().getAsInt());
		}
		List<ParameterValue> base = from.isEmpty() ? List.of() : base(study, table);
		Evaluator evaluator = new Evaluator(studies.catalog(), model, Studies.name(file));
		Work work = new Work(study, evaluator, varied, base, request);
		FitResult result = work.result(cells, study.others(request.references(), cells));
		List<Platform> platforms = cells.stream().map(FitStudy.Compared::platform).distinct().toList();
		return new Fit(result, new FittedTable(studies, file, study, table, platforms, varied, result, request));
	}

	/** Another machine's costs, in place of those of the study's platform. */
	private static List<ParameterValue> base(FitStudy study, CostTable table) {
		return study.elements(Cost.class).flatMap(cost -> Inheritance.value(cost, table)
				.map(value -> new ParameterValue(FitStudy.fullName(cost), value.getAmount(), value.getUnit().getLiteral())).stream()).toList();
	}

	/** One fit. */
	private static final class Work {

		private final FitStudy study;
		private final Evaluator evaluator;
		private final List<Varied> varied;
		private final Arguments arguments;
		private final List<ParameterValue> base;
		private final FitRequest request;

		Work(FitStudy study, Evaluator evaluator, List<Varied> varied, List<ParameterValue> base, FitRequest request) {
			this.study = study;
			this.evaluator = evaluator;
			this.varied = varied;
			this.arguments = new Arguments(varied);
			this.base = base;
			this.request = request;
		}

		FitResult result(List<FitStudy.Compared> cells, List<FitStudy.Compared> others) throws InvalidStudyException {
			Map<FitCell, Fitting.Point> points = new LinkedHashMap<>();
			for (FitStudy.Compared each : cells) {
				points.put(each.cell(), point(each.cell()));
			}
			Fitting fitting = new Fitting(List.copyOf(points.values()), numbers(Varied::start), numbers(Varied::scale), numbers(Varied::low), numbers(Varied::high));
			requireEffect(fitting);
			Fitting.Solution solution = fitting.solve(numbers(Varied::start), request.steps().orElse(Fitting.STEPS));
			double[] x = solution.x();
			double[][] jacobian = fitting.jacobian(x);
			Identifiability known = new Identifiability(jacobian, x.length);
			Spread spread = new Spread(fitting, x, known, request.error().isPresent());
			List<FitResult.Cost> costs = costs(x, jacobian, known, spread.intervals(), List.copyOf(points.keySet()));
			List<FitResult.Cell> results = new ArrayList<>();
			Map<String, Without> rows = new LinkedHashMap<>();
			for (FitCell cell : points.keySet()) {
				Without alone = without(fitting, points, x, each -> each.equals(cell));
				Without row = rows.computeIfAbsent(cell.row(), name -> without(fitting, points, x, each -> each.row().equals(name)));
				Response response = points.get(cell).response();
				results.add(new FitResult.Cell(cell, true, touched(response, x), response.value(x), alone.predicts(response), row.predicts(response)));
			}
			for (FitStudy.Compared each : others) {
				Response response = point(each.cell()).response();
				results.add(new FitResult.Cell(each.cell(), false, touched(response, x), response.value(x), OptionalDouble.empty(), OptionalDouble.empty()));
			}
			String weights = request.error().map(error -> "errors of measurement of " + error.toPlainString() + " %").orElse("relative errors");
			return new FitResult(evaluator.study(), weights, solution.converged(), solution.steps(), costs, results, words(fitting, x, known, spread, results));
		}

		private double[] numbers(java.util.function.ToDoubleFunction<Varied> number) {
			return varied.stream().mapToDouble(number).toArray();
		}

		private Fitting.Point point(FitCell cell) throws InvalidStudyException {
			double measured = cell.measured().doubleValue();
			double weight = Math.abs(measured) * request.error().map(error -> error.doubleValue() / 100).orElse(1.0);
			try {
				return new Fitting.Point(response(cell), measured, weight);
			} catch (UnknownNameException | SimulationException | ArithmeticException e) {
				throw study.problem(cell.text() + ": " + e.getMessage());
			}
		}

		private Response response(FitCell cell) throws UnknownNameException {
			Request at = new Request(cell.experiment(), cell.stack(), cell.workload(), base, OptionalLong.empty());
			if (evaluator.hasFunction(at, cell.metric())) {
				return new BillResponse(evaluator.function(at, cell.metric(), arguments.names()), arguments);
			}
			// What cannot be simulated says so now.
			evaluator.evaluate(at).value(Metric.of(cell.metric(), "").id());
			return new SimulatedResponse(evaluator, at, cell.metric(), arguments, varied);
		}

		private void requireEffect(Fitting fitting) throws InvalidStudyException {
			double[][] jacobian = fitting.jacobian(numbers(Varied::start));
			for (int j = 0; j < varied.size(); j++) {
				int column = j;
				if (Arrays.stream(jacobian).allMatch(line -> line[column] == 0)) {
					throw study.problem("no cell depends on " + (varied.get(j).factor() ? "the factor '" : "cost '") + varied.get(j).name() + "': leave it out, or name a reference with cells that do");
				}
				if (Arrays.stream(jacobian).anyMatch(line -> !Double.isFinite(line[column]))) {
					throw study.problem("a derivative by '" + varied.get(j).name() + "' is no number: its value is too large, or its cells have none");
				}
			}
		}

		private static boolean touched(Response response, double[] x) {
			return Arrays.stream(response.gradient(x)).anyMatch(each -> each != 0);
		}

		// --------------------------------------------------------------------------------------- costs

		private List<FitResult.Cost> costs(double[] x, double[][] jacobian, Identifiability known, List<Optional<Spread.Range>> intervals, List<FitCell> cells) {
			return IntStream.range(0, x.length).mapToObj(j -> {
				Varied each = varied.get(j);
				List<FitCell> touching = IntStream.range(0, cells.size()).filter(i -> jacobian[i][j] != 0).mapToObj(cells::get).toList();
				double before = each.factor() ? 1 : each.shares().getFirst().value().getAmount().doubleValue();
				return new FitResult.Cost(each.name(), each.unit(), before, x[j], finite(intervals.get(j).map(Spread.Range::low)), finite(intervals.get(j).map(Spread.Range::high)),
						known.known(j), touching);
			}).toList();
		}

		private static OptionalDouble finite(Optional<Double> end) {
			return end.filter(Double::isFinite).map(OptionalDouble::of).orElse(OptionalDouble.empty());
		}

		// --------------------------------------------------------------------------------------- without some cells

		/** A fit to a part of the cells. */
		private record Without(Optional<double[]> x, Identifiability known) {

			/** A value that these cells tell; empty where they do not. */
			OptionalDouble predicts(Response response) {
				return x.isPresent() && known.tells(response.gradient(x.get())) ? OptionalDouble.of(response.value(x.get())) : OptionalDouble.empty();
			}
		}

		private static Without without(Fitting fitting, Map<FitCell, Fitting.Point> points, double[] x, Predicate<FitCell> left) {
			List<Fitting.Point> rest = points.entrySet().stream().filter(each -> !left.test(each.getKey())).map(Map.Entry::getValue).toList();
			if (rest.isEmpty()) {
				return new Without(Optional.empty(), new Identifiability(new double[0][], x.length));
			}
			Fitting part = fitting.with(rest);
			double[] best = part.solve(x, Fitting.STEPS).x();
			return new Without(Optional.of(best), new Identifiability(part.jacobian(best), x.length));
		}

		// --------------------------------------------------------------------------------------- words

		private List<String> words(Fitting fitting, double[] x, Identifiability known, Spread spread, List<FitResult.Cell> cells) {
			List<String> names = varied.stream().map(Varied::name).toList();
			List<String> words = new ArrayList<>(known.words(names));
			if (spread.told()) {
				double[][] covariance = spread.covariance();
				for (int i = 0; i < x.length; i++) {
					for (int j = i + 1; j < x.length; j++) {
						double correlation = covariance[i][j] / Math.sqrt(covariance[i][i] * covariance[j][j]);
						if (known.known(i) && known.known(j) && Math.abs(correlation) > CORRELATED) {
							words.add(String.format(Locale.ROOT, "`%s` and `%s` can hardly be told apart: their correlation is %.2f", names.get(i), names.get(j), correlation));
						}
					}
				}
			} else {
				words.add("there are as many cells as costs: nothing is left to tell how sure the values are; give more cells, or the error of measurement (--error)");
			}
			for (int j = 0; j < x.length; j++) {
				if (fitting.bound(x, j)) {
					words.add("`" + names.get(j) + "` lies on its bound: the cells ask for a value beyond it");
				}
			}
			String untouched = cells.stream().filter(cell -> cell.used() && !cell.touched()).map(cell -> cell.cell().text()).collect(Collectors.joining(", "));
			if (!untouched.isEmpty()) {
				words.add("nothing that was varied matters to " + untouched);
			}
			return words;
		}
	}
}
