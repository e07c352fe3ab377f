// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.trapline.result.Comparison;
import org.trapline.result.Metric;
import org.trapline.result.ResultRow;
import org.trapline.result.Role;
import org.trapline.result.Tolerance;
import org.trapline.result.Verdict;
import org.trapline.result.Verdicts;

/** What cells say, for people: names, verdicts, explanations and sums. */
final class CellTexts {

	private CellTexts() {
	}

	/** A fit has the filled diamond that charts have for it, the others the hollow one. */
	static String role(Role role) {
		return (role.isFitted() ? "\u25c6 " : "\u25c7 ") + role.id();
	}

	static Comparison comparison(ResultRow row) {
		return row.comparison().orElseThrow();
	}

	/** Which study, experiment or value it is. */
	static String name(Cell cell) {
		return switch (cell) {
		case Cell.OfStudy study -> study.study().study();
		case Cell.OfExperiment experiment -> experiment.experiment().heading();
		case Cell.Value value -> value.row().workload() + " on " + value.row().stack()
				+ (value.row().parameters().isEmpty() ? "" : ", " + value.row().point());
		};
	}

	/** The verdict on a value; of a group the number of its misses. */
	static String verdict(Cell cell) {
		if (cell instanceof Cell.Value value) {
			return Verdicts.verdict(value.row()).map(Verdict::id).orElse("");
		}
		long misses = cell.rows().stream().filter(row -> Verdicts.verdict(row).equals(Optional.of(Verdict.MISS))).count();
		return misses == 0 ? "" : misses == 1 ? "1 miss" : misses + " misses";
	}

	/** What is known of a value and of the published one. */
	static String explain(Cell.Value value) {
		Comparison comparison = value.comparison();
		StringBuilder text = new StringBuilder(name(value)).append(", ").append(value.row().metric().id());
		text.append("\nsimulated ").append(value.row().value().toPlainString()).append(' ').append(value.row().metric().unit());
		text.append("\npublished ").append(comparison.published().value().toPlainString()).append(": ").append(comparison.published().source()).append(" (")
				.append(comparison.published().status()).append(')');
		text.append('\n').append(comparison.role().id()).append(": ").append(comparison.role().explanation());
		comparison.tolerance().flatMap(Tolerance::reason).ifPresent(reason -> text.append("\nwider tolerance: ").append(reason));
		return text.append("\nDouble-click opens the Trap Flow view.").toString();
	}

	/** {@code 79 cells: 74 ok, 3 excused, 0 MISS, 2 without tolerance}, and the mean errors, fits and predictions apart. */
	static String summary(List<ResultRow> rows) {
		List<String> verdicts = new ArrayList<>();
		for (Verdict verdict : Verdict.values()) {
			verdicts.add(rows.stream().filter(row -> Verdicts.verdict(row).equals(Optional.of(verdict))).count() + " "
					+ (verdict == Verdict.MISS ? verdict.id().toUpperCase(Locale.ROOT) : verdict.id()));
		}
		long open = rows.stream().filter(row -> Verdicts.verdict(row).isEmpty()).count();
		if (open > 0) {
			verdicts.add(open + " without tolerance");
		}
		StringBuilder text = new StringBuilder(rows.size() + " cells: " + String.join(", ", verdicts));
		for (Role role : Role.values()) {
			List<ResultRow> relative = rows.stream().filter(row -> comparison(row).role() == role && !row.metric().equals(Metric.TRAPS)).toList();
			if (!relative.isEmpty()) {
				double mean = relative.stream().mapToDouble(row -> Math.abs(comparison(row).errorPercent(row.value()))).average().orElse(0);
				text.append(String.format(Locale.ROOT, "; mean error of %d %s %.1f %%", relative.size(), role.plural(), mean));
			}
		}
		return text.toString();
	}

	/** Values as lines of fields with tabs between them, after a line of the fields' names. */
	static String table(List<Cell.Value> values) {
		StringBuilder text = new StringBuilder("study\texperiment\tstack\tworkload\tmetric\tsimulated\tpublished\terror\trole\tverdict\n");
		for (Cell.Value value : values) {
			ResultRow row = value.row();
			text.append(String.join("\t", List.of(row.study(), row.experiment(), row.stack(), row.workload(), row.metric().id(), row.value().toPlainString(),
					comparison(row).published().value().toPlainString(), Verdicts.error(row), comparison(row).role().id(), verdict(value)))).append('\n');
		}
		return text.toString();
	}
}
