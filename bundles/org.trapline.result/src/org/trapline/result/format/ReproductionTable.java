// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.format;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.trapline.result.Comparison;
import org.trapline.result.ErrorSummary;
import org.trapline.result.ExperimentResult;
import org.trapline.result.Metric;
import org.trapline.result.ResultRow;
import org.trapline.result.StudyResult;
import org.trapline.result.Verdict;
import org.trapline.result.Verdicts;
import org.trapline.result.format.Table.Column;

/** A table for people: a line for each value with its published value, notes on values that need an explanation, and a summary. */
public final class ReproductionTable {

	private static final List<Column> CELLS = List.of(new Column("stack", false), new Column("workload", false),
			new Column("metric", false), new Column("simulated", true), new Column("published", true), new Column("error", true),
			new Column("tolerance", true), new Column("role", false), new Column("verdict", false));
	private static final List<Column> SUMMARY = List.of(new Column("metric", false), new Column("role", false),
			new Column("cells", true), new Column("mean absolute error", true), new Column("largest error", true),
			new Column("cell", false));

	private ReproductionTable() {
	}

	/** Writes the tables of a study's experiments, then its summary. */
	static void write(StudyResult study, Appendable out) throws IOException {
		for (ExperimentResult experiment : study.experiments()) {
			ResultTable.title(experiment, out);
			cells(Verdicts.compared(experiment), out);
		}
		summary(study, out);
	}

	private static void cells(List<ResultRow> rows, Appendable out) throws IOException {
		Table table = new Table(CELLS);
		List<String> notes = new ArrayList<>();
		for (ResultRow row : rows) {
			Comparison comparison = row.comparison().orElseThrow();
			String verdict = Verdicts.verdict(row).map(ReproductionTable::word).orElse(Table.NOTHING);
			Optional<String> note = note(row, comparison);
			if (note.isPresent()) {
				notes.add(note.get());
				verdict += " [" + notes.size() + "]";
			}
			table.add(List.of(row.stack(), row.workload(), row.metric().id(), Table.grouped(row.value()),
					Table.grouped(comparison.published().value()), error(row),
					comparison.tolerance().map(tolerance -> tolerance.bound().toString()).orElse(Table.NOTHING), comparison.role().id(),
					verdict));
		}
		table.write(out);
		out.append('\n');
		for (int i = 0; i < notes.size(); i++) {
			out.append("[" + (i + 1) + "] ").append(notes.get(i)).append('\n');
		}
		if (!notes.isEmpty()) {
			out.append('\n');
		}
	}

	/** A miss has to be seen. */
	private static String word(Verdict verdict) {
		return verdict == Verdict.MISS ? verdict.id().toUpperCase(Locale.ROOT) : verdict.id();
	}

	/** The note on a value outside the general tolerance, or with a reason that the study gives for its error. */
	private static Optional<String> note(ResultRow row, Comparison comparison) {
		boolean off = row.value().compareTo(comparison.published().value()) != 0;
		return comparison.tolerance().filter(tolerance -> !Verdicts.verdict(row).equals(Optional.of(Verdict.OK)) || off && tolerance.reason().isPresent()).map(tolerance -> {
			StringBuilder note = new StringBuilder(Verdicts.cell(row)).append(", ").append(row.metric().id()).append(": ").append(error(row));
			tolerance.general().filter(general -> !general.equals(tolerance.bound()))
					.ifPresent(general -> note.append(", tolerance ").append(tolerance.bound()).append(" in place of ").append(general));
			tolerance.reason().ifPresent(reason -> note.append(", because ").append(reason));
			return note.append(".\n    Published: ").append(comparison.published().source()).append(" (").append(comparison.published().status())
					.append(").").toString();
		});
	}

	/** A value's error with its sign, in the unit of its kind. */
	public static String error(ResultRow row) {
		return error(row.metric(), ErrorSummary.error(row));
	}

	private static String error(Metric metric, double error) {
		if (metric.equals(Metric.TRAPS)) {
			return error == 0 ? "0" : (error > 0 ? "+" : "-") + number(Math.abs(error));
		}
		return Table.percent(error);
	}

	private static String number(double value) {
		return Table.grouped(BigDecimal.valueOf(value));
	}

	private static void summary(StudyResult study, Appendable out) throws IOException {
		List<ResultRow> compared = Verdicts.compared(study);
		List<String> counts = new ArrayList<>();
		for (Verdict verdict : Verdict.values()) {
			counts.add(compared.stream().filter(row -> Verdicts.verdict(row).equals(Optional.of(verdict))).count() + " " + word(verdict));
		}
		long unjudged = compared.stream().filter(row -> Verdicts.verdict(row).isEmpty()).count();
		out.append("Summary of ").append(study.study()).append(": ").append(compared.size() + " cells, ").append(String.join(", ", counts));
		if (unjudged > 0) {
			out.append(", " + unjudged + " without a tolerance");
		}
		out.append("\n\n");
		Table table = new Table(SUMMARY);
		for (ErrorSummary each : ErrorSummary.of(study)) {
			table.add(List.of(each.metric().id(), each.role().id(), Integer.toString(each.cells()), mean(each),
					error(each.metric(), each.largestError()), each.largestError() == 0 ? Table.NOTHING : Verdicts.cell(each.largest())));
		}
		table.write(out);
		out.append('\n');
	}

	private static String mean(ErrorSummary summary) {
		if (Double.isInfinite(summary.meanAbsolute())) {
			return Table.NOTHING;
		}
		return String.format(Locale.ROOT, summary.metric().equals(Metric.TRAPS) ? "%.1f" : "%.1f %%", summary.meanAbsolute());
	}
}
