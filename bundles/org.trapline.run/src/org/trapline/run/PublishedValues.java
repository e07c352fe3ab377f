// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

import org.trapline.lang.Inheritance;
import org.trapline.model.Cell;
import org.trapline.model.CellReference;
import org.trapline.model.CostSetting;
import org.trapline.model.CostTable;
import org.trapline.model.Experiment;
import org.trapline.model.Platform;
import org.trapline.model.Reference;
import org.trapline.model.ReferenceConfiguration;
import org.trapline.model.ReferencePair;
import org.trapline.model.ReferenceUse;
import org.trapline.model.Stack;
import org.trapline.model.Workload;

/** The published values that an experiment compares with, and whether a parameter was fitted to them. */
final class PublishedValues {

	private final Experiment experiment;

	PublishedValues(Experiment experiment) {
		this.experiment = experiment;
	}

	/** The published value of one cell, where there is one. */
	Optional<Comparison> comparison(Stack stack, Workload workload, org.trapline.model.Metric metric) {
		for (ReferenceUse use : experiment.getReferences()) {
			for (ReferencePair pair : use.getPairs()) {
				if (pair.getStack() == stack) {
					Optional<Comparison> found = cell(use.getReference(), pair.getConfiguration(), workload, metric)
							.map(value -> new Comparison(published(use.getReference(), value),
									fitted(stack, use.getReference(), pair.getConfiguration(), workload, metric) ? Role.FIT : Role.PREDICTION));
					if (found.isPresent()) {
						return found;
					}
				}
			}
		}
		return Optional.empty();
	}

	private static Optional<org.trapline.model.PublishedValue> cell(Reference reference, ReferenceConfiguration configuration,
			Workload workload, org.trapline.model.Metric metric) {
		for (Cell cell : reference.getCells()) {
			if (cell.getConfiguration() == configuration && cell.getWorkload() == workload) {
				for (org.trapline.model.PublishedValue value : cell.getValues()) {
					if (value.getMetric() == metric) {
						return Optional.of(value);
					}
				}
			}
		}
		return Optional.empty();
	}

	private static PublishedValue published(Reference reference, org.trapline.model.PublishedValue value) {
		String publication = reference.getTitle() == null ? reference.getName() : reference.getTitle();
		return new PublishedValue(value.getValue(), publication + ", " + value.getSource(), value.getCertainty().getLiteral());
	}

	/** Whether any cost of the platform was fitted to the cell: what depends on such a table is no prediction of it. */
	private static boolean fitted(Stack stack, Reference reference, ReferenceConfiguration configuration, Workload workload,
			org.trapline.model.Metric metric) {
		Set<CostTable> tables = new LinkedHashSet<>();
		CostTable table = Inheritance.platform(stack).map(Platform::getCosts).orElse(null);
		while (table != null && tables.add(table)) {
			table = table.getSuperTable();
		}
		for (CostTable each : tables) {
			for (CostSetting setting : each.getSettings()) {
				for (CellReference fit : setting.getValue().getFits()) {
					// Time is cycles at a fixed clock: fitted to one, fitted to the other.
					if (fit.getReference() == reference && fit.getConfiguration() == configuration && fit.getWorkload() == workload
							&& (fit.getMetric() == metric || cost(fit.getMetric()) && cost(metric))) {
						return true;
					}
				}
			}
		}
		return false;
	}

	private static boolean cost(org.trapline.model.Metric metric) {
		return metric != org.trapline.model.Metric.TRAPS;
	}
}
