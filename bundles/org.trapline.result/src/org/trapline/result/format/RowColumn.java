// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.format;

import java.util.Arrays;
import java.util.List;

/**
 * The columns of a row in the machine formats, in order. The parameters of a sweep come after {@link #LEVEL}: in CSV a column for each, in JSON one
 * object.
 */
enum RowColumn {
	STUDY("study", "Name of the study: the file's name without its ending."),
	EXPERIMENT("experiment", "Name of the experiment."),
	STACK("stack", "Name of the stack."),
	WORKLOAD("workload", "Name of the workload."),
	LEVEL("level", "Level at which the workload ran: 1 in a VM, 2 in a nested VM."),
	METRIC("metric", "What was measured."),
	VALUE("value", "The number, in its unit; counts are exact."),
	UNIT("unit", "The unit of the metric."),
	EXIT_LEVEL(Rows.EXITS, "exitLevel", "The level that exits, 1 or more."),
	HANDLER(Rows.EXITS, "handler", "The level of the hypervisor that handles the exits: 0 for L0, above where L0 reflects them."),
	REASON(Rows.EXITS, "reason", "The exit reason, under the kernel's name: MSR_WRITE, SYS64."),
	REGISTER(Rows.EXITS, "register", "The register or field that is accessed; none where the exits are not for an access to one."),
	DIRECTION(Rows.EXITS, "direction", "read or write; only beside a register."),
	SHARE(Rows.EXITS, "share", "How many of all exits of the cell (stack, workload, point) these are, in percent."),
	CYCLES(Rows.EXITS, "cycles", "Cycles of L0 for all of these exits, each from the exit to the next entry."),
	COUNT(Rows.SUMMARIES, "count", "Number of points that the row summarizes; its value is their mean."),
	DEVIATION(Rows.SUMMARIES, "deviation", "Standard deviation, of the sample."),
	MIN(Rows.SUMMARIES, "min", "The smallest value."),
	P1(Rows.SUMMARIES, "p1", "1st percentile, by nearest rank; the next columns are others."),
	P5(Rows.SUMMARIES, "p5", "5th percentile."),
	P25(Rows.SUMMARIES, "p25", "25th percentile."),
	P50(Rows.SUMMARIES, "p50", "Median."),
	P75(Rows.SUMMARIES, "p75", "75th percentile."),
	P95(Rows.SUMMARIES, "p95", "95th percentile."),
	P99(Rows.SUMMARIES, "p99", "99th percentile."),
	MAX(Rows.SUMMARIES, "max", "The largest value."),
	HISTOGRAM(Rows.SUMMARIES, "histogram", "How many values each of up to 20 equally wide bins from min to max holds: an array, in CSV numbers with spaces between."),
	LOW("low", "Lower bound of the value's confidence interval; only where it was measured several times."),
	HIGH("high", "Upper bound of the confidence interval."),
	CONFIDENCE("confidence", "The confidence level of the interval, in percent."),
	COST_LOW(Rows.COST_INTERVALS, "costLow", "Lower end of the interval that the value lies in for the intervals of costs, with 95 %; only where one matters to it."),
	COST_HIGH(Rows.COST_INTERVALS, "costHigh", "Upper end of that interval."),
	REFERENCE("reference", "The published value of the same cell, where there is one."),
	REFERENCE_SOURCE("referenceSource", "Where it was published."),
	REFERENCE_STATUS("referenceStatus", "How well it is established: confirmed, secondary, recalled, derived, measured."),
	ROLE("role", "The kind of comparison: fit, residual (fitted to this cell and others together, with an error of more than 1 % here), prediction, or described (a program was written from the measurement)."),
	ERROR("error", "Relative error against the published value, in percent; none where that is 0 and the simulated value is not."),
	TOLERANCE("tolerance", "The largest difference from the published value that the study allows."),
	TOLERANCE_UNIT("toleranceUnit", "The unit of the tolerance: percent, or the unit of the metric."),
	TOLERANCE_OF_OTHERS("toleranceOfOthers", "The study's general tolerance, where this value has a tolerance of its own."),
	TOLERANCE_REASON("toleranceReason", "The reason for this value's own tolerance."),
	VERDICT("verdict", "ok, excused or miss: within the tolerance, within its own only, or outside of it."),
	NOTE("note", "A note on the value, such as that a migration does not converge; none if there is nothing to note."),
	EXTRAPOLATION("extrapolation", "The reason why the result is an extrapolation; none if the experiment does not declare one."),
	FINGERPRINT("fingerprint", "Of the study's results: equal for equal results on every machine. For a study with a sweep it stands in one last row,"
			+ " whose metric is `fingerprint`.");

	/** Which rows have a column. */
	enum Rows {
		/** Rows of every kind. */
		ALL,
		/** Exits by reason. CSV has the columns only where a result has such rows. */
		EXITS,
		/** Rows with intervals that come from those of costs. CSV has the columns only where a cost has an interval. */
		COST_INTERVALS,
		/** Summaries over the points of a sweep. CSV has the columns only where a result has such rows. */
		SUMMARIES
	}

	/** The object of a sweep's parameters in JSON. */
	static final String PARAMETERS = "parameters";
	/** The metric of the last row of a study with a sweep. */
	static final String FINGERPRINT_METRIC = "fingerprint";
	/** The unit of a tolerance in percent. */
	static final String PERCENT = "percent";
	/** The percentiles, in the order of {@link org.trapline.result.Summary#PERCENTAGES}. */
	static final List<RowColumn> QUANTILES = List.of(P1, P5, P25, P50, P75, P95, P99);

	private final Rows rows;
	private final FormatField field;

	RowColumn(String title, String meaning) {
		this(Rows.ALL, title, meaning);
	}

	RowColumn(Rows rows, String title, String meaning) {
		this.rows = rows;
		this.field = new FormatField(title, meaning);
	}

	/** Which rows have it. */
	Rows rows() {
		return rows;
	}

	/** As it is written. */
	String title() {
		return field.name();
	}

	/** The columns of some kind of rows, in order. */
	static List<FormatField> fields(Rows of) {
		return Arrays.stream(values()).filter(column -> column.rows == of).map(column -> column.field).toList();
	}
}
