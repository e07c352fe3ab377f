// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.emf.ecore.EStructuralFeature;
import org.trapline.catalog.Catalog;
import org.trapline.lang.Quantities.Dimension;
import org.trapline.lang.workload.WorkloadKind;
import org.trapline.lang.workload.WorkloadKinds;
import org.trapline.model.ModelPackage;
import org.trapline.model.Unit;
import org.trapline.model.Workload;
import org.trapline.result.Metric;

import jakarta.inject.Inject;

/** The metrics that studies can name: those of Trapline, and those that plug-ins contribute. */
public final class Metrics {

	/** The percentiles that editors propose; any other one is valid, too. */
	private static final List<String> COMMON_PERCENTILES = List.of("50", "90", "95", "99", "99.9");
	private static final BigDecimal ALL = BigDecimal.valueOf(100);

	private static final Set<EStructuralFeature> FEATURES = Set.of(ModelPackage.Literals.EXPERIMENT__MEASURES, ModelPackage.Literals.EXPERIMENT__PRECISE,
			ModelPackage.Literals.CHART__METRIC, ModelPackage.Literals.TOLERANCE__METRIC, ModelPackage.Literals.PUBLISHED_VALUE__METRIC,
			ModelPackage.Literals.CELL_REFERENCE__METRIC);

	private final List<Metric> known;
	private final WorkloadKinds kinds;

	@Inject
	public Metrics(Catalog catalog, WorkloadKinds kinds) {
		List<Metric> all = new ArrayList<>(Metric.known());
		contributed(catalog).stream().filter(metric -> !all.contains(metric)).forEach(all::add);
		this.known = List.copyOf(all);
		this.kinds = kinds;
	}

	/** The metrics that plug-ins contribute. */
	public static List<Metric> contributed(Catalog catalog) {
		return catalog.metrics().stream().map(metric -> new Metric(metric.id(), metric.unit(), false, metric.title(), metric.description())).toList();
	}

	/** Whether a feature of the metamodel names a metric. */
	public static boolean isNamedBy(EStructuralFeature feature) {
		return FEATURES.contains(feature);
	}

	/** All of them, without percentiles. */
	public List<Metric> known() {
		return known;
	}

	/** All of them, with the most common percentiles. */
	public List<Metric> proposed() {
		return known.stream().flatMap(metric -> metric.hasPercentiles()
				? Stream.concat(Stream.of(metric), COMMON_PERCENTILES.stream().map(BigDecimal::new).map(metric::percentile)) : Stream.of(metric)).toList();
	}

	/** The metric of a name: a known one, or a percentile from 0 to 100 of one that has percentiles; empty where there is none. */
	public Optional<Metric> find(String name) {
		Metric written = Metric.of(name, "");
		Optional<BigDecimal> percentile = written.percentile();
		if (percentile.isPresent()) {
			return known(written.base()).filter(Metric::hasPercentiles).filter(base -> percentile.get().compareTo(ALL) <= 0)
					.map(base -> base.percentile(percentile.get()));
		}
		return known(name);
	}

	private Optional<Metric> known(String name) {
		return known.stream().filter(metric -> metric.id().equals(name)).findFirst();
	}

	/** The known metric that an unknown name probably means. */
	public Optional<String> nearest(String name) {
		return NearestName.of(name, proposed().stream().map(Metric::id).toList());
	}

	/** The metrics of a kind of workload, without percentiles. */
	public List<Metric> of(Workload workload) {
		return kinds.of(workload).map(WorkloadKind::metrics).orElse(List.of());
	}

	/** The words of the kinds of workload that have a metric, or the one that it is a percentile of. */
	public List<String> kinds(Metric metric) {
		return kinds.all().stream().filter(kind -> kind.metrics().stream().anyMatch(own -> own.id().equals(metric.base()))).map(WorkloadKind::keyword).toList();
	}

	/** Whether a kind of workload has a metric, or the one that it is a percentile of. */
	public boolean has(Workload workload, Metric metric) {
		return of(workload).stream().anyMatch(own -> own.id().equals(metric.base()));
	}

	/** What a metric measures; empty where it is a number without a unit of the language. */
	public static Optional<Dimension> dimension(Metric metric) {
		return Optional.ofNullable(Unit.get(metric.unit())).map(Quantities::dimension);
	}
}
