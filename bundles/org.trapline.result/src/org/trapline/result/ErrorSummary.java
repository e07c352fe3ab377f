// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The errors of a study's values against the published ones, for one metric and one role: fits and predictions are never mixed.
 *
 * @param metric       the metric
 * @param role         fits or predictions
 * @param cells        number of values
 * @param meanAbsolute mean of the absolute errors: traps in traps, other metrics in percent of the published value
 * @param largest      the value whose error is the largest; the first of several
 * @param largestError its error with its sign, in the same unit
 * @since 0.2.0
 */
public record ErrorSummary(Metric metric, Role role, int cells, double meanAbsolute, ResultRow largest, double largestError) {

	/** In the order that users see; unknown metrics come last. */
	private static final Comparator<Metric> ORDER = Comparator
			.comparingInt(metric -> Metric.known().contains(metric) ? Metric.known().indexOf(metric) : Metric.known().size());

	public ErrorSummary {
		Objects.requireNonNull(metric);
		Objects.requireNonNull(role);
		Objects.requireNonNull(largest);
	}

	/** Whether errors are in percent of the published values, not in the metric's unit. */
	public boolean isRelative() {
		return !metric.equals(Metric.TRAPS);
	}

	/** One summary for each metric and role that a study has, in the order of {@link Metric#known()}, then of {@link Role}. */
	public static List<ErrorSummary> of(StudyResult study) {
		List<ResultRow> compared = Verdicts.compared(study);
		List<ErrorSummary> summaries = new ArrayList<>();
		for (Metric metric : compared.stream().map(ResultRow::metric).distinct().sorted(ORDER).toList()) {
			for (Role role : Role.values()) {
				List<ResultRow> rows = compared.stream()
						.filter(row -> row.metric().equals(metric) && row.comparison().orElseThrow().role() == role).toList();
				if (!rows.isEmpty()) {
					summaries.add(of(metric, role, rows));
				}
			}
		}
		return summaries;
	}

	private static ErrorSummary of(Metric metric, Role role, List<ResultRow> rows) {
		double sum = 0;
		ResultRow largest = rows.get(0);
		for (ResultRow row : rows) {
			sum += Math.abs(error(row));
			if (Math.abs(error(row)) > Math.abs(error(largest))) {
				largest = row;
			}
		}
		return new ErrorSummary(metric, role, rows.size(), sum / rows.size(), largest, error(largest));
	}

	/** The error of a row with a published value: of traps, which are few and exact, the difference; of other metrics, the relative error. */
	public static double error(ResultRow row) {
		Comparison comparison = row.comparison().orElseThrow();
		return row.metric().equals(Metric.TRAPS) ? row.value().subtract(comparison.published().value()).doubleValue()
				: comparison.errorPercent(row.value());
	}
}
