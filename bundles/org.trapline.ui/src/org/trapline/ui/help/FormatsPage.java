// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.help;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.trapline.chart.export.ChartFormat;
import org.trapline.lang.xmi.ModelConversion;
import org.trapline.result.format.BreakdownFormat;
import org.trapline.result.format.FormatField;
import org.trapline.result.format.ResultFormat;
import org.trapline.result.store.RunFolder;
import org.trapline.run.explain.ExitSequenceFormat;

/** The page about files that are written: what each column and field holds is asked of what writes it. */
final class FormatsPage {

	private FormatsPage() {
	}

	static HelpTopic topic() {
		return HelpTopic.ofPage("formats", "Formats", """
				What is written for other programs, by [trapline run](commands/run), [trapline export](commands/export), [trapline validate](commands/validate) and the [export wizard](wizards/org.trapline.ui.exportRuns).

				## Results

				Results are written as rows, as tables and as pictures.

				%s

				Charts are written as %s. A validation has the rows with a published value beside them, in the same columns.

				## Columns and fields

				A row is one simulated value, complete by itself. CSV has these as columns, in this order; each line of JSON has them as fields. The parameters of a sweep come after `level`: in CSV a column of numbers each, with the unit in the header, `run_loop (cycles)`; in JSON an object `parameters` with number and unit, `{"run_loop":{"value":1815,"unit":"cycles"}}`. See also [metrics](language/metric), [fit and prediction](concepts/fit-and-prediction), [extrapolation](concepts/extrapolation).

				%s

				Results of studies with a sweep are written while they come. Their fingerprint stands in one last row, whose metric is `fingerprint`, and in `run.json`.

				### Exits by reason

				Rows of the metric `exits` say more, after `unit`: which exits they count. CSV has these columns only where a result has such rows.

				%s

				### Summaries

				Rows of an experiment with `summary` have the mean as their value, and say more, after `unit`. CSV has these columns only where a result has such rows.

				%s

				### Intervals of costs

				Where a cost that matters to a value has an interval, its row says more, after `confidence`. CSV has these columns only where a cost has an interval.

				%s

				## Sequence of exits

				[trapline explain](commands/explain) with `--format csv` or `--format json` writes all exits of an operation, one a line, in order.

				%s

				## Breakdown

				`breakdown.csv` says where cycles went: a line for each [level and cause](concepts/traps-and-cycles) of a stack, workload and point.

				%s

				## Run folder

				`trapline run --out DIR` and the workbench write a run as a folder that anybody can read. The workbench keeps its [runs](views/org.trapline.ui.runs) as such folders in `.trapline/runs` of the workspace.

				%s

				## Provenance

				`run.json` says where a run comes from: what it was made from, by what, and what was asked for. A field that this version does not know is left alone.

				%s

				## XMI

				%s
				""".formatted(
				Arrays.stream(ResultFormat.values()).map(format -> "- `%s` (*.%s): %s".formatted(format.id(), format.extension(), format.explanation())).collect(Collectors.joining("\n")),
				Arrays.stream(ChartFormat.values()).map(ChartFormat::name).collect(Collectors.joining(", ")), list(ResultFormat.FIELDS),
				list(ResultFormat.EXIT_FIELDS), list(ResultFormat.SUMMARY_FIELDS), list(ResultFormat.COST_FIELDS), list(ExitSequenceFormat.FIELDS), list(BreakdownFormat.FIELDS),
				list(RunFolder.LAYOUT), list(RunFolder.INFO_FIELDS), ModelConversion.FORMAT));
	}

	private static String list(List<FormatField> fields) {
		return fields.stream().map(field -> "- `%s`: %s".formatted(field.name(), field.meaning())).collect(Collectors.joining("\n"));
	}
}
