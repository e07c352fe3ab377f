// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.trapline.result.ResultRow;
import org.trapline.result.Summary;
import org.trapline.result.format.Table.Column;

/** Summaries over the points of a sweep for people: of each stack, workload and metric a line. */
public final class SummaryTable {

	private SummaryTable() {
	}

	/** The table of those rows that are summaries. */
	public static Table of(List<ResultRow> rows) {
		List<Column> columns = ResultTable.cellColumns(Set.of());
		columns.add(new Column("metric", false));
		for (String heading : List.of("points", "mean", "deviation", "min")) {
			columns.add(new Column(heading, true));
		}
		Summary.PERCENTAGES.forEach(percent -> columns.add(new Column(percent + " %", true)));
		columns.add(new Column("max", true));
		Table table = new Table(columns);
		rows.forEach(row -> row.summary().ifPresent(summary -> {
			List<String> line = new ArrayList<>(ResultTable.cellTexts(ResultTable.Cell.of(row), Set.of()));
			line.addAll(List.of(ResultTable.heading(row.metric()), Table.grouped(BigDecimal.valueOf(summary.count())), Table.grouped(row.value()),
					Table.grouped(summary.deviation()), Table.grouped(summary.min())));
			summary.quantiles().forEach(quantile -> line.add(Table.grouped(quantile.value())));
			line.add(Table.grouped(summary.max()));
			table.add(line);
		}));
		return table;
	}
}
