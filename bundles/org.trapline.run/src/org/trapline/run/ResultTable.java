// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.trapline.run.TextTable.Column;

/** A table for people: a line for each stack and workload, and for each metric its value beside the published one. */
final class ResultTable {

	/** What makes a line. */
	private record Key(String stack, String workload, int level) {
	}

	private ResultTable() {
	}

	/** Writes an experiment's title and table, and an empty line. */
	static void write(ExperimentResult experiment, Appendable out) throws IOException {
		title(experiment, out);
		table(experiment).write(out);
		out.append('\n');
	}

	/** Writes an experiment's title, and an empty line. */
	static void title(ExperimentResult experiment, Appendable out) throws IOException {
		out.append(experiment.title()).append(" (").append(experiment.study()).append(", ").append(experiment.name()).append(")\n\n");
	}

	private static TextTable table(ExperimentResult experiment) {
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
		TextTable table = new TextTable(columns(metrics, compared));
		rows.forEach((key, values) -> {
			List<String> line = new ArrayList<>(List.of(key.stack(), key.workload(), "L" + key.level()));
			for (Metric metric : metrics) {
				ResultRow row = values.get(metric);
				line.add(TextTable.grouped(row.value()));
				if (compared.contains(metric)) {
					Optional<Comparison> comparison = row.comparison();
					line.add(comparison.map(c -> TextTable.grouped(c.published().value())).orElse(TextTable.NOTHING));
					line.add(comparison.map(c -> TextTable.percent(c.errorPercent(row.value()))).orElse(TextTable.NOTHING));
					line.add(comparison.map(c -> c.role().id()).orElse(TextTable.NOTHING));
				}
			}
			table.add(line);
		});
		return table;
	}

	private static List<Column> columns(Set<Metric> metrics, Set<Metric> compared) {
		List<Column> columns = new ArrayList<>(
				List.of(new Column("stack", false), new Column("workload", false), new Column("level", false)));
		for (Metric metric : metrics) {
			columns.add(new Column(metric == Metric.TIME ? metric.id() + " (" + metric.unit() + ")" : metric.id(), true));
			if (compared.contains(metric)) {
				columns.add(new Column("published", true));
				columns.add(new Column("error", true));
				columns.add(new Column("role", false));
			}
		}
		return columns;
	}
}
