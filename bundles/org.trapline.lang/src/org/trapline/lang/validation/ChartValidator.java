// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.validation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.eclipse.xtext.validation.Check;
import org.trapline.lang.Metrics;
import org.trapline.lang.Sweeps;
import org.trapline.model.Chart;
import org.trapline.model.Experiment;
import org.trapline.model.ModelPackage;
import org.trapline.model.Sweep;
import org.trapline.result.ChartSpec;
import org.trapline.result.ChartSpec.Option;
import org.trapline.result.Metric;

import jakarta.inject.Inject;

/** Charts: whether results will have what they show. It asks the traits of a kind, and knows no kind itself. */
public class ChartValidator extends PartialValidator {

	@Inject
	private Metrics metrics;

	@Check
	public void chartsShowWhatIsMeasured(Experiment experiment) {
		List<Metric> measured = experiment.getMeasures().stream().flatMap(name -> metrics.find(name).stream()).toList();
		for (Chart chart : experiment.getCharts()) {
			Optional<Metric> shown = metrics.find(chart.getMetric());
			if (shown.isPresent() && canShow(chart, shown.get())) {
				ChartSpec.Shows shows = kind(chart).shows();
				if (measured.stream().noneMatch(metric -> shows.shows(metric, shown.get()))) {
					error("the experiment does not measure " + shows.needs(shown.get()) + ": add it to 'measure'", chart, ModelPackage.Literals.CHART__METRIC,
							ProblemCodes.INCOMPLETE);
				}
			}
		}
	}

	/** Reports a metric that no such chart can show. The way out is a metric that it can show, or where these are many another kind. */
	private boolean canShow(Chart chart, Metric shown) {
		ChartSpec.Kind kind = kind(chart);
		List<Metric> all = metrics.proposed();
		Predicate<Metric> can = metric -> kind.shows().shows(metric, metric) || all.stream().anyMatch(each -> kind.shows().shows(each, metric));
		if (can.test(shown)) {
			return true;
		}
		String others = kinds(other -> all.stream().anyMatch(each -> other.shows().shows(each, shown)));
		boolean byKind = kind.shows() == ChartSpec.Shows.VALUES;
		error(shown + " " + kind.shows().unfit() + ": write " + (byKind ? "'chart " + others + " of " + shown + "'"
				: metrics.known().stream().filter(can).map(metric -> "'" + metric + "'").collect(Collectors.joining(" or "))), chart,
				byKind ? ModelPackage.Literals.CHART__KIND : ModelPackage.Literals.CHART__METRIC, ProblemCodes.MEASURE);
		return false;
	}

	@Check
	public void chartsAreOverWhatIsSwept(Experiment experiment) {
		Set<String> swept = experiment.getSweeps().stream().filter(sweep -> !unnamed(sweep)).map(Sweeps::name).collect(Collectors.toSet());
		for (Chart chart : experiment.getCharts()) {
			for (String name : new String[] { chart.getAcross(), chart.getDown() }) {
				if (name != null && !swept.contains(name)) {
					error("'" + name + "' is not swept: " + (swept.isEmpty() ? "add 'sweep'" : "there are " + swept.stream().sorted()
							.collect(Collectors.joining(", "))), chart, ModelPackage.Literals.CHART__ACROSS, ProblemCodes.SWEEP);
				}
			}
			int needed = kind(chart).parameters();
			if (experiment.getSweeps().size() < needed) {
				error("a chart of " + kind(chart) + " is over " + (needed == 1 ? "a parameter" : "two parameters") + " of the experiment: add 'sweep'", chart,
						ModelPackage.Literals.CHART__KIND, ProblemCodes.SWEEP);
			} else if (experiment.isSummary() && !kind(chart).isOfSummary()) {
				error("a chart of " + kind(chart) + " needs the points of the sweep, and a summary keeps none: remove 'summary', or this chart", chart,
						ModelPackage.Literals.CHART__KIND, ProblemCodes.SWEEP);
			}
		}
	}

	/** What makes no difference to a chart is a mistake about it, but stops no run. */
	@Check
	public void optionsMakeADifference(Chart chart) {
		ignored(chart, Option.ACROSS, Optional.ofNullable(chart.getAcross()).map(name -> "over " + name));
		if (kind(chart).takes(Option.ACROSS)) {
			ignored(chart, Option.DOWN, Optional.ofNullable(chart.getDown()).map(name -> "and " + name));
		}
		ignored(chart, Option.LOGARITHMIC, chart.isLogarithmic() ? Optional.of("logarithmic") : Optional.empty());
	}

	private void ignored(Chart chart, Option option, Optional<String> written) {
		if (written.isPresent() && !kind(chart).takes(option)) {
			warning("'" + written.get() + "' makes no difference to a chart of " + kind(chart) + ": remove it, or write a chart of "
					+ kinds(other -> other.takes(option)), chart, ModelPackage.Literals.CHART__KIND, ProblemCodes.CHART_OPTION);
		}
	}

	private static String kinds(Predicate<ChartSpec.Kind> wanted) {
		return Arrays.stream(ChartSpec.Kind.values()).filter(wanted).map(ChartSpec.Kind::id).collect(Collectors.joining(" or "));
	}

	/** A test insists that all words of the language are kinds. */
	private static ChartSpec.Kind kind(Chart chart) {
		return ChartSpec.Kind.of(chart.getKind().getLiteral()).orElseThrow();
	}

	private static boolean unnamed(Sweep sweep) {
		return sweep.getCost() != null && sweep.getCost().eIsProxy();
	}
}
