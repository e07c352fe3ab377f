// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.trapline.result.Breakdown;
import org.trapline.result.ExperimentResult;
import org.trapline.result.ResultRow;
import org.trapline.result.Source;
import org.trapline.result.StudyResult;
import org.trapline.result.format.BreakdownFormat;
import org.trapline.result.format.FormatField;
import org.trapline.result.format.ResultFormat;
import org.trapline.result.format.ResultReader;
import org.trapline.result.stream.StudyPlan;
import org.trapline.result.stream.StudySink;

/** The files of a run's folder, except pictures; see the package. */
public final class RunFolder {

	/** The file that identifies the folder of a run. */
	public static final String INFO = "run.json";
	/** The page about the whole run. */
	public static final String REPORT = "report.html";
	/** Where the pictures are. */
	public static final String CHARTS = "charts";

	private static final String RESULTS = "results.";
	static final String BREAKDOWN = "breakdown.csv";
	static final List<ResultFormat> FORMATS = List.of(ResultFormat.CSV, ResultFormat.JSON, ResultFormat.LATEX);

	/** The contents of the folder. Charts and page are made from the rest and never read. */
	public static final List<FormatField> LAYOUT = List.of(
			new FormatField(INFO, "The provenance of the run, and a list of its studies, experiments and charts."),
			new FormatField(RESULTS + ResultFormat.CSV.extension(), "Every value, a row complete by itself."),
			new FormatField(RESULTS + ResultFormat.JSON.extension(), "The same as JSON Lines."),
			new FormatField(RESULTS + ResultFormat.LATEX.extension(), "The tables, for a paper."),
			new FormatField(BREAKDOWN, "Cycles by level and cause: a line for each level and cause of each stack, workload and point. Experiments with more than 100,000 values have none."),
			new FormatField("inputs/STUDY/", "The study and the files that it imports, exactly as they were read."),
			new FormatField("inputs/plug-ins/", "The libraries of plug-ins that it imports."),
			new FormatField(CHARTS + "/", "Pictures of the charts that the study declares; made from the rest, never read. Experiments with more than 100,000 values have none."),
			new FormatField(REPORT, "A page about the whole run; made from the rest, never read."));
	/** The files of results, by their paths in the folder. */
	public static final List<String> RESULT_FILES = Stream.concat(FORMATS.stream().map(RunFolder::results), Stream.of(BREAKDOWN)).toList();
	/** The fields of {@link #INFO}. */
	public static final List<FormatField> INFO_FIELDS = RunJson.FIELDS;

	private RunFolder() {
	}

	/** The file of the results in a format. */
	static String results(ResultFormat format) {
		return RESULTS + format.extension();
	}

	/**
	 * Writes a run, without pictures.
	 *
	 * @param folder an existing folder without any of its files
	 * @throws IOException when it cannot be written
	 */
	public static void write(Run run, Path folder) throws IOException {
		try (RunFolderWriter writer = new RunFolderWriter(folder, run.studies().stream().map(StudyPlan::of).toList())) {
			StudySink.replay(run.studies(), writer);
		}
		RunFolderWriter.writeProvenance(run, folder);
	}

	/** The paths of a run's files in its folder, with slashes, but for pictures and the page. */
	public static List<String> files(RunInfo info) {
		return Stream.of(RESULT_FILES.stream(),
				info.inputs().stream().map(RunInfo.Input::file), Stream.of(INFO)).flatMap(files -> files).toList();
	}

	/** Whether a folder is the folder of a run. */
	public static boolean isRun(Path folder) {
		return Files.isRegularFile(folder.resolve(INFO));
	}

	/**
	 * Reads the description of a run, without its results.
	 *
	 * @throws IOException when the folder is not that of a run or cannot be read; the message names it and the reason
	 */
	public static RunInfo info(Path folder) throws IOException {
		Path file = folder.resolve(INFO);
		try {
			return RunJson.read(Files.readString(file));
		} catch (NoSuchFileException e) {
			throw new IOException(folder + " is not a folder of results: it has no " + INFO + ", which 'trapline run --out' writes", e);
		} catch (IOException | IllegalArgumentException e) {
			throw new IOException(file + " cannot be read: " + e.getMessage(), e);
		}
	}

	/**
	 * Reads a run.
	 *
	 * @throws IOException when the folder is not that of a run, or a file is missing or cannot be read; the message names it and the reason
	 */
	public static Run read(Path folder) throws IOException {
		RunInfo info = info(folder);
		Map<List<String>, List<ResultRow>> rows = parsed(folder.resolve(results(ResultFormat.JSON)), ResultReader::rows).stream()
				.collect(Collectors.groupingBy(row -> List.of(row.study(), row.experiment())));
		List<BreakdownFormat.Entry> breakdowns = parsed(folder.resolve(BREAKDOWN), BreakdownFormat::read);
		List<StudyResult> studies = new ArrayList<>();
		for (RunInfo.Study study : info.studies()) {
			List<ExperimentResult> experiments = new ArrayList<>();
			for (RunInfo.Experiment experiment : study.experiments()) {
				List<ResultRow> own = rows.getOrDefault(List.of(study.name(), experiment.name()), List.of());
				List<Breakdown> parts = breakdowns.stream()
						.filter(entry -> entry.study().equals(study.name()) && entry.experiment().equals(experiment.name()))
						.map(BreakdownFormat.Entry::breakdown).toList();
				experiments.add(new ExperimentResult(study.name(), experiment.name(), experiment.title(), experiment.extrapolation(), own, parts, experiment.charts()));
			}
			studies.add(new StudyResult(study.name(), study.fingerprint(), experiments, sources(folder, info, study)));
		}
		return new Run(info, studies);
	}

	private interface Parser<T> {
		T read(BufferedReader in) throws IOException;
	}

	private static <T> T parsed(Path file, Parser<T> parser) throws IOException {
		try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
			return parser.read(in);
		} catch (NoSuchFileException e) {
			throw new IOException(file + " is missing: the folder is not complete", e);
		} catch (IOException e) {
			throw new IOException(file + " cannot be read: " + e.getMessage(), e);
		}
	}

	/** The inputs of a study. A file that is missing or was changed is left out: the run was not made from it. */
	private static List<Source> sources(Path folder, RunInfo info, RunInfo.Study study) throws IOException {
		List<Source> sources = new ArrayList<>();
		for (RunInfo.Input input : info.inputs()) {
			if (input.isLibrary() || input.study().equals(study.name())) {
				text(folder, input).map(text -> new Source(input.isLibrary() ? Source.Kind.LIBRARY : Source.Kind.FILE, input.name(), text))
						.ifPresent(sources::add);
			}
		}
		return sources;
	}

	private static Optional<String> text(Path folder, RunInfo.Input input) throws IOException {
		Path file = folder.resolve(input.file()).normalize();
		if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
			return Optional.empty();
		}
		String text = Files.readString(file);
		boolean same = new Source(Source.Kind.FILE, input.name(), text).sha256().equals(input.sha256());
		return same ? Optional.of(text) : Optional.empty();
	}

	/**
	 * Rewrites the description of a run, for instance after a change of its name.
	 *
	 * @throws IOException when it cannot be written; the old file is then unchanged
	 */
	static void rewrite(Path folder, RunInfo info) throws IOException {
		WholeFile.write(folder.resolve(INFO), RunJson.write(info).getBytes(StandardCharsets.UTF_8));
	}
}
