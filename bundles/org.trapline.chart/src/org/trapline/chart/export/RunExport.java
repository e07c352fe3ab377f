// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.export;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.trapline.chart.ChartPicture;
import org.trapline.chart.ChartSource;
import org.trapline.chart.kind.ChartKinds;
import org.trapline.chart.picture.ChartSize;
import org.trapline.chart.picture.Picture;
import org.trapline.result.ChartSpec;
import org.trapline.result.ExperimentResult;
import org.trapline.result.StudyResult;
import org.trapline.result.store.Run;
import org.trapline.result.store.WholeFile;

/**
 * Exports runs: rows, tables, charts, a page. The workbench's wizard and the command line do it by this.
 *
 * @param runs       what to export: at least one
 * @param experiment the only experiment to export; all when empty
 */
public record RunExport(List<Run> runs, Optional<String> experiment) {

	/**
	 * How a picture is written.
	 *
	 * @param size  in points; the picture's own when empty
	 * @param scale pixels per point of a PNG
	 */
	public record Look(Optional<ChartSize> size, double scale) {

		/** As pictures are unless somebody asks for something else. */
		public static final Look DEFAULT = new Look(Optional.empty(), ChartExport.DEFAULT_SCALE);

		public Look {
			Objects.requireNonNull(size);
		}

		private void write(Picture<?> picture, ChartFormat format, Path file) throws IOException {
			ChartExport.write(picture, format, size.orElseGet(picture::size), scale, file);
		}
	}

	/** @throws IllegalArgumentException when there is no run, or no experiment of that name; the message is for people */
	public RunExport {
		runs = List.copyOf(runs);
		if (runs.isEmpty()) {
			throw new IllegalArgumentException("there is no run to export");
		}
		if (experiment.isPresent() && experiments(runs).stream().noneMatch(each -> each.name().equals(experiment.get()))) {
			throw new IllegalArgumentException("there is no experiment '%s' in the results; there are %s".formatted(experiment.get(),
					experiments(runs).stream().map(ExperimentResult::name).distinct().collect(Collectors.joining(", "))));
		}
	}

	private static List<ExperimentResult> experiments(List<Run> runs) {
		return runs.stream().flatMap(run -> run.experiments().stream()).toList();
	}

	/** What charts are made from. */
	public List<ChartSource> sources() {
		return ChartSource.of(runs).stream().filter(source -> experiment.isEmpty() || source.experiment().name().equals(experiment.get())).toList();
	}

	/** Rows or tables, or a page, as text. */
	public String text(ExportFormat format) throws IOException {
		StringBuilder text = new StringBuilder();
		write(format, text);
		return text.toString();
	}

	/**
	 * Writes rows or tables, or a page, as text.
	 *
	 * @param out is appended to, and neither flushed nor closed
	 */
	public void write(ExportFormat format, Appendable out) throws IOException {
		if (format.rows().isPresent()) {
			format.rows().get().write(selected(), out);
			return;
		}
		requirePage(format);
		out.append(RunReport.html(new Run(runs.get(0).info(), selected())));
	}

	private void requirePage(ExportFormat format) {
		if (format != ExportFormat.HTML) {
			throw new IllegalArgumentException(format + " is no text");
		}
		if (runs.size() > 1) {
			throw new IllegalArgumentException("a report is about one run, and these are %d: export them one by one".formatted(runs.size()));
		}
	}

	private List<StudyResult> selected() {
		return runs.stream().flatMap(run -> run.studies().stream()).map(this::selected).filter(study -> !study.experiments().isEmpty()).toList();
	}

	private StudyResult selected(StudyResult study) {
		return experiment.isEmpty() ? study
				: new StudyResult(study.study(), study.fingerprint(),
						study.experiments().stream().filter(each -> each.name().equals(experiment.get())).toList(), study.sources());
	}

	/** Writes rows, tables or a page to a file. */
	public void write(ExportFormat format, Path file) throws IOException {
		if (format.rows().isEmpty()) {
			requirePage(format);
		}
		WholeFile.write(file, out -> write(format, out));
	}

	/** Writes one chart to a file. */
	public void write(ChartSpec spec, ChartFormat format, Look look, Path file) throws IOException {
		List<String> names = sources().stream().map(source -> source.experiment().name()).distinct().toList();
		if (names.size() > 1) {
			throw new IllegalArgumentException("a chart is about one experiment: choose one of " + String.join(", ", names));
		}
		look.write(new ChartPicture(ChartKinds.data(sources(), spec)), format, file);
	}

	/**
	 * Writes each chart that the studies ask for into a folder, which is made if it does not exist.
	 *
	 * @return the files
	 * @throws IllegalArgumentException when they ask for none
	 */
	public List<Path> writeAll(ChartFormat format, Look look, Path folder) throws IOException {
		List<Path> files = new ArrayList<>();
		List<String> omissions = new ArrayList<>();
		if (Files.exists(folder) && !Files.isDirectory(folder)) {
			throw new FileSystemException(folder.toString(), null, "it is a file, and charts need a folder");
		}
		for (StudyResult study : selected()) {
			for (ExperimentResult each : study.experiments()) {
				DrawnCharts charts = DrawnCharts.of(each);
				for (Map.Entry<ChartSpec, ChartPicture> chart : charts.pictures().entrySet()) {
					Files.createDirectories(folder);
					Path file = folder.resolve(chart.getKey().fileName(study.study(), each.name()) + "." + format.extension());
					look.write(chart.getValue(), format, file);
					files.add(file);
				}
				omissions.addAll(charts.omissions());
			}
		}
		if (files.isEmpty()) {
			throw new IllegalArgumentException(omissions.isEmpty() ? "the studies ask for no chart: name one by its kind and metric" : String.join("; ", omissions));
		}
		return files;
	}
}
