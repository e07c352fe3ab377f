// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.reproduce;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.xtext.EcoreUtil2;
import org.trapline.lang.Inheritance;
import org.trapline.lang.Quantities;
import org.trapline.model.Cell;
import org.trapline.model.Cost;
import org.trapline.model.CostTable;
import org.trapline.model.CostValue;
import org.trapline.model.Experiment;
import org.trapline.model.ModelPackage;
import org.trapline.model.Platform;
import org.trapline.model.Reference;
import org.trapline.model.ReferenceConfiguration;
import org.trapline.model.ReferencePair;
import org.trapline.model.ReferenceUse;
import org.trapline.model.Stack;
import org.trapline.model.TraplineModel;
import org.trapline.model.Unit;
import org.trapline.model.Workload;
import org.trapline.result.Comparison;
import org.trapline.result.Metric;
import org.trapline.result.PublishedValue;
import org.trapline.result.Role;
import org.trapline.run.workload.Metrics;

/** The published values that an experiment is compared with, and whether a cost was fitted to them. */
public final class PublishedValues {

	/** Metrics of what exits. */
	private static final Set<String> COUNTS = Set.of(Metric.TRAPS.id(), Metric.EXITS.id());

	private final Experiment experiment;
	private final Metrics metrics;

	/** @param metrics tell the units of published values */
	public PublishedValues(Experiment experiment, Metrics metrics) {
		this.experiment = experiment;
		this.metrics = metrics;
	}

	/** The published value of one cell, where there is one. */
	public Optional<Comparison> comparison(Stack stack, Workload workload, String metric) {
		for (ReferenceUse use : experiment.getReferences()) {
			for (ReferencePair pair : use.getPairs()) {
				if (pair.getStack() == stack) {
					Optional<Comparison> found = cell(use.getReference(), pair.getConfiguration(), workload, metric)
							.map(value -> new Comparison(published(use.getReference(), value),
									role(stack, use.getReference(), pair.getConfiguration(), workload, metric),
									Tolerances.of(use, stack, workload, metric)));
					if (found.isPresent()) {
						return found;
					}
				}
			}
		}
		return Optional.empty();
	}

	private static Optional<org.trapline.model.PublishedValue> cell(Reference reference, ReferenceConfiguration configuration,
			Workload workload, String metric) {
		for (Cell cell : reference.getCells()) {
			if (cell.getConfiguration() == configuration && cell.getWorkload() == workload) {
				for (org.trapline.model.PublishedValue value : cell.getValues()) {
					if (value.getMetric().equals(metric)) {
						return Optional.of(value);
					}
				}
			}
		}
		return Optional.empty();
	}

	private PublishedValue published(Reference reference, org.trapline.model.PublishedValue value) {
		String publication = reference.getTitle() == null ? reference.getName() : reference.getTitle();
		return new PublishedValue(inUnitOfMetric(value, metrics), publication + ", " + value.getSource(), value.getCertainty().getLiteral());
	}

	/** The number in the unit of the metric's results, which may differ from that of the publication. */
	public static BigDecimal inUnitOfMetric(org.trapline.model.PublishedValue value, Metrics metrics) {
		Unit own = Unit.get(metrics.of(value.getMetric()).unit());
		if (!value.eIsSet(ModelPackage.Literals.PUBLISHED_VALUE__UNIT) || own == null || value.getUnit() == own) {
			return value.getValue();
		}
		return Quantities.inBase(value.getValue(), value.getUnit()).divide(Quantities.inBase(BigDecimal.ONE, own), MathContext.DECIMAL64)
				.stripTrailingZeros();
	}

	/** What the comparison with a cell is worth. */
	private static Role role(Stack stack, Reference reference, ReferenceConfiguration configuration, Workload workload, String metric) {
		if (fitted(stack, reference, configuration, workload, metric)) {
			return Role.FIT;
		}
		// Cycles depend on costs too, which have their own sources: what a program was written from says what exits.
		return COUNTS.contains(metric) && described(stack, reference) ? Role.DESCRIBED : Role.PREDICTION;
	}

	/** Whether a program of the stack was written from the very measurement. */
	private static boolean described(Stack stack, Reference reference) {
		return Inheritance.hypervisors(stack).values().stream().anyMatch(hypervisor -> Inheritance.isWrittenFrom(hypervisor, reference));
	}

	/**
	 * Whether the value that any cost has on the stack's platform, or a number of the workload itself, was fitted to the cell: a
	 * value that may depend on such a fit is not a prediction.
	 */
	private static boolean fitted(Stack stack, Reference reference, ReferenceConfiguration configuration, Workload workload,
			String metric) {
		return Stream.concat(values(stack), values(workload)).flatMap(value -> value.getFits().stream())
				.anyMatch(fit -> fit.getReference() == reference && fit.getConfiguration() == configuration && fit.getWorkload() == workload
						// Time is cycles at a fixed clock: a fit to one is a fit to the other.
						&& (fit.getMetric().equals(metric) || cost(fit.getMetric()) && cost(metric)));
	}

	/** The values in force: values that a table overrides are not included. */
	private static Stream<CostValue> values(Stack stack) {
		CostTable table = Inheritance.platform(stack).map(Platform::getCosts).orElseThrow();
		return stack.eResource().getResourceSet().getResources().stream().flatMap(resource -> resource.getContents().stream())
				.flatMap(model -> ((TraplineModel) model).getElements().stream()).filter(Cost.class::isInstance)
				.flatMap(cost -> Inheritance.value((Cost) cost, table).stream());
	}

	/** A workload's own numbers. */
	private static Stream<CostValue> values(Workload workload) {
		return EcoreUtil2.getAllContentsOfType(workload, CostValue.class).stream();
	}

	private static boolean cost(String metric) {
		return Metric.CYCLES.id().equals(metric) || Metric.TIME.id().equals(metric);
	}
}
