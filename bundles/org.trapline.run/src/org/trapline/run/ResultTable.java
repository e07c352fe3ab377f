// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.io.IOException;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A table for people: a line for each stack and workload, and for each metric its value beside the published one. */
final class ResultTable {

	/** A column: its heading, and whether its cells are aligned on the right. */
	private record Column(String heading, boolean right) {
	}

	/** What makes a line. */
	private record Key(String stack, String workload, int level) {
	}

	private final List<Column> columns = new ArrayList<>(
			List.of(new Column("stack", false), new Column("workload", false), new Column("level", false)));
	private final List<List<String>> lines = new ArrayList<>();

	private ResultTable(ExperimentResult experiment) {
		Map<Key, Map<Metric, ResultRow>> rows = new LinkedHashMap<>();
		Set<Metric> metrics = new LinkedHashSet<>();
		Set<Metric> compared = new LinkedHashSet<>();
		for (ResultRow row : experiment.rows()) {
			rows.computeIfAbsent(new Key(row.stack(), row.workload(), row.level()), key -> new LinkedHashMap<>()).put(row.metric(), row);
			metrics.add(row.metric());
			if (row.comparison().isPresent()) {
				compared.add(row.metric());
			}
		}
		for (Metric metric : metrics) {
			columns.add(new Column(metric == Metric.TIME ? metric.id() + " (" + metric.unit() + ")" : metric.id(), true));
			if (compared.contains(metric)) {
				columns.add(new Column("published", true));
				columns.add(new Column("error", true));
				columns.add(new Column("role", false));
			}
		}
		rows.forEach((key, values) -> {
			List<String> line = new ArrayList<>(List.of(key.stack(), key.workload(), "L" + key.level()));
			for (Metric metric : metrics) {
				ResultRow row = values.get(metric);
				line.add(grouped(row.value()));
				if (compared.contains(metric)) {
					Optional<Comparison> comparison = row.comparison();
					line.add(comparison.map(c -> grouped(c.published().value())).orElse("-"));
					line.add(comparison.map(c -> percent(c.errorPercent(row.value()))).orElse("-"));
					line.add(comparison.map(c -> c.role().id()).orElse("-"));
				}
			}
			lines.add(line);
		});
	}

	/** Writes an experiment's title and table, and an empty line. */
	static void write(ExperimentResult experiment, Appendable out) throws IOException {
		out.append(experiment.title()).append(" (").append(experiment.study()).append(", ").append(experiment.name()).append(")\n\n");
		new ResultTable(experiment).write(out);
		out.append('\n');
	}

	private void write(Appendable out) throws IOException {
		int[] widths = new int[columns.size()];
		for (int i = 0; i < widths.length; i++) {
			widths[i] = columns.get(i).heading().length();
			for (List<String> line : lines) {
				widths[i] = Math.max(widths[i], line.get(i).length());
			}
		}
		out.append(join(columns.stream().map(Column::heading).toList(), widths)).append('\n');
		List<String> rule = new ArrayList<>();
		for (int width : widths) {
			rule.add("-".repeat(width));
		}
		out.append(String.join("  ", rule)).append('\n');
		for (List<String> line : lines) {
			out.append(join(line, widths)).append('\n');
		}
	}

	private String join(List<String> line, int[] widths) {
		List<String> cells = new ArrayList<>();
		for (int i = 0; i < widths.length; i++) {
			String gap = " ".repeat(widths[i] - line.get(i).length());
			cells.add(columns.get(i).right() ? gap + line.get(i) : line.get(i) + gap);
		}
		return String.join("  ", cells).stripTrailing();
	}

	private static String grouped(BigDecimal value) {
		return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
	}

	private static String percent(double error) {
		if (Double.isInfinite(error)) {
			return "-";
		}
		return Math.abs(error) < 0.05 ? "0.0 %" : String.format(Locale.ROOT, "%+.1f %%", error);
	}
}
