// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.trapline.result.ExitDetail;
import org.trapline.result.ParameterValue;
import org.trapline.result.ResultRow;
import org.trapline.result.format.Table.Column;

/** Exits by reason for people: of each stack, workload and point a line for each level, reason, register and direction. */
public final class ExitTable {

	/** Of one cell: by level, then the most frequent first. */
	private static final Comparator<ResultRow> ORDER = Comparator.comparingInt((ResultRow row) -> row.exit().orElseThrow().exitLevel())
			.thenComparing(ResultRow::value, Comparator.reverseOrder());

	private ExitTable() {
	}

	/** The table of those rows that count exits. */
	public static Table of(List<ResultRow> rows) {
		Map<ResultTable.Cell, List<ResultRow>> cells = new LinkedHashMap<>();
		Set<String> parameters = new LinkedHashSet<>();
		for (ResultRow row : rows) {
			if (row.exit().isPresent()) {
				cells.computeIfAbsent(ResultTable.Cell.of(row), cell -> new ArrayList<>()).add(row);
				row.parameters().forEach(parameter -> parameters.add(parameter.name()));
			}
		}
		List<Column> columns = ResultTable.cellColumns(parameters);
		columns.addAll(List.of(new Column("exit from", false), new Column("reason", false), new Column("access", false), new Column("handler", false),
				new Column("exits", true), new Column("share", true), new Column("cycles", true), new Column("cycles per exit", true)));
		Table table = new Table(columns);
		cells.values().forEach(cell -> cell.stream().sorted(ORDER).forEach(row -> table.add(line(row, parameters))));
		return table;
	}

	private static List<String> line(ResultRow row, Set<String> parameters) {
		ExitDetail exit = row.exit().orElseThrow();
		List<String> line = ResultTable.cellTexts(ResultTable.Cell.of(row), parameters);
		BigDecimal mean = exit.mean(row.value());
		line.addAll(List.of("L" + exit.exitLevel(), exit.reason(), exit.access().isEmpty() ? Table.NOTHING : exit.access(), "L" + exit.handler(),
				Table.grouped(row.value()), Table.share(exit.share()), Table.grouped(exit.cycles()), Table.grouped(mean)));
		return line;
	}
}
