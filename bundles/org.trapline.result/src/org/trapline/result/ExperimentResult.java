// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.util.List;
import java.util.Objects;
import java.util.Optional;


/**
 * The results of one experiment.
 *
 * @param study         name of the study it belongs to
 * @param name          name of the experiment
 * @param title         a heading for people
 * @param extrapolation why the results are extrapolations; empty if the experiment does not declare them as such
 * @param rows          the values, in the order of the experiment's stacks, then of its metrics; the first ones or none if there are too many to keep
 * @param breakdowns    where the cycles went, for each stack, workload and point
 * @param charts        the charts that it declares
 * @param count         number of values, including those that are not kept
 * @since 0.2.0
 */
public record ExperimentResult(String study, String name, String title, Optional<String> extrapolation, List<ResultRow> rows,
		List<Breakdown> breakdowns, List<ChartSpec> charts, long count) {

	/** With more values than this an experiment has no breakdowns, charts and whole tables. */
	public static final long MANY_ROWS = 100_000;

	public ExperimentResult {
		Objects.requireNonNull(study);
		Objects.requireNonNull(name);
		Objects.requireNonNull(title);
		Objects.requireNonNull(extrapolation);
		rows = List.copyOf(rows);
		breakdowns = List.copyOf(breakdowns);
		charts = List.copyOf(charts);
		if (count < rows.size()) {
			throw new IllegalArgumentException(rows.size() + " of " + count + " values");
		}
	}

	/** A result that has all its rows. */
	public ExperimentResult(String study, String name, String title, Optional<String> extrapolation, List<ResultRow> rows, List<Breakdown> breakdowns,
			List<ChartSpec> charts) {
		this(study, name, title, extrapolation, rows, breakdowns, charts, rows.size());
	}

	/** A result without breakdowns. */
	public ExperimentResult(String study, String name, String title, List<ResultRow> rows, List<ChartSpec> charts) {
		this(study, name, title, Optional.empty(), rows, List.of(), charts);
	}

	/** The title, or the name where there is none. */
	public String heading() {
		return title.isBlank() ? name : title;
	}

	/** Whether it has too many values for charts, breakdowns and whole tables. */
	public boolean isLarge() {
		return count > MANY_ROWS;
	}

	/** What is left out of a large result, and what to do: for people. */
	public String omission() {
		return "%,d values are too many for charts, breakdowns and whole tables: take the rows from results.csv or results.json, or add 'summary' to the experiment (--summary)"
				.formatted(count);
	}
}
