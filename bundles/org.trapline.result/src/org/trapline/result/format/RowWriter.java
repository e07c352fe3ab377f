// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.format;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.trapline.result.Bound;
import org.trapline.result.Breakdown;
import org.trapline.result.Comparison;
import org.trapline.result.ExitDetail;
import org.trapline.result.Interval;
import org.trapline.result.ResultRow;
import org.trapline.result.RowDetail;
import org.trapline.result.Summary;
import org.trapline.result.Tolerance;
import org.trapline.result.Verdict;
import org.trapline.result.stream.ExperimentPlan;
import org.trapline.result.stream.StudyPlan;
import org.trapline.result.stream.StudySink;

/**
 * Writes rows for machines as they come, each complete by itself: what reaches the output ends with a whole row, whenever writing ends. Rows of a study
 * without sweeps carry its fingerprint, and wait for it; rows of a study with a sweep are not kept, and the fingerprint follows them in a row of its own.
 */
abstract class RowWriter implements StudySink {

	/** Characters of whole rows that are kept before they are written. */
	private static final int ENOUGH = 1 << 14;

	/** A row that waits for the fingerprint of its study. */
	private record Waiting(ExperimentPlan experiment, ResultRow row) {
	}

	/** Whole rows that are not written yet. */
	final StringBuilder text = new StringBuilder(2 * ENOUGH);
	private final Appendable out;
	private final boolean journal;
	private final List<Waiting> waiting = new ArrayList<>();
	private StudyPlan study;
	private ExperimentPlan experiment;

	/** @param journal whether rows are written at once, without fingerprints: for runs that go on later */
	RowWriter(Appendable out, boolean journal) {
		this.out = out;
		this.journal = journal;
	}

	@Override
	public final void begin(StudyPlan begun) {
		study = begun;
	}

	@Override
	public final void begin(ExperimentPlan begun) {
		experiment = begun;
	}

	@Override
	public final void row(ResultRow row) throws IOException {
		if (study.isSwept() || journal) {
			write(row, experiment, Optional.empty());
		} else {
			waiting.add(new Waiting(experiment, row));
		}
	}

	@Override
	public final boolean takesBreakdowns() {
		return false;
	}

	@Override
	public final void breakdown(Breakdown breakdown) {
		// A row for machines is a value.
	}

	@Override
	public final void end() throws IOException {
		if (study.isSwept()) {
			flush();
		}
	}

	@Override
	public final void end(String fingerprint) throws IOException {
		if (journal) {
			flush();
			return;
		}
		if (study.isSwept()) {
			beginRow();
			text(RowColumn.STUDY, study.study());
			last(fingerprint);
			endRow();
		} else {
			Optional<String> known = Optional.of(fingerprint);
			for (Waiting each : waiting) {
				write(each.row(), each.experiment(), known);
			}
			waiting.clear();
		}
		flush();
	}

	final boolean journal() {
		return journal;
	}

	private void flush() throws IOException {
		// Also where it is empty: somebody may have to be told that the disk is full.
		out.append(text);
		text.setLength(0);
	}

	// ------------------------------------------------------------------------------------------- a row

	private void write(ResultRow row, ExperimentPlan plan, Optional<String> fingerprint) throws IOException {
		beginRow();
		text(RowColumn.STUDY, row.study());
		text(RowColumn.EXPERIMENT, row.experiment());
		text(RowColumn.STACK, row.stack());
		text(RowColumn.WORKLOAD, row.workload());
		count(RowColumn.LEVEL, row.level());
		parameters(row, plan);
		text(RowColumn.METRIC, row.metric().id());
		number(RowColumn.VALUE, row.value());
		text(RowColumn.UNIT, row.metric().unit());
		RowDetail detail = row.detail().orElse(null);
		exits(detail instanceof ExitDetail exits ? exits : null);
		summary(detail instanceof Summary summary ? summary : null);
		interval(row.interval().orElse(null));
		number(RowColumn.COST_LOW, row.costInterval().map(Interval::low).orElse(null));
		number(RowColumn.COST_HIGH, row.costInterval().map(Interval::high).orElse(null));
		comparison(row, row.comparison().orElse(null));
		text(RowColumn.NOTE, row.note().orElse(null));
		text(RowColumn.EXTRAPOLATION, plan.extrapolation().orElse(null));
		text(RowColumn.FINGERPRINT, fingerprint.orElse(null));
		endRow();
		if (journal || text.length() >= ENOUGH) {
			flush();
		}
	}

	private void exits(ExitDetail detail) throws IOException {
		if (detail == null) {
			none(RowColumn.EXIT_LEVEL, RowColumn.CYCLES);
			return;
		}
		count(RowColumn.EXIT_LEVEL, detail.exitLevel());
		count(RowColumn.HANDLER, detail.handler());
		text(RowColumn.REASON, detail.reason());
		text(RowColumn.REGISTER, detail.register().orElse(null));
		text(RowColumn.DIRECTION, detail.direction().map(ExitDetail::word).orElse(null));
		number(RowColumn.SHARE, detail.share());
		number(RowColumn.CYCLES, detail.cycles());
	}

	private void summary(Summary summary) throws IOException {
		if (summary == null) {
			none(RowColumn.COUNT, RowColumn.HISTOGRAM);
			return;
		}
		count(RowColumn.COUNT, summary.count());
		number(RowColumn.DEVIATION, summary.deviation());
		number(RowColumn.MIN, summary.min());
		for (int i = 0; i < RowColumn.QUANTILES.size(); i++) {
			number(RowColumn.QUANTILES.get(i), summary.quantile(Summary.PERCENTAGES.get(i)));
		}
		number(RowColumn.MAX, summary.max());
		counts(RowColumn.HISTOGRAM, summary.histogram());
	}

	private void interval(Interval interval) throws IOException {
		if (interval == null) {
			none(RowColumn.LOW, RowColumn.CONFIDENCE);
			return;
		}
		number(RowColumn.LOW, interval.low());
		number(RowColumn.HIGH, interval.high());
		number(RowColumn.CONFIDENCE, interval.percent());
	}

	private void comparison(ResultRow row, Comparison comparison) throws IOException {
		if (comparison == null) {
			none(RowColumn.REFERENCE, RowColumn.VERDICT);
			return;
		}
		number(RowColumn.REFERENCE, comparison.published().value());
		text(RowColumn.REFERENCE_SOURCE, comparison.published().source());
		text(RowColumn.REFERENCE_STATUS, comparison.published().status());
		text(RowColumn.ROLE, comparison.role().id());
		double error = comparison.errorPercent(row.value());
		// JSON has no infinity: where the published value is 0 and the simulated is not, there is no relative error.
		number(RowColumn.ERROR, Double.isFinite(error) ? rounded(error) : null);
		Optional<Tolerance> tolerance = comparison.tolerance();
		number(RowColumn.TOLERANCE, tolerance.map(each -> each.bound().value()).orElse(null));
		text(RowColumn.TOLERANCE_UNIT, tolerance.map(each -> each.bound().percent() ? RowColumn.PERCENT : row.metric().unit()).orElse(null));
		text(RowColumn.TOLERANCE_OF_OTHERS, tolerance.flatMap(Tolerance::general).map(Bound::toString).orElse(null));
		text(RowColumn.TOLERANCE_REASON, tolerance.flatMap(Tolerance::reason).orElse(null));
		text(RowColumn.VERDICT, comparison.verdict(row.value()).map(Verdict::id).orElse(null));
	}

	/** Two decimals: a relative error of a published value means no more. */
	private static BigDecimal rounded(double percent) {
		return BigDecimal.valueOf(percent).setScale(2, RoundingMode.HALF_EVEN);
	}

	// ------------------------------------------------------------------------------------------- the format

	abstract void beginRow() throws IOException;

	/** The point of a sweep. */
	abstract void parameters(ResultRow row, ExperimentPlan plan) throws IOException;

	/** @param value null where the column does not apply */
	abstract void text(RowColumn column, String value) throws IOException;

	/** @param value null where the column does not apply */
	abstract void number(RowColumn column, BigDecimal value) throws IOException;

	abstract void count(RowColumn column, long value) throws IOException;

	abstract void counts(RowColumn column, List<Long> values) throws IOException;

	/** Columns that do not apply. */
	abstract void none(RowColumn first, RowColumn last) throws IOException;

	/** The rest of the row of a fingerprint, after the study. */
	abstract void last(String fingerprint) throws IOException;

	abstract void endRow() throws IOException;
}
