// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.trapline.chart.export.ChartFormat;
import org.trapline.chart.export.ExportFormat;
import org.trapline.chart.export.RunExport;
import org.trapline.chart.picture.ChartSize;
import org.trapline.result.ChartSpec;
import org.trapline.result.Metric;
import org.trapline.result.store.Run;
import org.trapline.result.store.RunFolder;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code trapline export}: exports stored runs as tables, charts or a page. */
@Command(name = "export", mixinStandardHelpOptions = true,
		description = "Writes stored runs as tables, rows, charts or a report; several runs are compared in one chart.",
		footer = { "", "RUN is a folder that 'trapline run --out' wrote, or the folder of a run in a workbench (its Runs view copies the path).",
				"Without --chart, the charts that the studies declare are drawn, and --out is a folder.",
				"Example: trapline export OUT --chart overhead --metric cycles --baseline Vm --out overhead.pdf" })
final class ExportCommand implements Callable<Integer> {

	private static final Pattern SIZE = Pattern.compile("(\\d+(?:\\.\\d+)?)x(\\d+(?:\\.\\d+)?)");
	private static final double POINTS_PER_INCH = 72;

	private final PrintWriter out;
	private final PrintWriter err;

	@Spec
	private CommandSpec spec;

	@Parameters(arity = "1..*", paramLabel = "RUN", description = "Folders of runs.")
	private List<Path> folders;

	@Option(names = "--format", paramLabel = "FORMAT",
			description = "${COMPLETION-CANDIDATES}. Default: by the ending of the file's name, or table.")
	private ExportFormat format;

	@Option(names = "--experiment", paramLabel = "NAME", description = "Export this experiment only.")
	private String experiment;

	@Option(names = "--chart", paramLabel = "KIND", description = "Draw this chart: ${COMPLETION-CANDIDATES}.")
	private ChartSpec.Kind chart;

	@Option(names = "--metric", paramLabel = "METRIC", description = "The metric that the chart shows. Default: the first metric of the results.")
	private String metric;

	@Option(names = "--baseline", paramLabel = "STACK", description = "The baseline of an overhead: a stack, or the id of a run. Default: the first stack.")
	private String baseline;

	@Option(names = "--across", paramLabel = "PARAMETER", description = "The parameter on the horizontal axis. Default: the first one.")
	private String across;

	@Option(names = "--down", paramLabel = "PARAMETER", description = "The parameter on the vertical axis of a heat map. Default: the second one.")
	private String down;

	@Option(names = "--log", description = "Logarithmic values.")
	private boolean log;

	@Option(names = "--size", paramLabel = "WxH", description = "Size of pictures in points of 1/72 inch. Default: 800x480.")
	private String size;

	@Option(names = "--density", paramLabel = "DPI", defaultValue = "144", description = "Pixels per inch of PNG. Default: ${DEFAULT-VALUE}.")
	private double density;

	@Option(names = "--out", paramLabel = "FILE", description = "Write to this file, or to this folder for several charts. Default: standard output, for text.")
	private Path target;

	ExportCommand(PrintWriter out, PrintWriter err) {
		this.out = out;
		this.err = err;
	}

	@Override
	public Integer call() throws IOException {
		ExportFormat wanted = format();
		RunExport.Look look = new RunExport.Look(Optional.ofNullable(size).map(this::size), scale());
		List<Run> runs = new ArrayList<>();
		for (Path folder : folders) {
			runs.add(RunFolder.read(folder));
		}
		RunExport export;
		try {
			export = new RunExport(runs, Optional.ofNullable(experiment));
			if (wanted.picture().isPresent()) {
				picture(export, wanted.picture().get(), look);
			} else if (target == null) {
				export.write(wanted, new CheckedOutput(out));
			} else {
				export.write(wanted, target);
				err.println("wrote " + target);
			}
		} catch (IllegalArgumentException e) {
			throw new IOException(e.getMessage(), e);
		}
		return TraplineCommand.DONE;
	}

	private ExportFormat format() {
		if (format != null) {
			return format;
		}
		if (target != null && (chart != null || String.valueOf(target.getFileName()).contains("."))) {
			return ExportFormat.ofFileName(String.valueOf(target.getFileName()))
					.orElseThrow(() -> bad("'" + target + "' has no ending of a known format: give --format"));
		}
		return chart != null ? ExportFormat.PNG : ExportFormat.TABLE;
	}

	private void picture(RunExport export, ChartFormat picture, RunExport.Look look) throws IOException {
		if (target == null) {
			throw bad("a picture needs a file: give --out");
		}
		if (chart == null) {
			err.println("wrote " + export.writeAll(picture, look, target).size() + " files to " + target);
		} else {
			export.write(new ChartSpec(chart, metric(export), Optional.ofNullable(baseline), Optional.ofNullable(across), Optional.ofNullable(down), log),
					picture, look, target);
			err.println("wrote " + target);
		}
	}

	private Metric metric(RunExport export) {
		List<Metric> measured = export.sources().stream().flatMap(source -> source.experiment().rows().stream()).map(row -> row.metric()).distinct().toList();
		List<Metric> offered = chart.shows().offers(measured);
		if (metric == null) {
			return offered.stream().findFirst().orElseThrow(() -> bad("the results have nothing for a chart of " + chart));
		}
		List<Metric> metrics = measured.stream().map(each -> Metric.of(each.base(), each.unit())).distinct().toList();
		return metrics.stream().filter(each -> each.id().equals(metric)).findFirst().orElseThrow(() -> bad("the results have no metric '" + metric
				+ "'; there are " + metrics.stream().map(Metric::id).collect(Collectors.joining(", "))));
	}

	private ChartSize size(String text) {
		Matcher parts = SIZE.matcher(text);
		if (!parts.matches()) {
			throw bad("Invalid value for option '--size': '" + text + "' is not like 800x480");
		}
		try {
			return new ChartSize(Double.parseDouble(parts.group(1)), Double.parseDouble(parts.group(2)));
		} catch (IllegalArgumentException e) {
			throw bad("Invalid value for option '--size': " + e.getMessage());
		}
	}

	private double scale() {
		if (!(density >= 10 && density <= 2400)) {
			throw bad("Invalid value for option '--density': pixels per inch are between 10 and 2400, not " + density);
		}
		return density / POINTS_PER_INCH;
	}

	private ParameterException bad(String message) {
		return new ParameterException(spec.commandLine(), message);
	}
}
