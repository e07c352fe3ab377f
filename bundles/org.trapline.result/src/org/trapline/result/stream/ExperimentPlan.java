// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.stream;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.trapline.result.Breakdown;
import org.trapline.result.ChartSpec;
import org.trapline.result.ExperimentResult;
import org.trapline.result.Metric;
import org.trapline.result.Parameter;
import org.trapline.result.ParameterValue;
import org.trapline.result.ResultRow;

/**
 * The parts of an experiment's result that are known before it runs.
 *
 * @param study         name of the study it belongs to
 * @param name          name of the experiment
 * @param title         a heading for people
 * @param extrapolation why the results are extrapolations; empty if the experiment does not declare them as such
 * @param charts        the pictures it asks for
 * @param parameters    the parameters that rows say, in order: those of its sweeps; none where rows are summaries
 * @param exits         whether there are rows of {@link Metric#EXITS}
 * @param summary       whether rows are summaries over all points of a sweep
 * @param costIntervals whether rows may have intervals that come from those of costs
 * @param rows          how many rows there are at most, without those of {@link Metric#EXITS}
 */
public record ExperimentPlan(String study, String name, String title, Optional<String> extrapolation, List<ChartSpec> charts, List<Parameter> parameters,
		boolean exits, boolean summary, boolean costIntervals, long rows) {

	public ExperimentPlan {
		Objects.requireNonNull(study);
		Objects.requireNonNull(name);
		Objects.requireNonNull(title);
		Objects.requireNonNull(extrapolation);
		charts = List.copyOf(charts);
		parameters = List.copyOf(parameters);
	}

	/** Without intervals of costs. */
	public ExperimentPlan(String study, String name, String title, Optional<String> extrapolation, List<ChartSpec> charts, List<Parameter> parameters, boolean exits,
			boolean summary, long rows) {
		this(study, name, title, extrapolation, charts, parameters, exits, summary, false, rows);
	}

	/** The plan of existing results. */
	public static ExperimentPlan of(ExperimentResult result) {
		List<ResultRow> rows = result.rows();
		return new ExperimentPlan(result.study(), result.name(), result.title(), result.extrapolation(), result.charts(),
				rows.stream().flatMap(row -> row.parameters().stream()).map(ParameterValue::parameter).distinct().toList(),
				rows.stream().anyMatch(row -> row.exit().isPresent()), rows.stream().anyMatch(row -> row.summary().isPresent()),
				rows.stream().anyMatch(row -> row.costInterval().isPresent()),
				rows.stream().filter(row -> row.exit().isEmpty()).count());
	}

	/** Whether it is one of a sweep: its rows do not wait for the fingerprint of them all. */
	public boolean isSwept() {
		return summary || !parameters.isEmpty();
	}

	/** Whether it has too many rows for breakdowns, charts and tables. */
	public boolean isLarge() {
		return rows > ExperimentResult.MANY_ROWS;
	}

	/**
	 * Its result.
	 *
	 * @param count how many values there are, with those that are not kept
	 */
	public ExperimentResult result(List<ResultRow> values, List<Breakdown> breakdowns, long count) {
		return new ExperimentResult(study, name, title, extrapolation, values, breakdowns, charts, count);
	}
}
