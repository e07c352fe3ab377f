// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.format;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.trapline.result.ExperimentResult;
import org.trapline.result.format.Table.Column;

/** An experiment's table for a paper: a {@code table} with a {@code tabular} and the rules of {@code booktabs}. */
final class LatexTable {

	private LatexTable() {
	}

	static void write(ExperimentResult experiment, Appendable out) throws IOException {
		out.append("% ").append(oneLine(experiment.study() + ", " + experiment.name())).append("; needs \\usepackage{booktabs}\n");
		out.append("\\begin{table}\n\\centering\n");
		out.append("\\caption{").append(escaped(experiment.heading() + experiment.extrapolation().map(reason -> " (extrapolated: " + reason + ")").orElse("")))
				.append("}\n");
		out.append("\\label{tab:").append((experiment.study() + "-" + experiment.name()).replaceAll("[^A-Za-z0-9-]", "-")).append("}\n");
		String between = "";
		for (Table table : ResultTable.all(experiment)) {
			out.append(between);
			tabular(table, out);
			between = "\\par\\medskip\n";
		}
		for (String note : ResultTable.notes(experiment)) {
			out.append("\\par\\smallskip\\footnotesize ").append(escaped(note)).append('\n');
		}
		out.append("\\end{table}\n\n");
	}

	private static void tabular(Table table, Appendable out) throws IOException {
		out.append("\\begin{tabular}{")
				.append(table.columns().stream().map(column -> column.right() ? "r" : "l").collect(Collectors.joining())).append("}\n");
		out.append("\\toprule\n");
		out.append(line(table.columns().stream().map(Column::heading).toList(), LatexTable::escaped));
		out.append("\\midrule\n");
		for (List<String> cells : table.lines()) {
			out.append(line(cells, cell -> cell.equals(Table.NOTHING) ? "--" : number(escaped(cell))));
		}
		out.append("\\bottomrule\n\\end{tabular}\n");
	}

	private static String line(List<String> cells, UnaryOperator<String> text) {
		return cells.stream().map(text).collect(Collectors.joining(" & ")) + " \\\\\n";
	}

	/** A hyphen before a digit is a minus. */
	private static String number(String cell) {
		return cell.matches("[+-]\\d.*") ? "$" + cell.charAt(0) + "$" + cell.substring(1) : cell;
	}

	private static String oneLine(String text) {
		return text.replaceAll("\\R", " ");
	}

	private static String escaped(String text) {
		StringBuilder escaped = new StringBuilder();
		for (char c : oneLine(text).toCharArray()) {
			switch (c) {
			case '&', '%', '$', '#', '_', '{', '}' -> escaped.append('\\').append(c);
			case '~' -> escaped.append("\\textasciitilde{}");
			case '^' -> escaped.append("\\textasciicircum{}");
			case '\\' -> escaped.append("\\textbackslash{}");
			case '<' -> escaped.append("\\textless{}");
			case '>' -> escaped.append("\\textgreater{}");
			default -> escaped.append(c);
			}
		}
		return escaped.toString();
	}
}
