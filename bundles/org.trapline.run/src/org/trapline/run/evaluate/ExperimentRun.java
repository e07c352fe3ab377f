// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.trapline.catalog.Catalog;
import org.trapline.catalog.CatalogException;
import org.trapline.lang.Inheritance;
import org.trapline.model.AccessAction;
import org.trapline.model.Chart;
import org.trapline.model.Experiment;
import org.trapline.model.Hypervisor;
import org.trapline.model.RoutineKind;
import org.trapline.model.Stack;
import org.trapline.model.Workload;
import org.trapline.result.Breakdown;
import org.trapline.result.ChartSpec;
import org.trapline.result.Comparison;
import org.trapline.result.ExperimentPlan;
import org.trapline.result.Metric;
import org.trapline.result.Parameter;
import org.trapline.result.ParameterValue;
import org.trapline.result.ResultSink;
import org.trapline.result.ResultRow;
import org.trapline.run.RunMonitor;
import org.trapline.run.RunOptions;
import org.trapline.run.StackProblem;
import org.trapline.run.compile.CompiledStack;
import org.trapline.run.point.Point;
import org.trapline.run.point.PointSet;
import org.trapline.run.reproduce.PublishedValues;
import org.trapline.sim.SimulationException;
import org.trapline.sim.random.RandomStream;

/** Runs one experiment: every workload on every stack at every point. */
public final class ExperimentRun {

	/** Where an experiment names none. */
	private static final long SEED = 1;

	/** A measurement: what one thread does at a time. */
	private record Cell(Stack stack, Workload workload, Point point) {
	}

	/** A stack with what of a point changes its structure. */
	private record Structure(Stack stack, Object structure) {
	}

	private final Catalog catalog;
	private final Experiment experiment;
	private final String study;
	private final List<Stack> stacks;
	private final long seed;
	private final PointSet points;
	/** Each stack is expanded once for each structure that the points give it. */
	private final Map<Structure, CompiledStack> compiled = new ConcurrentHashMap<>();
	private final Set<Metric> wanted;
	private final Set<Cell> cells;

	/** @param stacks those of the experiment that are to run */
	public ExperimentRun(Catalog catalog, Experiment experiment, String study, List<Stack> stacks, RunOptions options) {
		this.catalog = catalog;
		this.experiment = experiment;
		this.study = study;
		this.stacks = List.copyOf(stacks);
		this.seed = options.seed().orElse(experiment.getSeed() == 0 ? SEED : experiment.getSeed());
		this.points = PointSet.of(experiment, seed);
		this.wanted = experiment.getMeasures().stream().map(Metrics::of).collect(Collectors.toSet());
		this.cells = cells();
	}

	/** How many measurements it takes. */
	public int size() {
		return cells.size();
	}

	/** All that has to be measured: the rows' own, and the baseline where it is not among them. */
	private Set<Cell> cells() {
		Set<Cell> cells = new LinkedHashSet<>();
		for (Stack stack : stacks) {
			cells(stack, cells);
		}
		Optional.ofNullable(experiment.getBaseline()).ifPresent(baseline -> cells(baseline, cells));
		return cells;
	}

	private void cells(Stack stack, Set<Cell> cells) {
		for (Workload workload : experiment.getWorkloads()) {
			for (int i = 0; i < points.size(); i++) {
				cells.add(new Cell(stack, workload, points.point(i)));
			}
		}
	}

	/** What is known of its result before it runs. */
	public ExperimentPlan plan() {
		String title = experiment.getTitle() == null ? experiment.getName() : experiment.getTitle();
		List<Parameter> parameters = points.get(0).parameters().stream().map(ParameterValue::parameter).toList();
		long rows = (long) stacks.size() * experiment.getWorkloads().size() * points.size() * experiment.getMeasures().size();
		return new ExperimentPlan(study, experiment.getName(), title, Optional.ofNullable(experiment.getExtrapolation()),
				experiment.getCharts().stream().map(this::chart).toList(), parameters, false, false, rows);
	}

	/**
	 * Runs it.
	 *
	 * @param sink takes the rows and breakdowns, in order; its beginning and end are told by the caller
	 * @throws StackProblem          when a stack cannot run, or asks for what is not installed
	 * @throws CancellationException when stopped
	 * @throws IOException           when the sink cannot take a result
	 */
	public void run(int jobs, RunMonitor monitor, ResultSink sink) throws IOException {
		Map<Cell, Measured> measured = measure(jobs, monitor);
		PublishedValues published = new PublishedValues(experiment);
		for (Stack stack : stacks) {
			List<String> software = software(stack);
			for (Workload workload : experiment.getWorkloads()) {
				for (int i = 0; i < points.size(); i++) {
					Point point = points.point(i);
					Measured plain = measured.get(new Cell(stack, workload, point));
					Measured beside = Optional.ofNullable(experiment.getBaseline())
							.map(baseline -> plain.beside(measured.get(new Cell(baseline, workload, point)))).orElse(plain);
					for (ResultRow row : rows(stack, workload, point, beside, published)) {
						sink.row(row);
					}
					if (beside.outcome().isPresent() && sink.takesBreakdowns()) {
						sink.breakdown(new Breakdown(stack.getName(), workload.getName(), point.parameters(), software,
								Breakdown.shares(beside.outcome().get())));
					}
				}
			}
		}
	}

	private List<ResultRow> rows(Stack stack, Workload workload, Point point, Measured measured, PublishedValues published) {
		List<ResultRow> rows = new ArrayList<>();
		Optional<String> note = measured.note().or(() -> tooFast(stack));
		for (org.trapline.model.Metric measure : experiment.getMeasures()) {
			Metric metric = Metrics.of(measure);
			// What was published was measured on one machine, and not where a parameter of it is varied.
			Optional<Comparison> comparison = point.isNone() ? published.comparison(stack, workload, measure) : Optional.empty();
			measured.value(metric).ifPresent(value -> rows.add(new ResultRow(study, experiment.getName(), stack.getName(), workload.getName(),
					Inheritance.hypervisors(stack).size(), point.parameters(), metric, value, measured.interval(metric), comparison, note)));
		}
		return rows;
	}

	/** Above L2, what is dear are exits of guest hypervisors between an exit and an entry; a program that accesses nothing there has none. */
	private static Optional<String> tooFast(Stack stack) {
		List<Hypervisor> hypervisors = List.copyOf(Inheritance.hypervisors(stack).values());
		return hypervisors.size() < 3 ? Optional.empty() : hypervisors.stream().skip(1).filter(each -> !accessesItsGuest(each)).findFirst()
				.map(each -> "far too fast above L2, since " + each.getName() + " is a model in parts, whose accesses do not exit; its numbers hold for L1 and L2 only");
	}

	private static boolean accessesItsGuest(Hypervisor hypervisor) {
		Map<Object, Inheritance.RoutineOf> routines = Inheritance.routines(hypervisor);
		return Stream.of(RoutineKind.EXIT, RoutineKind.ENTER).map(routines::get).filter(Objects::nonNull).flatMap(routine -> routine.steps().stream()).flatMap(step -> step.getActions().stream())
				.anyMatch(AccessAction.class::isInstance);
	}

	private ChartSpec chart(Chart chart) {
		return new ChartSpec(ChartSpec.Kind.of(chart.getKind().getLiteral()).orElseThrow(), Metrics.of(chart.getMetric()), Optional.empty(),
				Optional.ofNullable(chart.getAcross()), Optional.ofNullable(chart.getDown()), chart.isLogarithmic());
	}

	// ------------------------------------------------------------------------------------------- in parallel

	private Map<Cell, Measured> measure(int jobs, RunMonitor monitor) {
		Map<Cell, Future<Measured>> futures = new HashMap<>();
		// The compiled model is read by all threads and written by none.
		try (ExecutorService threads = Executors.newFixedThreadPool(jobs)) {
			for (Cell cell : cells) {
				Callable<Measured> task = () -> measure(cell, monitor);
				futures.put(cell, threads.submit(task));
			}
			Map<Cell, Measured> measured = new HashMap<>();
			try {
				for (Cell cell : cells) {
					measured.put(cell, futures.get(cell).get());
				}
			} catch (InterruptedException e) {
				threads.shutdownNow();
				Thread.currentThread().interrupt();
				throw new CancellationException("the run of " + study + " was interrupted");
			} catch (ExecutionException e) {
				threads.shutdownNow();
				throw asItWas(e.getCause());
			}
			return measured;
		}
	}

	private static RuntimeException asItWas(Throwable thrown) {
		return switch (thrown) {
		case RuntimeException exception -> exception;
		case Error error -> throw error;
		default -> new IllegalStateException(thrown);
		};
	}

	private Measured measure(Cell cell, RunMonitor monitor) {
		if (monitor.isCancelled()) {
			throw new CancellationException("the run of " + study + " was stopped");
		}
		// The same random numbers on every stack: what differs is what stacks do, and not what their clients happen to want.
		RandomStream stream = RandomStream.of(seed).child(study).child(experiment.getName()).child(cell.workload().getName())
				.child(cell.point().key());
		Measured measured = measured(cell, stream, monitor);
		monitor.done(experiment.getName() + ": " + cell.workload().getName() + " on " + cell.stack().getName() + at(cell.point()));
		return measured;
	}

	private static String at(Point point) {
		return point.isNone() ? "" : " (at " + point.key() + ")";
	}

	private CompiledStack compiled(Cell cell) {
		return compiled.computeIfAbsent(new Structure(cell.stack(), CompiledStack.structure(cell.stack(), cell.point())),
				each -> new CompiledStack(catalog, cell.stack(), cell.point()));
	}

	private static List<String> software(Stack stack) {
		return Stream.concat(Inheritance.hypervisors(stack).values().stream().map(Hypervisor::getName), Stream.of("guest")).toList();
	}

	private Measured measured(Cell cell, RandomStream stream, RunMonitor monitor) {
		try {
			return new Measuring(catalog, compiled(cell), cell.point(), wanted, Replications.of(experiment, stream, monitor))
					.measure(cell.workload());
		} catch (ArithmeticException e) {
			throw new StackProblem(cell.stack(), StackProblem.overflow(cell.stack(), cell.workload().getName()) + at(cell.point()));
		} catch (SimulationException | CatalogException e) {
			throw new StackProblem(cell.stack(), e.getMessage() + at(cell.point()));
		}
	}
}
