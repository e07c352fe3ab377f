// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One simulated value, complete by itself.
 *
 * @param study      name of the study: the file's name without its ending
 * @param experiment name of the experiment
 * @param stack      name of the stack
 * @param workload   name of the workload
 * @param level      level at which the workload ran: 1 in a VM, 2 in a nested VM
 * @param parameters the point of a sweep, in the order of its parameters; empty where nothing is swept
 * @param metric     what was measured
 * @param value      the number, in {@code metric.unit()}; counts are exact
 * @param interval   its confidence interval, where it was measured several times
 * @param costInterval where the value lies for the intervals of costs, where any matters to it
 * @param comparison the published value of the same cell, where there is one
 * @param note       a note for readers of the value; empty for none
 * @param detail     which exits the value counts, or what it is the mean of; empty for other values
 * @since 0.2.0
 */
public record ResultRow(String study, String experiment, String stack, String workload, int level, List<ParameterValue> parameters,
		Metric metric, BigDecimal value, Optional<Interval> interval, Optional<Interval> costInterval, Optional<Comparison> comparison, Optional<String> note,
		Optional<RowDetail> detail) {

	public ResultRow {
		Objects.requireNonNull(study);
		Objects.requireNonNull(experiment);
		Objects.requireNonNull(stack);
		Objects.requireNonNull(workload);
		parameters = List.copyOf(parameters);
		Objects.requireNonNull(metric);
		Objects.requireNonNull(value);
		Objects.requireNonNull(interval);
		Objects.requireNonNull(costInterval);
		Objects.requireNonNull(comparison);
		Objects.requireNonNull(note);
		Objects.requireNonNull(detail);
	}

	/** A value that no interval of a cost matters to. */
	public ResultRow(String study, String experiment, String stack, String workload, int level, List<ParameterValue> parameters, Metric metric,
			BigDecimal value, Optional<Interval> interval, Optional<Comparison> comparison, Optional<String> note, Optional<RowDetail> detail) {
		this(study, experiment, stack, workload, level, parameters, metric, value, interval, Optional.empty(), comparison, note, detail);
	}

	/** A value by itself. */
	public ResultRow(String study, String experiment, String stack, String workload, int level, List<ParameterValue> parameters, Metric metric,
			BigDecimal value, Optional<Interval> interval, Optional<Comparison> comparison, Optional<String> note) {
		this(study, experiment, stack, workload, level, parameters, metric, value, interval, comparison, note, Optional.empty());
	}

	/** A value without a note. */
	public ResultRow(String study, String experiment, String stack, String workload, int level, List<ParameterValue> parameters, Metric metric,
			BigDecimal value, Optional<Interval> interval, Optional<Comparison> comparison) {
		this(study, experiment, stack, workload, level, parameters, metric, value, interval, comparison, Optional.empty());
	}

	/** An exact value without a sweep. */
	public ResultRow(String study, String experiment, String stack, String workload, int level, Metric metric, BigDecimal value,
			Optional<Comparison> comparison) {
		this(study, experiment, stack, workload, level, List.of(), metric, value, Optional.empty(), comparison);
	}

	/** The interval to show where there is room for one: that of sampling, else that of costs. */
	public Optional<Interval> shownInterval() {
		return interval.or(() -> costInterval);
	}

	/** The exits that the value counts; empty where it is not one of {@link Metric#EXITS}. */
	public Optional<ExitDetail> exit() {
		return detail.filter(ExitDetail.class::isInstance).map(ExitDetail.class::cast);
	}

	/** What the value is the mean of; empty where it is the value of one point. */
	public Optional<Summary> summary() {
		return detail.filter(Summary.class::isInstance).map(Summary.class::cast);
	}

	/** The value of a parameter at this point; empty where it is not a parameter of the sweep. */
	public Optional<ParameterValue> parameter(String name) {
		return parameters.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
	}

	/** The point of the sweep in words, {@code vcpus = 4, clock = 2.4 GHz}; empty where nothing is swept. */
	public String point() {
		return parameters.stream().map(ParameterValue::toString).collect(Collectors.joining(", "));
	}
}
