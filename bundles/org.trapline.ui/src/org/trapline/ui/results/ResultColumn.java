// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.results;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.function.Function;

import org.trapline.run.ResultRow;

/** The columns of the table of results, what is read most often first: in a narrow view the last ones need scrolling. */
enum ResultColumn {
	STACK("Stack", "Which machine and hypervisors", 4, false, ResultRow::stack),
	METRIC("Metric", "What was measured", 2, false, row -> row.metric().id()),
	VALUE("Simulated", "What the simulation came to", 3, true, row -> number(row.value())),
	PUBLISHED("Published", "What a publication gives for it", 3, true,
			row -> row.comparison().map(comparison -> number(comparison.published().value())).orElse("")),
	ERROR("Error", "How far the simulated value is above the published one", 2, true, ResultsTable::error),
	ROLE("Role", "Whether parameters were fitted to this published value, or the simulation predicts it", 2, false,
			row -> row.comparison().map(comparison -> comparison.role().id()).orElse("")),
	UNIT("Unit", "Of the simulated and the published value", 2, false, row -> row.metric().unit()),
	LEVEL("Level", "Where it ran: L1 is a VM, L2 a nested VM", 1, false, row -> "L" + row.level()),
	WORKLOAD("Workload", "What ran", 3, false, ResultRow::workload);

	private final String title;
	private final String explanation;
	private final int weight;
	private final boolean number;
	private final Function<ResultRow, String> text;

	ResultColumn(String title, String explanation, int weight, boolean number, Function<ResultRow, String> text) {
		this.title = title;
		this.explanation = explanation;
		this.weight = weight;
		this.number = number;
		this.text = text;
	}

	String title() {
		return title;
	}

	String explanation() {
		return explanation;
	}

	/** The share of the room that is left. */
	int weight() {
		return weight;
	}

	boolean isNumber() {
		return number;
	}

	String text(ResultRow row) {
		return text.apply(row);
	}

	/** All digits, with separators of thousands, the same on every machine as in the charts. */
	private static String number(BigDecimal value) {
		DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
		format.setMaximumFractionDigits(Math.max(0, value.stripTrailingZeros().scale()));
		return format.format(value);
	}
}
