// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.calibrate;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Writes calibrations as a page in Markdown. */
public final class CalibrationPage {

	/** Impacts that would be 0 with this many decimals. */
	private static final double TOO_SMALL = 0.005;

	private static final String HEAD = """
			# Calibration

			<!-- Made by `./trapline calibration` from the models. Change the models, not this page. -->

			Every cost parameter of the models, and every number of a flow: its value, source, impact and earlier values.

			- *Status*: `measured` (published), `derived` (computed from published values), `fitted` (to the cells named), `assumed`.
			- *Impact*: when the parameter is increased by 10 %, the cycles of the cell that depends on it most change by this much, among the cells
			  of the reproduction studies that have a published value. None: no such cell depends on it; cells of flows, which have no cycles, are not included.
			- *History*: earlier values, as the model's text states them. Where it is empty, see the version control of the models.
			""";

	private CalibrationPage() {
	}

	/** Writes a page with a section for each table. */
	public static void write(List<CalibratedTable> tables, Appendable out) throws IOException {
		out.append(HEAD);
		for (CalibratedTable table : tables) {
			out.append("\n## ").append(table.heading()).append(" of `")
					.append(table.origin()).append("`\n\n");
			out.append("| parameter | description | value | status | source or rationale | fitted to | impact of +10 % | history |\n");
			out.append("|---|---|---:|---|---|---|---|---|\n");
			for (CalibratedCost cost : table.costs()) {
				out.append("| ").append(String.join(" | ", cells(cost))).append(" |\n");
			}
		}
	}

	private static List<String> cells(CalibratedCost cost) {
		return List.of("`" + cost.name() + "`", escaped(cost.description().orElse("")), value(cost), cost.status(),
				escaped(String.join("; ", cost.rationale())), String.join("<br>", cost.fits().stream().map(fit -> "`" + fit + "`").toList()),
				cost.impact().map(CalibrationPage::impact).orElse("none"),
				String.join("<br>", cost.history().stream().map(CalibrationPage::escaped).toList()));
	}

	private static String value(CalibratedCost cost) {
		return cost.amount().toPlainString() + cost.interval().map(each -> " (" + each + ")").orElse("") + " " + cost.unit();
	}

	private static String impact(CalibratedCost.Impact impact) {
		String percent = impact.percent() < TOO_SMALL ? "below +0.01 %" : String.format(Locale.ROOT, "%+.2f %%", impact.percent());
		return percent + ": " + escaped(impact.cell());
	}

	/** Text with the escapes that a cell of a table needs. */
	private static String escaped(String text) {
		return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_");
	}
}
