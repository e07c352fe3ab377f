// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.trapline.chart.Sample;
import org.trapline.result.Comparison;
import org.trapline.result.ExitDetail;
import org.trapline.result.Interval;
import org.trapline.result.ParameterValue;
import org.trapline.result.Summary;
import org.trapline.result.Verdict;
import org.trapline.result.Verdicts;
import org.trapline.ui.preferences.TraplinePreferences;

/**
 * A column of the table of results.
 *
 * @param title       its heading
 * @param explanation what it says
 * @param number      whether it holds numbers
 * @param text        what it shows; empty where it does not apply
 * @param order       how it is sorted
 */
record ResultColumn(String title, String explanation, boolean number, Function<Sample, String> text, Comparator<Sample> order) {

	/** The columns that these samples need: what is the same, or not there, in all of them takes no room. What is read most comes first. */
	static List<ResultColumn> of(List<Sample> samples) {
		List<ResultColumn> columns = new ArrayList<>();
		if (samples.stream().map(sample -> sample.source().run()).distinct().count() > 1) {
			columns.add(text("Run", "Run", sample -> sample.source().name()));
		}
		columns.add(text("Stack", "Stack: machine and hypervisors", sample -> sample.row().stack()));
		columns.add(text("Workload", "Workload", sample -> sample.row().workload()));
		samples.stream().flatMap(sample -> sample.row().parameters().stream()).map(ParameterValue::name).distinct()
				.forEach(name -> columns.add(parameter(name)));
		columns.add(text("Metric", "Metric", sample -> sample.row().metric().id()));
		columns.add(number("Simulated", "Simulated value", sample -> Optional.of(sample.row().value())));
		if (samples.stream().anyMatch(sample -> sample.row().interval().isPresent())) {
			columns.add(number("From", "Lower end of the confidence interval", sample -> sample.row().interval().map(Interval::low)));
			columns.add(number("To", "Upper end of the confidence interval", sample -> sample.row().interval().map(Interval::high)));
		}
		if (samples.stream().anyMatch(sample -> sample.row().exit().isPresent())) {
			columns.addAll(exits());
		}
		if (samples.stream().anyMatch(sample -> sample.row().summary().isPresent())) {
			columns.addAll(summaries());
		}
		if (samples.stream().anyMatch(sample -> sample.row().comparison().isPresent())) {
			columns.add(number("Published", "Published value",
					sample -> sample.row().comparison().map(comparison -> comparison.published().value())));
			columns.add(new ResultColumn("Error", "Error of the simulated value relative to the published one", true, ResultColumn::error,
					Comparator.comparing(ResultColumn::errorPercent, Comparator.nullsFirst(Comparator.naturalOrder()))));
			columns.add(text("Role", "Fit: parameters were fitted to this published value; prediction: none was; described: a program was written from it",
					sample -> sample.row().comparison().map(comparison -> comparison.role().id()).orElse("")));
			if (samples.stream().anyMatch(sample -> Verdicts.verdict(sample.row()).isPresent())) {
				columns.add(text("Verdict", "Whether the value is within the tolerance that the study declares",
						sample -> Verdicts.verdict(sample.row()).map(Verdict::id).orElse("")));
			}
		}
		// "traps" in traps, "cycles" in cycles: there the unit only takes room.
		if (samples.stream().anyMatch(sample -> !sample.row().metric().unit().equals(sample.row().metric().id()))) {
			columns.add(text("Unit", "Unit of the simulated and the published value", sample -> sample.row().metric().unit()));
		}
		if (samples.stream().anyMatch(sample -> sample.row().note().isPresent())) {
			columns.add(text("Note", "Note on the value", sample -> sample.row().note().orElse("")));
		}
		columns.add(text("Level", "Level at which the workload runs: L1 is a VM, L2 a nested VM", sample -> "L" + sample.row().level()));
		return List.copyOf(columns);
	}

	/** What rows say that count exits. */
	private static List<ResultColumn> exits() {
		return List.of(exit("Exit From", "Level that exits", exit -> "L" + exit.exitLevel()), exit("Reason", "Exit reason, under the name that the kernel prints", ExitDetail::reason),
				exit("Access", "Register that is read or written", ExitDetail::access), exit("Handler", "Level of the hypervisor that handles the exits", exit -> "L" + exit.handler()),
				number("Share (%)", "Share of all exits of this stack and workload", sample -> sample.row().exit().map(ExitDetail::share)),
				number("Cycles", "Cycles of L0 for all of these exits", sample -> sample.row().exit().map(ExitDetail::cycles)),
				number("Cycles per Exit", "Mean cycles of L0 for one of these exits", sample -> sample.row().exit().map(exit -> exit.mean(sample.row().value()))));
	}

	private static ResultColumn exit(String title, String explanation, Function<ExitDetail, String> text) {
		return text(title, explanation, sample -> sample.row().exit().map(text).orElse(""));
	}

	/** What rows say that are summaries over the points of a sweep, whose value is the mean. */
	private static List<ResultColumn> summaries() {
		List<ResultColumn> columns = new ArrayList<>(List.of(
				number("Points", "Number of points of the sweep; the simulated value is their mean", sample -> sample.row().summary().map(each -> BigDecimal.valueOf(each.count()))),
				number("Deviation", "Standard deviation over the points", sample -> sample.row().summary().map(Summary::deviation)),
				number("Minimum", "Smallest value", sample -> sample.row().summary().map(Summary::min))));
		Summary.PERCENTAGES.forEach(percent -> columns.add(number(percent + " %", "Quantile: " + percent + " % of the values are not larger",
				sample -> sample.row().summary().map(each -> each.quantile(percent)))));
		columns.add(number("Maximum", "Largest value", sample -> sample.row().summary().map(Summary::max)));
		return columns;
	}

	private static ResultColumn text(String title, String explanation, Function<Sample, String> text) {
		return new ResultColumn(title, explanation, false, text, Comparator.comparing(text, String.CASE_INSENSITIVE_ORDER));
	}

	private static ResultColumn number(String title, String explanation, Function<Sample, Optional<BigDecimal>> value) {
		return new ResultColumn(title, explanation, true, value.andThen(found -> found.map(TraplinePreferences::number).orElse("")),
				Comparator.comparing(sample -> value.apply(sample).orElse(null), Comparator.nullsFirst(Comparator.naturalOrder())));
	}

	private static ResultColumn parameter(String name) {
		Function<Sample, Optional<ParameterValue>> value = sample -> sample.row().parameter(name);
		return new ResultColumn(name, "Sweep parameter", true, sample -> value.apply(sample).map(ParameterValue::text).orElse(""),
				Comparator.comparing((Sample sample) -> value.apply(sample).map(ParameterValue::number).orElse(null),
						Comparator.nullsFirst(Comparator.naturalOrder())).thenComparing(sample -> value.apply(sample).map(ParameterValue::text).orElse("")));
	}

	private static Double errorPercent(Sample sample) {
		return sample.row().comparison().map(comparison -> comparison.errorPercent(sample.row().value())).orElse(null);
	}

	/** {@code +3.4 %}; nothing to compare with is an empty text. */
	private static String error(Sample sample) {
		Optional<Comparison> comparison = sample.row().comparison();
		return comparison.map(known -> known.errorPercent(sample.row().value()))
				.map(error -> error == 0 ? "0 %" : Double.isInfinite(error) ? "published 0" : String.format(Locale.ROOT, "%+.1f %%", error)).orElse("");
	}
}
