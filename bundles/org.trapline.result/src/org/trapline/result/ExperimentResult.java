// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The results of one experiment.
 *
 * @param study      name of the study it belongs to
 * @param name       name of the experiment
 * @param title      a heading for people
 * @param extrapolation why the results are extrapolations; empty if the experiment does not declare them as such
 * @param rows       the values, in the order of the experiment's stacks, then of its metrics
 * @param breakdowns where the cycles went, for each stack, workload and point
 * @param charts     the pictures it asks for
 */
public record ExperimentResult(String study, String name, String title, Optional<String> extrapolation, List<ResultRow> rows,
		List<Breakdown> breakdowns, List<ChartSpec> charts) {

	public ExperimentResult {
		Objects.requireNonNull(study);
		Objects.requireNonNull(name);
		Objects.requireNonNull(title);
		Objects.requireNonNull(extrapolation);
		rows = List.copyOf(rows);
		breakdowns = List.copyOf(breakdowns);
		charts = List.copyOf(charts);
	}

	/** A result without breakdowns. */
	public ExperimentResult(String study, String name, String title, List<ResultRow> rows, List<ChartSpec> charts) {
		this(study, name, title, Optional.empty(), rows, List.of(), charts);
	}

	/** The title, or the name where there is none. */
	public String heading() {
		return title.isBlank() ? name : title;
	}
}
