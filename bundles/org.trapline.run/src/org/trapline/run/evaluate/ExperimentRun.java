// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.evaluate;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.trapline.catalog.Catalog;
import org.trapline.catalog.CatalogException;
import org.trapline.lang.Inheritance;
import org.trapline.model.Chart;
import org.trapline.model.Experiment;
import org.trapline.model.Hypervisor;
import org.trapline.model.Stack;
import org.trapline.model.Workload;
import org.trapline.result.Breakdown;
import org.trapline.result.ChartSpec;
import org.trapline.result.Comparison;
import org.trapline.result.ExitDetail;
import org.trapline.result.Metric;
import org.trapline.result.Parameter;
import org.trapline.result.ParameterValue;
import org.trapline.result.ResultRow;
import org.trapline.result.SummaryBuilder;
import org.trapline.result.stream.ExperimentPlan;
import org.trapline.result.stream.ResultSink;
import org.trapline.run.RunMonitor;
import org.trapline.run.RunOptions;
import org.trapline.run.Shard;
import org.trapline.run.StackProblem;
import org.trapline.run.compile.ExitNames;
import org.trapline.run.point.Point;
import org.trapline.run.point.PointSet;
import org.trapline.run.reproduce.PublishedValues;
import org.trapline.run.workload.CompiledStacks;
import org.trapline.run.workload.CostIntervals;
import org.trapline.run.workload.Measured;
import org.trapline.run.workload.MeasuredExit;
import org.trapline.run.workload.Metrics;
import org.trapline.run.workload.Replications;
import org.trapline.run.workload.RunContext;
import org.trapline.run.workload.Series;
import org.trapline.run.workload.Wanted;
import org.trapline.run.workload.WorkloadRunners;
import org.trapline.sim.SimulationException;
import org.trapline.sim.random.RandomStream;

/** Runs one experiment: every workload on every stack at every point. */
public final class ExperimentRun {

	/** The default of an experiment. */
	static final long SEED = 1;
	/** Digits of a share in percent. */
	private static final MathContext SHARE = new MathContext(6, RoundingMode.HALF_EVEN);
	private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

	/** A workload on a stack. */
	private record Pair(Stack stack, Workload workload) {
	}

	/** The work of one thread at a time: some points of a pair. */
	private record Piece(Pair pair, int from, int to) {
	}

	/** The rows and the breakdown of a cell. */
	private record Cell(List<ResultRow> rows, Optional<Breakdown> breakdown) {
	}

	private final Catalog catalog;
	private final Experiment experiment;
	private final String study;
	private final List<Stack> stacks;
	private final long seed;
	private final PointSet points;
	private final RunContext context;
	private final Metrics names;
	private final List<Metric> metrics;
	private final boolean exits;
	private final boolean summary;
	private final PublishedValues published;
	private final Map<Pair, Series> series = new ConcurrentHashMap<>();
	/** What is noted beside each result of a stack. */
	private final Map<Stack, Optional<String>> notes;

	/** @param stacks those of the experiment that are to run */
	public ExperimentRun(Catalog catalog, Experiment experiment, String study, List<Stack> stacks, RunOptions options) {
		this.catalog = catalog;
		this.experiment = experiment;
		this.study = study;
		this.stacks = List.copyOf(stacks);
		this.names = new Metrics(catalog);
		this.seed = options.seed().orElse(experiment.getSeed() == 0 ? SEED : experiment.getSeed());
		this.points = PointSet.of(experiment, seed);
		this.context = new RunContext(catalog, points, new CompiledStacks(catalog), (workload, point, monitor) -> Replications.of(experiment, stream(workload, point), monitor),
				new CostIntervals(options.intervals() && !(points.isSwept() && (options.summary() || experiment.isSummary()))));
		this.metrics = experiment.getMeasures().stream().map(names::of).filter(metric -> !metric.equals(Metric.EXITS)).toList();
		this.exits = options.exits() || experiment.getMeasures().stream().map(names::of).anyMatch(Metric.EXITS::equals);
		this.summary = points.isSwept() && (options.summary() || experiment.isSummary());
		this.published = new PublishedValues(experiment, names);
		this.notes = this.stacks.stream().collect(Collectors.toMap(stack -> stack, ModelInParts::note));
	}

	/** The number of cells; each is a stack, a workload and a point. */
	public long size() {
		return (long) stacks.size() * experiment.getWorkloads().size() * points.size();
	}

	/** The plan of its result. */
	public ExperimentPlan plan() {
		String title = experiment.getTitle() == null ? experiment.getName() : experiment.getTitle();
		List<Parameter> parameters = summary ? List.of() : points.point(0).parameters().stream().map(ParameterValue::parameter).toList();
		long cells = summary ? (long) stacks.size() * experiment.getWorkloads().size() : size();
		return new ExperimentPlan(study, experiment.getName(), title, Optional.ofNullable(experiment.getExtrapolation()),
				experiment.getCharts().stream().map(this::chart).toList(), parameters, exits && !summary, summary, hasCostIntervals(), cells * metrics.size());
	}

	private boolean hasCostIntervals() {
		return Stream.concat(stacks.stream(), Stream.ofNullable(experiment.getBaseline())).anyMatch(context.intervals()::any);
	}

	/**
	 * Runs it.
	 *
	 * @param jobs how many threads
	 * @param sink receives the rows and breakdowns, in order; the caller begins and ends it
	 * @throws StackProblem          when a stack cannot run, or needs something that is not installed
	 * @throws CancellationException when stopped
	 * @throws IOException           when the sink cannot take a result
	 */
	public void run(int jobs, RunMonitor monitor, ResultSink sink) throws IOException {
		run(jobs, monitor, sink, Shard.WHOLE, KnownCells.NONE);
	}

	/**
	 * Runs a part of it.
	 *
	 * @param shard which part; a summary is whole, or not in it
	 * @param known cells whose rows are taken as they are
	 */
	public void run(int jobs, RunMonitor monitor, ResultSink sink, Shard shard, KnownCells known) throws IOException {
		if (summary) {
			summarize(jobs, monitor, sink, shard, known);
			return;
		}
		Wanted wanted = new Wanted(new HashSet<>(metrics), exits, sink.takesBreakdowns());
		inOrder(jobs, pieces(shard), piece -> {
			List<Cell> cells = new ArrayList<>();
			for (int point = piece.from(); point < piece.to(); point++) {
				cells.add(cell(piece.pair(), point, wanted, monitor, known));
			}
			monitor.done(cells.size(), told(piece));
			return cells;
		}, (piece, cells) -> {
			for (Cell cell : cells) {
				for (ResultRow row : cell.rows()) {
					sink.row(row);
				}
				if (cell.breakdown().isPresent()) {
					sink.breakdown(cell.breakdown().get());
				}
			}
		});
	}

	/** One row for each metric of a pair: the summary of the values over all points. */
	private void summarize(int jobs, RunMonitor monitor, ResultSink sink, Shard shard, KnownCells known) throws IOException {
		List<Pair> mine = pairs().subList((int) shard.from(pairs().size()), (int) shard.to(pairs().size()));
		for (Pair pair : mine) {
			Optional<List<ResultRow>> rows = known.rows(study, experiment.getName(), pair.stack().getName(), pair.workload().getName(), List.of());
			if (rows.isPresent()) {
				for (ResultRow row : rows.get()) {
					sink.row(row);
				}
			} else {
				summarize(pair, jobs, monitor, sink);
			}
		}
	}

	private void summarize(Pair pair, int jobs, RunMonitor monitor, ResultSink sink) throws IOException {
		Wanted wanted = new Wanted(new HashSet<>(metrics), false, false);
		Map<Metric, SummaryBuilder> summaries = new HashMap<>();
		inOrder(jobs, pieces(pair, 0, points.size()), piece -> {
			double[][] values = new double[metrics.size()][piece.to() - piece.from()];
			for (int point = piece.from(); point < piece.to(); point++) {
				Measured measured = measured(piece.pair(), point, wanted, monitor);
				for (int i = 0; i < values.length; i++) {
					values[i][point - piece.from()] = measured.value(metrics.get(i)).map(BigDecimal::doubleValue).orElse(Double.NaN);
				}
			}
			monitor.done(piece.to() - (long) piece.from(), told(piece));
			return values;
		}, (piece, values) -> {
			for (int i = 0; i < values.length; i++) {
				SummaryBuilder sum = summaries.computeIfAbsent(metrics.get(i), each -> new SummaryBuilder());
				for (double value : values[i]) {
					// A workload has a metric at all points or at none.
					if (!Double.isNaN(value)) {
						sum.add(value);
					}
				}
			}
			if (piece.to() == points.size()) {
				for (Metric metric : metrics) {
					SummaryBuilder sum = summaries.get(metric);
					if (sum.size() > 0) {
						BigDecimal mean = sum.mean();
						sink.row(new ResultRow(study, experiment.getName(), piece.pair().stack().getName(), piece.pair().workload().getName(), level(piece.pair().stack()),
								List.of(), metric, mean, Optional.empty(), Optional.empty(), notes.get(piece.pair().stack()), Optional.of(sum.build())));
					}
				}
				summaries.clear();
			}
		});
	}

	// ------------------------------------------------------------------------------------------- cells

	private Cell cell(Pair pair, int number, Wanted wanted, RunMonitor monitor, KnownCells known) {
		Optional<List<ResultRow>> rows = known.rows(study, experiment.getName(), pair.stack().getName(), pair.workload().getName(), points.point(number).parameters());
		if (rows.isPresent() && !wanted.breakdown()) {
			return new Cell(rows.get(), Optional.empty());
		}
		Measured measured = measured(pair, number, wanted, monitor);
		List<ParameterValue> parameters = points.point(number).parameters();
		Optional<Breakdown> breakdown = wanted.breakdown()
				? measured.outcome().map(outcome -> new Breakdown(pair.stack().getName(), pair.workload().getName(), parameters, software(pair.stack()), Breakdown.shares(outcome)))
				: Optional.empty();
		return new Cell(rows(pair, parameters, measured), breakdown);
	}

	private List<ResultRow> rows(Pair pair, List<ParameterValue> parameters, Measured measured) {
		List<ResultRow> rows = new ArrayList<>();
		Optional<String> note = measured.note().or(() -> notes.get(pair.stack()));
		String stack = pair.stack().getName();
		String workload = pair.workload().getName();
		int level = level(pair.stack());
		for (String measure : experiment.getMeasures()) {
			Metric metric = names.of(measure);
			if (metric.equals(Metric.EXITS)) {
				continue;
			}
			// Published values were measured on one machine, not with varied parameters.
			Optional<Comparison> comparison = points.isSwept() ? Optional.empty() : published.comparison(pair.stack(), pair.workload(), measure);
			measured.value(metric).ifPresent(value -> rows.add(new ResultRow(study, experiment.getName(), stack, workload, level, parameters, metric, value,
					measured.interval(metric), measured.costInterval(metric), comparison.map(each -> each.against(value)), note, Optional.empty())));
		}
		BigDecimal all = measured.exits().stream().map(MeasuredExit::count).reduce(BigDecimal.ZERO, BigDecimal::add);
		for (MeasuredExit each : measured.exits()) {
			BigDecimal share = all.signum() == 0 ? BigDecimal.ZERO : each.count().multiply(PERCENT).divide(all, SHARE);
			ExitDetail detail = new ExitDetail(each.exit().level(), each.exit().handler(), each.reason(), ExitNames.register(each.exit().operation()),
					ExitNames.direction(each.exit().operation()), share, each.cycles());
			rows.add(new ResultRow(study, experiment.getName(), stack, workload, level, parameters, Metric.EXITS, each.count(), Optional.empty(), Optional.empty(), note,
					Optional.of(detail)));
		}
		return rows;
	}

	private static int level(Stack stack) {
		return Inheritance.hypervisors(stack).size();
	}

	private static List<String> software(Stack stack) {
		return Stream.concat(Inheritance.hypervisors(stack).values().stream().map(Hypervisor::getName), Stream.of("guest")).toList();
	}

	private Measured measured(Pair pair, int point, Wanted wanted, RunMonitor monitor) {
		if (monitor.isCancelled()) {
			throw new CancellationException("the run of " + study + " was stopped");
		}
		Measured own = alone(pair, point, wanted, monitor);
		if (experiment.getBaseline() == null || !wanted.comparison()) {
			return own;
		}
		return own.beside(alone(new Pair(experiment.getBaseline(), pair.workload()), point, wanted, monitor));
	}

	private Measured alone(Pair pair, int point, Wanted wanted, RunMonitor monitor) {
		try {
			return series.computeIfAbsent(pair, this::series).at(point, wanted, monitor);
		} catch (ArithmeticException e) {
			throw new StackProblem(pair.stack(), StackProblem.overflow(pair.stack(), pair.workload().getName(), e) + points.at(point));
		} catch (SimulationException | CatalogException e) {
			throw new StackProblem(pair.stack(), e.getMessage() + points.at(point));
		}
	}

	private Series series(Pair pair) {
		return WorkloadRunners.of(pair.workload()).series(pair.workload(), pair.stack(), context);
	}

	/** Common random numbers: all stacks get the same, so that results differ only by what the stacks do. */
	private RandomStream stream(Workload workload, Point point) {
		return Replications.stream(seed, study, experiment, workload, point);
	}

	private String told(Piece piece) {
		String what = experiment.getName() + ": " + piece.pair().workload().getName() + " on " + piece.pair().stack().getName();
		return piece.to() - piece.from() == 1 ? what + points.at(piece.from()) : what + " (points " + (piece.from() + 1) + " to " + piece.to() + ")";
	}

	private ChartSpec chart(Chart chart) {
		return new ChartSpec(ChartSpec.Kind.of(chart.getKind().getLiteral()).orElseThrow(), names.of(chart.getMetric()), Optional.empty(),
				Optional.ofNullable(chart.getAcross()), Optional.ofNullable(chart.getDown()), chart.isLogarithmic());
	}

	// ------------------------------------------------------------------------------------------- in parallel

	/** Runs a piece, on any thread. */
	private interface Work<R> {
		R of(Piece piece);
	}

	/** Receives the results of a piece, in the order of pieces. */
	private interface Taken<R> {
		void take(Piece piece, R result) throws IOException;
	}

	private record Pending<R>(Piece piece, Future<R> result) {
	}

	/** Runs all pieces on several threads, only a little ahead of the receiver: results of a piece are in memory until it is received. */
	private <R> void inOrder(int jobs, Stream<Piece> all, Work<R> work, Taken<R> taken) throws IOException {
		Deque<Pending<R>> pending = new ArrayDeque<>();
		Iterator<Piece> pieces = all.iterator();
		// The compiled model is read by all threads and written by none.
		try (ExecutorService threads = Executors.newFixedThreadPool(jobs)) {
			try {
				while (pieces.hasNext() || !pending.isEmpty()) {
					while (pieces.hasNext() && pending.size() < 4 * jobs) {
						Piece piece = pieces.next();
						pending.add(new Pending<>(piece, threads.submit(() -> work.of(piece))));
					}
					Pending<R> first = pending.remove();
					taken.take(first.piece(), first.result().get());
				}
			} catch (InterruptedException e) {
				threads.shutdownNow();
				Thread.currentThread().interrupt();
				throw new CancellationException("the run of " + study + " was interrupted");
			} catch (ExecutionException e) {
				threads.shutdownNow();
				throw asItWas(e.getCause());
			} catch (IOException | RuntimeException e) {
				threads.shutdownNow();
				throw e;
			}
		}
	}

	private List<Pair> pairs() {
		return stacks.stream().flatMap(stack -> experiment.getWorkloads().stream().map(workload -> new Pair(stack, workload))).toList();
	}

	/** Of the cells in order, pair by pair. */
	private Stream<Piece> pieces(Shard shard) {
		List<Pair> pairs = pairs();
		return IntStream.range(0, pairs.size()).boxed().flatMap(i -> {
			long before = (long) i * points.size();
			return pieces(pairs.get(i), (int) Math.clamp(shard.from(size()) - before, 0, points.size()), (int) Math.clamp(shard.to(size()) - before, 0, points.size()));
		});
	}

	private Stream<Piece> pieces(Pair pair, int first, int end) {
		if (first >= end) {
			return Stream.empty();
		}
		int size = series.computeIfAbsent(pair, this::series).piece();
		return Stream.iterate(first, from -> from < end, from -> from + size).map(from -> new Piece(pair, from, (int) Math.min(end, from + (long) size)));
	}

	private static RuntimeException asItWas(Throwable thrown) {
		return switch (thrown) {
		case RuntimeException exception -> exception;
		case Error error -> throw error;
		default -> new IllegalStateException(thrown);
		};
	}
}
