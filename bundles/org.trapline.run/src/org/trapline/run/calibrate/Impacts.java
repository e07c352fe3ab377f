// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.calibrate;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.util.EcoreUtil;
import org.trapline.catalog.Catalog;
import org.trapline.lang.Inheritance;
import org.trapline.model.Cost;
import org.trapline.model.CostTable;
import org.trapline.model.CostValue;
import org.trapline.model.Experiment;
import org.trapline.model.OperationWorkload;
import org.trapline.model.Platform;
import org.trapline.model.Stack;
import org.trapline.model.TraplineModel;
import org.trapline.result.Metric;
import org.trapline.run.calibrate.CalibratedCost.Impact;
import org.trapline.run.compile.CompiledStack;
import org.trapline.run.point.Point;
import org.trapline.run.point.Variable;
import org.trapline.run.reproduce.PublishedValues;
import org.trapline.run.workload.Metrics;
import org.trapline.run.workload.WorkloadRunners;
import org.trapline.sim.bill.Bill;

/** The impacts of cost parameters on the cycles of cells that are compared with published values. */
final class Impacts {

	private static final BigDecimal MORE = new BigDecimal("1.1");

	private final Catalog catalog;
	private final Map<String, Impact> largest = new HashMap<>();

	Impacts(Catalog catalog) {
		this.catalog = catalog;
	}

	/** The impact on the cell that changes most; empty where none changes. */
	Optional<Impact> of(CostValue value) {
		return Optional.ofNullable(largest.get(key(value)));
	}

	/** The identity of a value by its place in a text, independent of the resource set. */
	private static String key(CostValue value) {
		return EcoreUtil.getURI(value).toString();
	}

	/** Adds the cells of a study. */
	void add(String study, TraplineModel model) {
		List<Cost> costs = model.eResource().getResourceSet().getResources().stream().flatMap(resource -> resource.getContents().stream())
				.flatMap(root -> ((TraplineModel) root).getElements().stream()).filter(Cost.class::isInstance).map(Cost.class::cast).toList();
		for (Experiment experiment : model.getElements().stream().filter(Experiment.class::isInstance).map(Experiment.class::cast).toList()) {
			for (Stack stack : experiment.getStacks()) {
				List<OperationWorkload> workloads = compared(experiment, stack);
				if (!workloads.isEmpty()) {
					add(study, new CompiledStack(catalog, stack), workloads, costs);
				}
			}
		}
	}

	private List<OperationWorkload> compared(Experiment experiment, Stack stack) {
		PublishedValues published = new PublishedValues(experiment, new Metrics(catalog));
		return experiment.getWorkloads().stream().flatMap(workload -> WorkloadRunners.round(workload).stream())
				.filter(workload -> published.comparison(stack, workload, Metric.CYCLES.id()).isPresent()).toList();
	}

	/** Cycles are not rounded here: an impact of a parameter of a few cycles would be lost. */
	private void add(String study, CompiledStack stack, List<OperationWorkload> workloads, List<Cost> costs) {
		CostTable table = Inheritance.platform(stack.stack()).map(Platform::getCosts).orElseThrow();
		for (OperationWorkload workload : workloads) {
			Bill bill = stack.bill(workload);
			BigDecimal base = bill.gradient(stack.prices(Point.NONE)).cycles();
			String cell = workload.getName() + " on " + stack.stack().getName() + " (" + study + ")";
			for (Cost cost : costs) {
				Optional<CostValue> value = stack.parameter(cost).flatMap(parameter -> Inheritance.value(cost, table));
				if (value.isPresent()) {
					Point point = new Point(List.of(Variable.of(cost, value.get().getUnit()).at(value.get().getAmount().multiply(MORE))));
					BigDecimal more = bill.gradient(stack.prices(point)).cycles();
					double percent = 100 * more.subtract(base).doubleValue() / base.doubleValue();
					if (percent != 0) {
						largest.merge(key(value.get()), new Impact(percent, cell), (known, found) -> found.percent() > known.percent() ? found : known);
					}
				}
			}
		}
	}
}
