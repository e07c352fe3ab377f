// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.evaluate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.trapline.catalog.Catalog;
import org.trapline.lang.Inheritance;
import org.trapline.lang.NearestName;
import org.trapline.lang.Quantities;
import org.trapline.model.Cost;
import org.trapline.model.CostTable;
import org.trapline.model.CostValue;
import org.trapline.model.Element;
import org.trapline.model.Experiment;
import org.trapline.model.OperationWorkload;
import org.trapline.model.Stack;
import org.trapline.model.SweptParameter;
import org.trapline.model.TraplineModel;
import org.trapline.model.Unit;
import org.trapline.model.Workload;
import org.trapline.result.Breakdown;
import org.trapline.result.Metric;
import org.trapline.result.ParameterValue;
import org.trapline.run.RunMonitor;
import org.trapline.run.UnknownNameException;
import org.trapline.run.compile.CompiledStack;
import org.trapline.run.compile.PiecewiseLinear;
import org.trapline.run.point.Point;
import org.trapline.run.point.PointSet;
import org.trapline.run.point.Setting;
import org.trapline.run.point.Variable;
import org.trapline.run.workload.CompiledStacks;
import org.trapline.run.workload.CostIntervals;
import org.trapline.run.workload.Measured;
import org.trapline.run.workload.Metrics;
import org.trapline.run.workload.Replications;
import org.trapline.run.workload.RunContext;
import org.trapline.run.workload.Wanted;
import org.trapline.run.workload.WorkloadRunners;
import org.trapline.sim.bill.Bill;
import org.trapline.sim.bill.Gradient;
import org.trapline.sim.cost.CostParameter;
import org.trapline.sim.trap.OperationMetrics;

/**
 * Evaluates points of one study: a function of the study's texts and the request alone. The study is parsed and compiled once, and each stack expanded
 * once for each structure. Needs no OSGi. Thread-safe.
 */
public final class Evaluator {

	private static final BigDecimal NANO = BigDecimal.ONE.movePointRight(9);

	private final Catalog catalog;
	private final Metrics names;
	private final TraplineModel model;
	private final String study;
	private final CompiledStacks stacks;

	/**
	 * @param model without errors
	 * @param study the study's name
	 */
	public Evaluator(Catalog catalog, TraplineModel model, String study) {
		this.catalog = catalog;
		this.names = new Metrics(catalog);
		this.model = model;
		this.study = study;
		this.stacks = new CompiledStacks(catalog);
	}

	/**
	 * What a workload comes to at a point, with all metrics that its kind has; with a speedup and overhead where the experiment has a baseline.
	 *
	 * @throws UnknownNameException                 when the study has nothing of a name that the request gives
	 * @throws org.trapline.sim.SimulationException when it cannot be simulated
	 * @throws ArithmeticException                  when a count exceeds 2^63 - 1
	 */
	public Evaluation evaluate(Request request) throws UnknownNameException {
		return evaluate(request, RunMonitor.NONE);
	}

	/**
	 * As {@link #evaluate(Request)}, and stops between two replications when asked to.
	 *
	 * @throws java.util.concurrent.CancellationException when stopped
	 */
	public Evaluation evaluate(Request request, RunMonitor monitor) throws UnknownNameException {
		return evaluate(request, point(request.overrides()), monitor);
	}

	/**
	 * As {@link #evaluate(Request)}, with the random numbers of the point without overrides: what differs between two such points is what the overrides make.
	 */
	public Evaluation evaluateAlike(Request request) throws UnknownNameException {
		return evaluate(request, Point.NONE, RunMonitor.NONE);
	}

	private Evaluation evaluate(Request request, Point random, RunMonitor monitor) throws UnknownNameException {
		Experiment experiment = find(Experiment.class, "experiment", request.experiment());
		Stack stack = find(Stack.class, "stack", request.stack());
		Workload workload = find(Workload.class, "workload", request.workload());
		Point point = point(request.overrides());
		Measuring measuring = new Measuring(experiment, workload, point, random, seed(experiment, request), monitor);
		Measured own = measured(measuring, stack);
		Measured measured = experiment.getBaseline() == null ? own : own.beside(measured(measuring, experiment.getBaseline()));
		return new Evaluation(measured.values().entrySet().stream().collect(Collectors.toMap(each -> each.getKey().id(), Map.Entry::getValue)),
				measured.intervals().entrySet().stream().collect(Collectors.toMap(each -> each.getKey().id(), Map.Entry::getValue)),
				measured.outcome().map(Breakdown::shares).orElse(List.of()), measured.note());
	}

	/** @param random the point whose random numbers are taken */
	private record Measuring(Experiment experiment, Workload workload, Point point, Point random, long seed, RunMonitor monitor) {
	}

	private Measured measured(Measuring of, Stack stack) {
		Set<Metric> metrics = new HashSet<>(of.experiment().getMeasures().stream().map(names::of).toList());
		catalog.metrics().forEach(each -> metrics.add(Metric.of(each.id(), each.unit())));
		metrics.add(Metric.TIME);
		Wanted wanted = new Wanted(metrics, false, true);
		RunContext context = new RunContext(catalog, PointSet.of(of.point()), stacks, (workload, there, monitor) -> Replications.of(of.experiment(),
				Replications.stream(of.seed(), study, of.experiment(), workload, of.random()), monitor), new CostIntervals(false));
		return WorkloadRunners.of(of.workload()).series(of.workload(), stack, context).at(0, wanted, of.monitor());
	}

	private static long seed(Experiment experiment, Request request) {
		return request.seed().orElse(experiment.getSeed() == 0 ? ExperimentRun.SEED : experiment.getSeed());
	}

	/**
	 * How the cycles, the time, or a metric that a plug-in takes from the trap tree of an operation workload depends on every number of the models.
	 *
	 * @throws UnknownNameException as {@link #evaluate}; also when the metric is none of these
	 */
	public Slopes slopes(Request request, String metric) throws UnknownNameException {
		Stack stack = find(Stack.class, "stack", request.stack());
		Workload named = find(Workload.class, "workload", request.workload());
		OperationWorkload workload = operations(named);
		Point point = point(request.overrides());
		CompiledStack compiled = stacks.at(stack, point);
		Bill bill = bill(compiled, workload, metric);
		Gradient gradient = bill.gradient(compiled.prices(point));
		BigDecimal hertz = point.hertz(Inheritance.platform(stack).orElseThrow());
		boolean time = !unit(metric).equals(Metric.CYCLES.unit());
		BigDecimal perCycle = time ? NANO.divide(hertz, MathContext.DECIMAL128) : BigDecimal.ONE;
		Map<String, BigDecimal> by = new HashMap<>();
		for (Cost cost : costs()) {
			compiled.parameter(cost).map(gradient::by).filter(slope -> slope.signum() != 0)
					.ifPresent(slope -> by.put(fullName(cost), slope.multiply(cyclesPerUnit(cost, stack, point, hertz)).multiply(perCycle)));
		}
		gradient.scales().forEach((scale, slope) -> by.put(scale.name(), slope.movePointLeft(2).multiply(perCycle)));
		BigDecimal clock = gradient.hertz();
		if (time) {
			// (C / f)' = (C' f - C) / f^2
			clock = clock.multiply(hertz).subtract(gradient.cycles()).divide(hertz.multiply(hertz), MathContext.DECIMAL128).multiply(NANO);
		}
		Unit unit = Inheritance.platform(stack).orElseThrow().getClock().getUnit();
		by.put(SweptParameter.CLOCK.getLiteral(), clock.multiply(Quantities.inBase(BigDecimal.ONE, unit)));
		return new Slopes(gradient.cycles().multiply(perCycle), by, gradient.ties().stream().map(tie -> tie.signalled().label()).toList());
	}

	/**
	 * The costs that the programs of a stack may charge a workload with.
	 *
	 * @throws UnknownNameException as {@link #evaluate}
	 */
	public List<Cost> costs(Request request) throws UnknownNameException {
		evaluate(request);
		Stack stack = find(Stack.class, "stack", request.stack());
		CompiledStack compiled = stacks.at(stack, point(request.overrides()));
		return costs().stream().filter(cost -> compiled.parameter(cost).isPresent()).toList();
	}

	/**
	 * The bill of a workload on a stack: of its cycles, or of a metric that a plug-in takes from the trap tree.
	 *
	 * @throws UnknownNameException as {@link #slopes}
	 */
	public Bill bill(Request request, String metric) throws UnknownNameException {
		Stack stack = find(Stack.class, "stack", request.stack());
		OperationWorkload workload = operations(find(Workload.class, "workload", request.workload()));
		return bill(stacks.at(stack, point(request.overrides())), workload, metric);
	}

	/** The experiments of the file, in its order. */
	public List<Offered> experiments() {
		return model.getElements().stream().filter(Experiment.class::isInstance).map(Experiment.class::cast)
				.map(each -> new Offered(each.getName(), Optional.ofNullable(each.getTitle()), each.getStacks().stream().map(Element::getName).toList(),
						each.getWorkloads().stream().map(Element::getName).toList(), each.getMeasures()))
				.toList();
	}

	/** The study's name. */
	public String study() {
		return study;
	}

	/**
	 * Whether {@link #slopes} and {@link #function} are known of a metric there: cycles and time of operations, and what plug-ins take from their trap trees.
	 *
	 * @throws UnknownNameException when the study has no workload of that name
	 */
	public boolean hasFunction(Request request, String metric) throws UnknownNameException {
		return WorkloadRunners.round(find(Workload.class, "workload", request.workload())).isPresent()
				&& (metric.equals(Metric.CYCLES.id()) || metric.equals(Metric.TIME.id()) || catalog.metrics().stream().anyMatch(each -> each.id().equals(metric)));
	}

	/**
	 * The same value as a function of some costs, with all other numbers as the request has them: fast, and not rounded.
	 *
	 * @param costs names of costs, with the namespace where the name alone is not enough; the function's arguments, each in the unit that it has at the
	 *              request's point or in the table of the stack's platform
	 * @throws UnknownNameException as {@link #slopes}; also when there is no such cost
	 */
	public PiecewiseLinear function(Request request, String metric, List<String> costs) throws UnknownNameException {
		Stack stack = find(Stack.class, "stack", request.stack());
		Workload named = find(Workload.class, "workload", request.workload());
		OperationWorkload workload = operations(named);
		Point point = point(request.overrides());
		CompiledStack compiled = stacks.at(stack, point);
		Bill bill = bill(compiled, workload, metric);
		BigDecimal hertz = point.hertz(Inheritance.platform(stack).orElseThrow());
		Map<CostParameter, Integer> indices = new IdentityHashMap<>();
		double[] units = new double[costs.size()];
		for (int i = 0; i < units.length; i++) {
			Cost cost = cost(costs.get(i));
			int index = i;
			compiled.parameter(cost).ifPresent(parameter -> indices.put(parameter, index));
			units[i] = cyclesPerUnit(cost, stack, point, hertz).doubleValue();
		}
		double perCycle = unit(metric).equals(Metric.CYCLES.unit()) ? 1 : NANO.doubleValue() / hertz.doubleValue();
		return PiecewiseLinear.of(bill.way(), compiled.prices(point), indices, units, perCycle);
	}

	private static OperationWorkload operations(Workload workload) throws UnknownNameException {
		return WorkloadRunners.round(workload).orElseThrow(() -> new UnknownNameException("workload '" + workload.getName()
				+ "' is no sequence of operations: nothing is known of how its values depend on numbers of the models"));
	}

	private static BigDecimal cyclesPerUnit(Cost cost, Stack stack, Point point, BigDecimal hertz) {
		Unit unit = point.unit(cost).orElseGet(() -> {
			CostTable table = Inheritance.platform(stack).orElseThrow().getCosts();
			return Inheritance.value(cost, table).map(CostValue::getUnit).orElse(Unit.CYCLES);
		});
		return unit == Unit.CYCLES ? BigDecimal.ONE : Quantities.inBase(BigDecimal.ONE, unit).multiply(hertz);
	}

	private Bill bill(CompiledStack compiled, OperationWorkload workload, String metric) throws UnknownNameException {
		if (metric.equals(Metric.CYCLES.id()) || metric.equals(Metric.TIME.id())) {
			return compiled.bill(workload);
		}
		if (catalog.metrics().stream().noneMatch(each -> each.id().equals(metric))) {
			throw new UnknownNameException("there are no derivatives of the metric '" + metric + "': ask for cycles, time"
					+ catalog.metrics().stream().map(each -> ", " + each.id()).collect(Collectors.joining()));
		}
		Bill bill = compiled.metricBills(workload, List.of(catalog.metricOf(metric, OperationMetrics.class))).get(metric);
		if (bill == null) {
			throw new UnknownNameException("the metric '" + metric + "' does not apply to workload '" + workload.getName() + "' on stack '" + compiled.stack().getName() + "'");
		}
		return bill;
	}

	/** The metric of a name. */
	public Metric metric(String name) {
		return names.of(name);
	}

	private String unit(String metric) {
		return names.of(metric).unit();
	}

	// ------------------------------------------------------------------------------------------- names

	/** The point that overrides are. */
	private Point point(List<ParameterValue> overrides) throws UnknownNameException {
		Setting[] settings = new Setting[overrides.size()];
		for (int i = 0; i < settings.length; i++) {
			settings[i] = setting(overrides.get(i));
		}
		return new Point(List.of(settings));
	}

	private Setting setting(ParameterValue override) throws UnknownNameException {
		Optional<Unit> unit = override.unit().isEmpty() ? Optional.empty() : Optional.of(unit(override));
		for (SweptParameter parameter : SweptParameter.values()) {
			if (parameter.getLiteral().equals(override.name())) {
				return new Variable(Optional.empty(), Optional.of(parameter), unit).at(override.number());
			}
		}
		return Variable.of(cost(override.name()), unit.orElse(Unit.CYCLES)).at(override.number());
	}

	private Cost cost(String name) throws UnknownNameException {
		List<Cost> named = costs().stream().filter(cost -> name.equals(cost.getName()) || name.equals(fullName(cost))).toList();
		if (named.size() > 1) {
			throw new UnknownNameException("several costs have the name '" + name + "': say which, " + String.join(" or ", named.stream().map(Evaluator::fullName).toList()));
		}
		if (named.isEmpty()) {
			throw unknown("cost", name, costs().stream().flatMap(cost -> Stream.of(cost.getName(), fullName(cost))).toList());
		}
		return named.getFirst();
	}

	private static Unit unit(ParameterValue override) throws UnknownNameException {
		Unit unit = Unit.get(override.unit());
		if (unit == null) {
			throw unknown("unit", override.unit(), Quantities.names());
		}
		return unit;
	}

	private List<Cost> costs() {
		return elements(Cost.class).toList();
	}

	private static String fullName(Cost cost) {
		String namespace = ((TraplineModel) cost.eContainer()).getNamespace();
		return namespace == null ? cost.getName() : namespace + "." + cost.getName();
	}

	private <T extends Element> T find(Class<T> type, String kind, String name) throws UnknownNameException {
		Optional<T> found = elements(type).filter(element -> name.equals(element.getName())).findFirst();
		if (found.isEmpty()) {
			throw unknown(kind, name, elements(type).map(Element::getName).toList());
		}
		return found.get();
	}

	private static UnknownNameException unknown(String kind, String name, List<String> known) {
		return new UnknownNameException("there is no " + kind + " '" + name + "' in the file or its imports"
				+ NearestName.of(name, known).map(near -> "; did you mean '" + near + "'?").orElse(""));
	}

	/** All of a kind, those of the file first. */
	private <T extends Element> Stream<T> elements(Class<T> type) {
		return model.eResource().getResourceSet().getResources().stream().flatMap(resource -> resource.getContents().stream())
				.filter(TraplineModel.class::isInstance).flatMap(root -> ((TraplineModel) root).getElements().stream()).filter(type::isInstance).map(type::cast);
	}
}
