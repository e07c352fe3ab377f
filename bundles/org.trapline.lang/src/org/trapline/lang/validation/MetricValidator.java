// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.validation.Check;
import org.trapline.lang.Metrics;
import org.trapline.lang.Quantities;
import org.trapline.lang.Quantities.Dimension;
import org.trapline.model.CellReference;
import org.trapline.model.Chart;
import org.trapline.model.Experiment;
import org.trapline.model.ModelPackage;
import org.trapline.model.PublishedValue;
import org.trapline.model.Tolerance;
import org.trapline.result.Metric;

import jakarta.inject.Inject;

/** The metrics that a text names: whether they exist, and whether workloads have them. */
public class MetricValidator extends PartialValidator {

	@Inject
	private Metrics metrics;

	@Check
	public void measuredMetricsExist(Experiment experiment) {
		for (int i = 0; i < experiment.getMeasures().size(); i++) {
			exists(experiment.getMeasures().get(i), experiment, ModelPackage.Literals.EXPERIMENT__MEASURES, i);
		}
		exists(experiment.getPrecise(), experiment, ModelPackage.Literals.EXPERIMENT__PRECISE, 0);
	}

	@Check
	public void chartedMetricExists(Chart chart) {
		exists(chart.getMetric(), chart, ModelPackage.Literals.CHART__METRIC, 0);
	}

	@Check
	public void toleratedMetricExists(Tolerance tolerance) {
		isOneNumber(tolerance.getMetric(), tolerance, ModelPackage.Literals.TOLERANCE__METRIC);
	}

	@Check
	public void publishedMetricExists(PublishedValue value) {
		isOneNumber(value.getMetric(), value, ModelPackage.Literals.PUBLISHED_VALUE__METRIC);
	}

	@Check
	public void fittedMetricExists(CellReference fit) {
		isOneNumber(fit.getMetric(), fit, ModelPackage.Literals.CELL_REFERENCE__METRIC);
	}

	private void isOneNumber(String name, EObject element, EStructuralFeature feature) {
		if (Metric.EXITS.id().equals(name)) {
			error("exits are a table by level and reason, not a single number: write 'traps', or the exits of a reason as a workload of their "
					+ "own", element, feature,
					ProblemCodes.MEASURE);
		} else {
			exists(name, element, feature, 0);
		}
	}

	private void exists(String name, EObject element, EStructuralFeature feature, int index) {
		if (name != null && metrics.find(name).isEmpty()) {
			Metric written = Metric.of(name, "");
			Optional<Metric> base = metrics.find(written.base()).filter(Metric::hasPercentiles);
			String wayOut = base.isPresent() ? "; percentiles of " + base.get() + " are " + base.get() + ".p0 to " + base.get() + ".p100"
					: metrics.nearest(name).map(near -> "; did you mean '" + near + "'?")
							.orElse("; there are " + metrics.known().stream().map(Metric::id).collect(Collectors.joining(", ")));
			error("there is no metric '" + name + "'" + wayOut, element, feature, index, ProblemCodes.MEASURE);
		}
	}

	@Check
	public void workloadsHaveWhatIsMeasured(Experiment experiment) {
		for (int i = 0; i < experiment.getMeasures().size(); i++) {
			Optional<Metric> metric = metrics.find(experiment.getMeasures().get(i));
			boolean some = metric.isEmpty() || experiment.getWorkloads().isEmpty()
					|| experiment.getWorkloads().stream().anyMatch(workload -> workload.eIsProxy() || metrics.has(workload, metric.get()));
			if (!some) {
				error("no workload of the experiment has " + metric.get() + ": they have " + experiment.getWorkloads().stream().flatMap(
						workload -> metrics.of(workload).stream()).distinct().map(Metric::id).collect(Collectors.joining(", ")),
						ModelPackage.Literals.EXPERIMENT__MEASURES, i, ProblemCodes.MEASURE);
			}
		}
	}

	@Check
	public void publishedUnitsFit(PublishedValue value) {
		Optional<Metric> metric = Optional.ofNullable(value.getMetric()).flatMap(metrics::find);
		if (!value.eIsSet(ModelPackage.Literals.PUBLISHED_VALUE__UNIT) || metric.isEmpty()) {
			return;
		}
		Dimension given = Quantities.dimension(value.getUnit());
		Optional<Dimension> wanted = Metrics.dimension(metric.get());
		if (wanted.isEmpty() || wanted.get() != given) {
			error(value.getMetric() + " is not measured in " + value.getUnit() + ": " + wanted.map(dimension -> "give it in " + dimension.units())
					.orElse("leave the unit out"), ModelPackage.Literals.PUBLISHED_VALUE__UNIT, ProblemCodes.UNIT);
		}
	}
}
