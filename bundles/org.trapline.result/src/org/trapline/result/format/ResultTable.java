// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.trapline.result.Comparison;
import org.trapline.result.ExperimentResult;
import org.trapline.result.Interval;
import org.trapline.result.Metric;
import org.trapline.result.ParameterValue;
import org.trapline.result.ResultRow;
import org.trapline.result.format.Table.Column;

/** A table for people: a line for each stack, workload and point, with each metric's value and published value. */
public final class ResultTable {

	/** The key of a line. */
	record Cell(String stack, String workload, int level, List<ParameterValue> parameters) {
		static Cell of(ResultRow row) {
			return new Cell(row.stack(), row.workload(), row.level(), row.parameters());
		}
	}

	private ResultTable() {
	}

	/** Writes an experiment's title, tables and notes, and an empty line. */
	static void write(ExperimentResult experiment, Appendable out) throws IOException {
		title(experiment, out);
		for (Table table : all(experiment)) {
			table.write(out);
			out.append('\n');
		}
		List<String> notes = notes(experiment);
		for (String note : notes) {
			out.append("Note: ").append(note).append('\n');
		}
		out.append(notes.isEmpty() ? "" : "\n");
	}

	/** The notes on an experiment's values, each with the lines of the table that it is about: {@code move on Vm: does not converge}. */
	public static List<String> notes(ExperimentResult experiment) {
		Map<String, Map<String, Set<String>>> points = new LinkedHashMap<>();
		for (ResultRow row : experiment.rows()) {
			row.note().ifPresent(note -> points.computeIfAbsent(note, each -> new LinkedHashMap<>())
					.computeIfAbsent(row.workload() + " on " + row.stack(), each -> new LinkedHashSet<>()).add(row.point()));
		}
		List<String> notes = new ArrayList<>();
		points.forEach((note, cells) -> {
			List<String> where = new ArrayList<>();
			// Of many points the rows themselves say which.
			cells.forEach((cell, at) -> where.add(at.size() > 1 || at.contains("") ? cell : cell + " (at " + at.iterator().next() + ")"));
			notes.add(String.join(", ", where) + ": " + note + ".");
		});
		if (experiment.count() > experiment.rows().size()) {
			notes.add("These are the first %,d of %,d values: write them all as csv or json, or add 'summary' to the experiment (--summary)."
					.formatted(experiment.rows().size(), experiment.count()));
		}
		return notes;
	}

	/** Writes an experiment's title, whether it is extrapolated, and an empty line. */
	static void title(ExperimentResult experiment, Appendable out) throws IOException {
		out.append(experiment.title()).append(" (").append(experiment.study()).append(", ").append(experiment.name()).append(")\n\n");
		if (experiment.extrapolation().isPresent()) {
			out.append("Extrapolated: ").append(experiment.extrapolation().get()).append("\n\n");
		}
	}

	/** The tables of an experiment: its values, then its summaries, then its exits by reason. Those without lines are left out, but for the first. */
	public static List<Table> all(ExperimentResult experiment) {
		Table values = of(experiment);
		List<Table> others = Stream.of(SummaryTable.of(experiment.rows()), ExitTable.of(experiment.rows())).filter(table -> !table.lines().isEmpty()).toList();
		return values.lines().isEmpty() && !others.isEmpty() ? others : Stream.concat(Stream.of(values), others.stream()).toList();
	}

	/** The table of an experiment's values, without summaries and exits by reason. */
	public static Table of(ExperimentResult experiment) {
		Map<Cell, Map<Metric, ResultRow>> rows = new LinkedHashMap<>();
		Set<String> parameters = new LinkedHashSet<>();
		Set<Metric> metrics = new LinkedHashSet<>();
		Set<Metric> compared = new LinkedHashSet<>();
		Set<Metric> estimated = new LinkedHashSet<>();
		Set<Metric> uncertain = new LinkedHashSet<>();
		for (ResultRow row : experiment.rows()) {
			if (row.detail().isPresent()) {
				continue;
			}
			rows.computeIfAbsent(Cell.of(row), cell -> new LinkedHashMap<>()).put(row.metric(), row);
			row.parameters().forEach(parameter -> parameters.add(parameter.name()));
			metrics.add(row.metric());
			if (row.comparison().isPresent()) {
				compared.add(row.metric());
			}
			if (row.interval().isPresent()) {
				estimated.add(row.metric());
			}
			if (row.costInterval().isPresent()) {
				uncertain.add(row.metric());
			}
		}
		Table table = new Table(columns(parameters, metrics, estimated, uncertain, compared));
		rows.forEach((cell, values) -> {
			List<String> line = cellTexts(cell, parameters);
			for (Metric metric : metrics) {
				Optional<ResultRow> row = Optional.ofNullable(values.get(metric));
				line.add(row.map(r -> Table.grouped(r.value())).orElse(Table.NOTHING));
				if (estimated.contains(metric)) {
					line.add(row.flatMap(ResultRow::interval).map(ResultTable::interval).orElse(Table.NOTHING));
				}
				if (uncertain.contains(metric)) {
					line.add(row.flatMap(ResultRow::costInterval).map(ResultTable::interval).orElse(Table.NOTHING));
				}
				if (compared.contains(metric)) {
					Optional<Comparison> comparison = row.flatMap(ResultRow::comparison);
					line.add(comparison.map(c -> Table.grouped(c.published().value())).orElse(Table.NOTHING));
					line.add(comparison.map(c -> Table.percent(c.errorPercent(row.get().value()))).orElse(Table.NOTHING));
					line.add(comparison.map(c -> c.role().id()).orElse(Table.NOTHING));
				}
			}
			table.add(line);
		});
		return table;
	}

	/** {@code 95 %: 1,200 to 1,300}. */
	public static String interval(Interval interval) {
		return interval.percent().stripTrailingZeros().toPlainString() + " %: " + Table.grouped(interval.low()) + " to "
				+ Table.grouped(interval.high());
	}

	/** A metric with its unit, where that is another word. */
	static String heading(Metric metric) {
		return metric.unit().equals(metric.id()) ? metric.id() : metric.id() + " (" + metric.unit() + ")";
	}

	/** The columns that say which cell a line is about; more may be added. */
	static List<Column> cellColumns(Set<String> parameters) {
		List<Column> columns = new ArrayList<>(List.of(new Column("stack", false), new Column("workload", false), new Column("level", false)));
		parameters.forEach(name -> columns.add(new Column(name, true)));
		return columns;
	}

	/** What stands in these columns; more may be added. */
	static List<String> cellTexts(Cell cell, Set<String> parameters) {
		List<String> texts = new ArrayList<>(List.of(cell.stack(), cell.workload(), "L" + cell.level()));
		for (String name : parameters) {
			texts.add(cell.parameters().stream().filter(parameter -> parameter.name().equals(name)).map(ParameterValue::text).findFirst()
					.orElse(Table.NOTHING));
		}
		return texts;
	}

	private static List<Column> columns(Set<String> parameters, Set<Metric> metrics, Set<Metric> estimated, Set<Metric> uncertain, Set<Metric> compared) {
		List<Column> columns = cellColumns(parameters);
		for (Metric metric : metrics) {
			columns.add(new Column(heading(metric), true));
			if (estimated.contains(metric)) {
				columns.add(new Column("interval", true));
			}
			if (uncertain.contains(metric)) {
				columns.add(new Column("by costs", true));
			}
			if (compared.contains(metric)) {
				columns.add(new Column("published", true));
				columns.add(new Column("error", true));
				columns.add(new Column("role", false));
			}
		}
		return columns;
	}
}
