// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.workload;

import java.util.List;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EClass;
import org.trapline.lang.Metrics;
import org.trapline.catalog.Catalog;
import org.trapline.model.ModelPackage;
import org.trapline.model.Workload;
import org.trapline.result.Metric;

import jakarta.inject.Inject;

/** Operations of the guest, done again and again. Plug-ins add to their metrics. */
public final class OperationKind implements WorkloadKind {

	private final List<Metric> metrics;

	@Inject
	public OperationKind(Catalog catalog) {
		metrics = Stream.of(List.of(Metric.TRAPS, Metric.CYCLES, Metric.TIME), Metrics.contributed(catalog), List.of(Metric.SPEEDUP, Metric.OVERHEAD, Metric.EXITS))
				.flatMap(List::stream).toList();
	}

	@Override
	public EClass type() {
		return ModelPackage.Literals.OPERATION_WORKLOAD;
	}

	@Override
	public String keyword() {
		return "workload";
	}

	@Override
	public List<Metric> metrics() {
		return metrics;
	}

	@Override
	public boolean isRandom() {
		return false;
	}

	@Override
	public boolean hasClients() {
		return false;
	}

	@Override
	public boolean isTraced() {
		return true;
	}

	@Override
	public void check(Workload workload, Problems problems) {
		// The grammar says it all.
	}
}
