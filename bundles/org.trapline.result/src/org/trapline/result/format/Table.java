// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.format;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table for people: columns with headings, and lines of texts. */
public final class Table {

	/** What stands in a cell that does not apply. */
	public static final String NOTHING = "-";

	/** Errors nearer to 0 than this are printed as 0, without a sign. */
	private static final double ROUNDS_TO_ZERO = 0.05;

	/** A column: its heading, and whether its cells are aligned on the right. */
	public record Column(String heading, boolean right) {
	}

	private final List<Column> columns;
	private final List<List<String>> lines = new ArrayList<>();

	/** A table without lines. */
	public Table(List<Column> columns) {
		this.columns = List.copyOf(columns);
	}

	/** Adds a line, with a cell for each column. */
	public void add(List<String> line) {
		if (line.size() != columns.size()) {
			throw new IllegalArgumentException(line.size() + " cells for " + columns.size() + " columns");
		}
		lines.add(List.copyOf(line));
	}

	/** The columns. */
	public List<Column> columns() {
		return columns;
	}

	/** The lines, with a cell for each column. */
	public List<List<String>> lines() {
		return List.copyOf(lines);
	}

	/** Writes it as text in aligned columns. */
	public void write(Appendable out) throws IOException {
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

	/** A number with thousands separators. */
	public static String grouped(BigDecimal value) {
		return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
	}

	/** A share of a whole, in percent. */
	public static String share(BigDecimal percent) {
		return percent.setScale(1, RoundingMode.HALF_UP).toPlainString() + " %";
	}

	/** A relative error with its sign. */
	public static String percent(double error) {
		if (Double.isInfinite(error)) {
			return NOTHING;
		}
		return Math.abs(error) < ROUNDS_TO_ZERO ? "0.0 %" : String.format(Locale.ROOT, "%+.1f %%", error);
	}
}
