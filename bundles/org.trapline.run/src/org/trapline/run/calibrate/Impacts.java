// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.calibrate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.trapline.catalog.Catalog;
import org.trapline.lang.Inheritance;
import org.trapline.model.CostTable;
import org.trapline.model.CostValue;
import org.trapline.model.Experiment;
import org.trapline.model.OperationWorkload;
import org.trapline.model.Platform;
import org.trapline.model.Stack;
import org.trapline.model.TraplineModel;
import org.trapline.run.calibrate.CalibratedCost.Impact;
import org.trapline.run.compile.StackCompiler;
import org.trapline.run.reproduce.PublishedValues;
import org.trapline.sim.trap.TrapMachine;

/**
 * What cost parameters matter to the cycles of cells that are compared with published values. Changes the models that it is
 * given: they are of no use after.
 */
final class Impacts {

	/** Costs are whole cycles. Ten times as large, each of them can go up by 10 %, and ratios are the same. */
	private static final BigDecimal SCALE = BigDecimal.valueOf(10);
	private static final BigDecimal SCALE_UP = BigDecimal.valueOf(11);

	private final Catalog catalog;
	private final Map<String, Impact> largest = new HashMap<>();

	Impacts(Catalog catalog) {
		this.catalog = catalog;
	}

	/** The impact on the cell that changes most; empty where none changes. */
	Optional<Impact> of(CostValue value) {
		return Optional.ofNullable(largest.get(key(value)));
	}

	/** The same value of the same text, in whatever resource set. */
	private static String key(CostValue value) {
		return EcoreUtil.getURI(value).toString();
	}

	/** Takes the cells of a study into account. */
	void add(String study, TraplineModel model) {
		Map<CostValue, BigDecimal> amounts = new LinkedHashMap<>();
		for (Resource resource : model.eResource().getResourceSet().getResources()) {
			resource.getAllContents().forEachRemaining(object -> {
				if (object instanceof CostValue value && CalibratedModel.isOfCost(value)) {
					amounts.put(value, value.getAmount());
				}
			});
		}
		amounts.forEach((value, own) -> value.setAmount(own.multiply(SCALE)));
		for (Experiment experiment : model.getElements().stream().filter(Experiment.class::isInstance).map(Experiment.class::cast).toList()) {
			for (Stack stack : experiment.getStacks()) {
				List<OperationWorkload> workloads = compared(experiment, stack);
				if (!workloads.isEmpty()) {
					add(study, stack, workloads, amounts);
				}
			}
		}
	}

	private static List<OperationWorkload> compared(Experiment experiment, Stack stack) {
		PublishedValues published = new PublishedValues(experiment);
		return experiment.getWorkloads().stream().filter(OperationWorkload.class::isInstance).map(OperationWorkload.class::cast)
				.filter(workload -> published.comparison(stack, workload, org.trapline.model.Metric.CYCLES).isPresent()).toList();
	}

	private void add(String study, Stack stack, List<OperationWorkload> workloads, Map<CostValue, BigDecimal> amounts) {
		List<Long> base = run(stack, workloads);
		for (CostValue value : inForce(stack, amounts)) {
			value.setAmount(amounts.get(value).multiply(SCALE_UP));
			List<Long> more = run(stack, workloads);
			value.setAmount(amounts.get(value).multiply(SCALE));
			for (int i = 0; i < workloads.size(); i++) {
				double percent = 100.0 * (more.get(i) - base.get(i)) / base.get(i);
				if (percent != 0) {
					String cell = workloads.get(i).getName() + " on " + stack.getName() + " (" + study + ")";
					largest.merge(key(value), new Impact(percent, cell), (known, found) -> found.percent() > known.percent() ? found : known);
				}
			}
		}
	}

	private static List<CostValue> inForce(Stack stack, Map<CostValue, BigDecimal> amounts) {
		CostTable table = Inheritance.platform(stack).map(Platform::getCosts).orElseThrow();
		return amounts.keySet().stream().filter(value -> Inheritance.value(CalibratedModel.cost(value), table).equals(Optional.of(value)))
				.toList();
	}

	private List<Long> run(Stack stack, List<OperationWorkload> workloads) {
		StackCompiler compiler = new StackCompiler(catalog, stack);
		TrapMachine machine = new TrapMachine(compiler.stack());
		List<Long> cycles = new ArrayList<>();
		for (OperationWorkload workload : workloads) {
			cycles.add(machine.run(compiler.workload(workload)).cycles());
		}
		return cycles;
	}
}
