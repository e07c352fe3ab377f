// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.export;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.trapline.catalog.Plugin;
import org.trapline.chart.ChartPicture;
import org.trapline.chart.kind.ChartKinds;
import org.trapline.chart.picture.Picture;
import org.trapline.result.ChartSpec;
import org.trapline.result.ErrorSummary;
import org.trapline.result.ExperimentResult;
import org.trapline.result.ResultRow;
import org.trapline.result.StudyResult;
import org.trapline.result.Verdict;
import org.trapline.result.Verdicts;
import org.trapline.result.format.ResultTable;
import org.trapline.result.format.Table;
import org.trapline.result.store.Run;
import org.trapline.result.store.RunInfo;

/** A page about a run, complete by itself: its pictures are in it, and no script, style or font from elsewhere. */
public final class RunReport {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
	private static final String STYLE = """
			body { font: 15px/1.5 "Liberation Sans", Arial, Helvetica, sans-serif; color: #1f2328; background: #fff; max-width: 62rem; margin: 2rem auto; padding: 0 1.5rem }
			h1 { font-size: 1.7rem; margin: 0 0 .3rem }
			h2 { font-size: 1.25rem; margin: 2.5rem 0 .6rem; border-bottom: 1px solid #d0d7de; padding-bottom: .3rem }
			h3 { font-size: 1.05rem; margin: 1.8rem 0 .4rem }
			p.about { color: #59636e; margin: 0 }
			table { border-collapse: collapse; font-variant-numeric: tabular-nums; margin: .8rem 0 }
			th, td { padding: .25rem .7rem; text-align: left; border-bottom: 1px solid #e3e6ea; vertical-align: top }
			th { color: #59636e; font-weight: 600; border-bottom-color: #8c959f }
			.number { text-align: right }
			.scroll { overflow-x: auto }
			figure { margin: 1rem 0; break-inside: avoid }
			figure svg { max-width: 100%; height: auto }
			code, pre { font: 13px/1.45 "Liberation Mono", Menlo, Consolas, monospace }
			pre { background: #f6f8fa; padding: .8rem 1rem; overflow-x: auto; white-space: pre-wrap; tab-size: 4 }
			summary { cursor: pointer }
			td.hash { overflow-wrap: anywhere; color: #59636e }
			@media print { body { max-width: none; margin: 0; font-size: 10pt } h2 { break-after: avoid } tr { break-inside: avoid } pre { font-size: 8pt } }
			""";

	private final Run run;
	private final StringBuilder page = new StringBuilder();
	private int figures;

	private RunReport(Run run) {
		this.run = run;
	}

	/** The page. */
	public static String html(Run run) throws IOException {
		RunReport report = new RunReport(run);
		report.write();
		return report.page.toString();
	}

	private void write() throws IOException {
		RunInfo info = run.info();
		page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n")
				.append("<title>").append(text(info.name())).append("</title>\n<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
		page.append("<h1>").append(text(info.name())).append("</h1>\n<p class=\"about\">Run of Trapline ").append(text(info.environment().product()))
				.append(", ").append(TIME.format(info.began())).append(", in ").append(String.format(Locale.ROOT, "%.1f s", info.took().toMillis() / 1000.0))
				.append(". Fingerprint of all results: <code>").append(info.fingerprint()).append("</code></p>\n");
		for (StudyResult study : run.studies()) {
			for (ExperimentResult experiment : study.experiments()) {
				experiment(experiment);
			}
			validation(study);
		}
		provenance(info);
		inputs();
		page.append("</body>\n</html>\n");
	}

	private void experiment(ExperimentResult experiment) throws IOException {
		heading(2, experiment.heading());
		page.append("<p class=\"about\">Study ").append(text(experiment.study())).append(", experiment ").append(text(experiment.name())).append("</p>\n");
		experiment.extrapolation().ifPresent(reason -> page.append("<p><strong>Extrapolated:</strong> ").append(text(reason)).append("</p>\n"));
		Set<ChartSpec> specs = new LinkedHashSet<>(experiment.charts());
		if (!experiment.isLarge()) {
			specs.addAll(ChartKinds.inReport(experiment));
		}
		DrawnCharts charts = DrawnCharts.of(experiment, specs);
		for (ChartPicture picture : charts.pictures().values()) {
			figure(picture);
		}
		charts.omissions().forEach(omission -> note(omission + "."));
		if (!experiment.isLarge()) {
			ResultTable.all(experiment).forEach(this::table);
			ResultTable.notes(experiment).forEach(this::note);
		}
	}

	private void note(String note) {
		page.append("<p><strong>Note:</strong> ").append(text(note)).append("</p>\n");
	}

	private void figure(Picture<?> picture) throws IOException {
		figures++;
		// Several pictures are in one page: their ids must not meet.
		String svg = ChartExport.svg(picture, picture.size()).replaceAll("\\bid=\"", "id=\"f" + figures + "-").replaceAll("url\\(#", "url(#f" + figures + "-")
				.replaceAll("href=\"#", "href=\"#f" + figures + "-");
		page.append("<figure>").append(svg.strip()).append("</figure>\n");
	}

	private void validation(StudyResult study) {
		List<ErrorSummary> summaries = ErrorSummary.of(study);
		if (summaries.isEmpty()) {
			return;
		}
		heading(2, "Beside published values: " + study.study());
		Table table = new Table(List.of(new Table.Column("metric", false), new Table.Column("role", false), new Table.Column("values", true),
				new Table.Column("mean absolute error", true), new Table.Column("largest error", true), new Table.Column("of", false)));
		for (ErrorSummary summary : summaries) {
			String unit = summary.isRelative() ? " %" : " " + summary.metric().unit();
			table.add(List.of(summary.metric().id(), summary.role().id(), Integer.toString(summary.cells()), error(summary.meanAbsolute(), "%.1f") + unit,
					error(summary.largestError(), "%+.1f") + unit, summary.largest().workload() + " on " + summary.largest().stack()));
		}
		table(table);
		List<String> lines = new ArrayList<>();
		for (Verdict verdict : Verdict.values()) {
			long count = Verdicts.compared(study).stream().filter(row -> Verdicts.verdict(row).filter(verdict::equals).isPresent()).count();
			lines.add(count + " " + verdict.id());
		}
		page.append("<p>By the tolerances that the study declares: ").append(String.join(", ", lines)).append(".</p>\n");
		for (ResultRow miss : Verdicts.misses(study)) {
			page.append("<p><strong>Miss</strong>: ").append(text(Verdicts.miss(miss))).append("</p>\n");
		}
	}

	private static String error(double value, String format) {
		return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "\u2013";
	}

	private void provenance(RunInfo info) {
		heading(2, "Provenance");
		Table table = new Table(List.of(new Table.Column("", false), new Table.Column("", false)));
		table.add(List.of("Run", info.id()));
		table.add(List.of("Requested", info.settings().selection() + " in " + String.join(", ", info.settings().files())));
		table.add(List.of("Seed", info.settings().seed().isPresent() ? Long.toString(info.settings().seed().getAsLong()) : "as in the studies"));
		table.add(List.of("Threads", Integer.toString(info.settings().jobs())));
		table.add(List.of("Trapline", info.environment().product()));
		table.add(List.of("Java", info.environment().java()));
		table.add(List.of("System", info.environment().system()));
		for (Plugin plugin : info.plugins()) {
			table.add(List.of("Plug-in", plugin.id() + " " + plugin.version()));
		}
		table(table);
	}

	private void inputs() {
		heading(2, "Inputs");
		page.append("<table><tr><th>text</th><th>SHA-256</th></tr>\n");
		for (RunInfo.Input input : run.info().inputs()) {
			page.append("<tr><td>").append(text(input.name())).append(input.isLibrary() ? " (library)" : "").append("</td><td class=\"hash\"><code>")
					.append(input.sha256()).append("</code></td></tr>\n");
		}
		page.append("</table>\n");
		for (RunInfo.Input input : run.info().inputs()) {
			run.text(input).ifPresent(contents -> page.append(input.isLibrary() ? "<details>" : "<details open>").append("<summary>")
					.append(text(input.name())).append("</summary><pre>").append(text(contents)).append("</pre></details>\n"));
		}
	}

	private void heading(int level, String title) {
		page.append("<h").append(level).append('>').append(text(title)).append("</h").append(level).append(">\n");
	}

	private void table(Table table) {
		page.append("<div class=\"scroll\"><table>");
		if (table.columns().stream().anyMatch(column -> !column.heading().isEmpty())) {
			page.append("<tr>");
			table.columns().forEach(column -> page.append(column.right() ? "<th class=\"number\">" : "<th>").append(text(column.heading())).append("</th>"));
			page.append("</tr>");
		}
		page.append('\n');
		for (List<String> line : table.lines()) {
			page.append("<tr>");
			for (int i = 0; i < line.size(); i++) {
				page.append(table.columns().get(i).right() ? "<td class=\"number\">" : "<td>").append(text(line.get(i))).append("</td>");
			}
			page.append("</tr>\n");
		}
		page.append("</table></div>\n");
	}

	private static String text(String raw) {
		return raw.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}
}
