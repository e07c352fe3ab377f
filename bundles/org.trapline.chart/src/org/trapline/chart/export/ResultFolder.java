// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.export;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.trapline.chart.ChartPicture;
import org.trapline.result.Breakdown;
import org.trapline.result.ChartSpec;
import org.trapline.result.ExperimentResult;
import org.trapline.result.ResultRow;
import org.trapline.result.StudyResult;
import org.trapline.result.store.Run;
import org.trapline.result.store.RunFolder;
import org.trapline.result.store.RunFolderWriter;
import org.trapline.result.store.RunInfo;
import org.trapline.result.store.WholeFile;
import org.trapline.result.stream.CollectingSink;
import org.trapline.result.stream.ExperimentPlan;
import org.trapline.result.stream.StudyPlan;
import org.trapline.result.stream.StudySink;

/**
 * Writes a run's whole folder: what {@link RunFolder} reads, and besides each chart that the studies ask for, in every {@link ChartFormat}, and the page
 * about it all. It takes the results as they come; the folder gets its files in {@link #finish}, all of them or none. Only where rows of a sweep cannot be
 * written, as on a full disk, those that could stay, in files whose names begin with {@code partial-}.
 */
public final class ResultFolder implements StudySink, Closeable {

	private static final String PARTIAL = "partial-";
	private static final String DRAFT = ".trapline-";
	private static final List<String> KEPT = List.of("results.csv", "results.json");

	private final Path folder;
	private final Path target;
	private final boolean fresh;
	private final boolean swept;
	/** Folders that were made for this one, the innermost first. */
	private final List<Path> made;
	/** Beside or inside the folder, so that moving stays on one file system and is atomic. */
	private final Path draft;
	private final RunFolderWriter rows;
	/** What charts and page are made from. */
	private final CollectingSink results = new CollectingSink(ExperimentResult.MANY_ROWS);
	private final List<String> omissions = new ArrayList<>();
	private boolean finished;

	/**
	 * Begins a folder: results may come.
	 *
	 * @param folder  where; made if it does not exist
	 * @param studies what is known of the results
	 * @throws IOException when it cannot be written; the message names the folder and the reason
	 */
	public ResultFolder(Path folder, List<StudyPlan> studies) throws IOException {
		this.folder = folder;
		target = folder.toAbsolutePath().normalize();
		fresh = !Files.exists(target);
		swept = studies.stream().anyMatch(StudyPlan::isSwept);
		made = missing(folder);
		Path parent = fresh ? target.getParent() : target;
		draft = parent.resolve(DRAFT + UUID.randomUUID());
		try {
			requireNoFolders(target, expected(studies));
			Files.createDirectories(draft);
			rows = new RunFolderWriter(draft, studies);
		} catch (IOException e) {
			undo(draft, made);
			throw cannotWrite(e, "");
		}
	}

	/**
	 * Writes a run. Files of an earlier run in the folder go; other files stay.
	 *
	 * @param folder where; made if it does not exist
	 * @return the files, {@code run.json} last
	 * @throws IOException when it cannot be written; the message names the folder and the reason, and nothing is left
	 */
	public static List<Path> write(Run run, Path folder) throws IOException {
		try (ResultFolder results = new ResultFolder(folder, run.studies().stream().map(StudyPlan::of).toList())) {
			StudySink.replay(run.studies(), results);
			return results.finish(run);
		}
	}

	/**
	 * What is in a folder and was not written by a run: names, sorted. Charts and inputs are a run's beside {@code run.json} only.
	 *
	 * @throws IOException when the folder cannot be read
	 */
	public static List<String> foreign(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		Set<String> own = new LinkedHashSet<>(RunFolder.RESULT_FILES);
		own.addAll(List.of(RunFolder.INFO, RunFolder.REPORT));
		if (Files.exists(folder.resolve(RunFolder.INFO))) {
			own.addAll(List.of(RunFolder.CHARTS, "inputs"));
		}
		try (Stream<Path> all = Files.list(folder)) {
			return all.map(each -> each.getFileName().toString()).filter(name -> !own.contains(name) && !name.startsWith(PARTIAL) && !name.startsWith(DRAFT)).sorted().toList();
		}
	}

	/** What the folder has of the studies, in place of the rows of an experiment that has very many. */
	public List<StudyResult> studies() {
		return results.studies();
	}

	/** What is not in the folder, why, and what to do: for people; known when it is finished. */
	public List<String> omissions() {
		return List.copyOf(omissions);
	}

	/**
	 * Writes the rest, and puts everything in its place. Files of an earlier run in the folder go; other files stay.
	 *
	 * @param run the provenance, and {@link #studies}
	 * @return the files, {@code run.json} last
	 * @throws IOException when it cannot be written; the message names the folder and the reason
	 */
	public synchronized List<Path> finish(Run run) throws IOException {
		try {
			rows.close();
			pictures(run);
			RunFolderWriter.writeProvenance(run, draft);
			Set<String> files = files();
			if (fresh) {
				Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
			} else {
				replace(draft, files, target);
			}
			finished = true;
			return files.stream().map(folder::resolve).toList();
		} catch (IOException e) {
			throw failed(e);
		}
	}

	/** Without {@link #finish}: nothing is left. */
	@Override
	public synchronized void close() throws IOException {
		if (!finished) {
			finished = true;
			rows.close();
			undo(draft, made);
		}
	}

	private void pictures(Run run) throws IOException {
		for (ExperimentResult experiment : run.experiments()) {
			DrawnCharts charts = DrawnCharts.of(experiment);
			for (Map.Entry<ChartSpec, ChartPicture> each : charts.pictures().entrySet()) {
				for (ChartFormat format : ChartFormat.values()) {
					Path file = draft.resolve(chart(experiment.study(), experiment.name(), each.getKey(), format));
					Files.createDirectories(file.getParent());
					Files.write(file, ChartExport.bytes(each.getValue(), format, each.getValue().size(), ChartExport.DEFAULT_SCALE));
				}
			}
			charts.omissions().forEach(omission -> omissions.add(experiment.name() + ": " + omission));
		}
		Files.writeString(draft.resolve(RunFolder.REPORT), RunReport.html(run));
	}

	/** All files, by their paths in the folder; {@code run.json} last. */
	private Set<String> files() throws IOException {
		Set<String> files = new LinkedHashSet<>();
		try (Stream<Path> all = Files.walk(draft)) {
			all.filter(Files::isRegularFile).map(file -> draft.relativize(file).toString().replace('\\', '/')).sorted().forEach(files::add);
		}
		files.remove(RunFolder.INFO);
		files.add(RunFolder.INFO);
		return files;
	}

	// ------------------------------------------------------------------------------------------- what cannot be written

	/** Ends the folder after a failure. */
	private IOException failed(IOException e) {
		finished = true;
		String kept = "";
		try {
			rows.close();
			if (swept && rows.count() > 0) {
				kept = keepRows();
			}
		} catch (IOException also) {
			e.addSuppressed(also);
		}
		undo(draft, kept.isEmpty() ? made : List.of());
		return cannotWrite(e, kept);
	}

	/** What else is in the draft goes first: rows may be moved where nothing finds room. */
	private String keepRows() throws IOException {
		List<String> places = new ArrayList<>();
		Files.createDirectories(target);
		for (String name : KEPT) {
			Files.move(draft.resolve(name), target.resolve(PARTIAL + name), StandardCopyOption.REPLACE_EXISTING);
			places.add(folder.resolve(PARTIAL + name).toString());
		}
		return "; " + String.join(" and ", places) + " keep what could be written of %,d rows, each row complete: ".formatted(rows.count())
				+ "free some space, take fewer points, or add 'summary' to the experiment (--summary)";
	}

	private IOException cannotWrite(IOException e, String kept) {
		return new IOException("cannot write results to " + folder + ": " + WholeFile.reason(e) + kept, e);
	}

	// ------------------------------------------------------------------------------------------- results as they come

	private interface Step {
		void to(StudySink sink) throws IOException;
	}

	private synchronized void give(Step step) throws IOException {
		if (finished) {
			throw new IOException("the folder " + folder + " takes no results any more");
		}
		try {
			step.to(rows);
		} catch (IOException e) {
			throw failed(e);
		}
		step.to(results);
	}

	@Override
	public void begin(StudyPlan study) throws IOException {
		give(sink -> sink.begin(study));
	}

	@Override
	public void begin(ExperimentPlan experiment) throws IOException {
		give(sink -> sink.begin(experiment));
	}

	@Override
	public void row(ResultRow row) throws IOException {
		give(sink -> sink.row(row));
	}

	@Override
	public boolean takesBreakdowns() {
		return rows.takesBreakdowns();
	}

	@Override
	public void breakdown(Breakdown breakdown) throws IOException {
		give(sink -> sink.breakdown(breakdown));
	}

	@Override
	public void end() throws IOException {
		give(StudySink::end);
	}

	@Override
	public void end(String fingerprint) throws IOException {
		give(sink -> sink.end(fingerprint));
	}

	// ------------------------------------------------------------------------------------------- the folder's files

	private static String chart(String study, String experiment, ChartSpec spec, ChartFormat format) {
		return RunFolder.CHARTS + "/" + spec.fileName(study, experiment) + "." + format.extension();
	}

	/** The files that a run of which no more is known wrote. */
	private static Set<String> files(RunInfo info) {
		Set<String> files = new LinkedHashSet<>(RunFolder.files(info));
		for (RunInfo.Study study : info.studies()) {
			study.experiments().forEach(each -> addCharts(study.name(), each.name(), each.charts(), files));
		}
		files.add(RunFolder.REPORT);
		return files;
	}

	/** Most of the files that the folder will have: enough to know before a long run that they cannot be written. */
	private static Set<String> expected(List<StudyPlan> studies) {
		Set<String> files = new LinkedHashSet<>(RunFolder.RESULT_FILES);
		files.add(RunFolder.REPORT);
		for (StudyPlan study : studies) {
			study.experiments().forEach(each -> addCharts(study.study(), each.name(), each.charts(), files));
		}
		files.add(RunFolder.INFO);
		return files;
	}

	private static void requireNoFolders(Path target, Set<String> files) throws IOException {
		for (String file : files) {
			if (Files.isDirectory(target.resolve(file))) {
				throw new FileSystemException(target.resolve(file).toString(), null, file + " is a folder there");
			}
		}
	}

	private static void addCharts(String study, String experiment, List<ChartSpec> charts, Set<String> files) {
		for (ChartSpec spec : charts) {
			for (ChartFormat format : ChartFormat.values()) {
				files.add(chart(study, experiment, spec, format));
			}
		}
	}

	private static void replace(Path draft, Set<String> files, Path target) throws IOException {
		requireNoFolders(target, files);
		Set<String> stale = RunFolder.isRun(target) ? files(RunFolder.info(target)) : Set.of();
		// While files come and go the folder is no run's.
		Files.deleteIfExists(target.resolve(RunFolder.INFO));
		for (String file : stale) {
			Path old = target.resolve(file).normalize();
			if (!files.contains(file) && old.startsWith(target)) {
				Files.deleteIfExists(old);
				prune(old.getParent(), target);
			}
		}
		for (String file : files) {
			Path place = target.resolve(file);
			Files.createDirectories(place.getParent());
			Files.move(draft.resolve(file), place, StandardCopyOption.REPLACE_EXISTING);
		}
		delete(draft);
	}

	/** Removes folders that became empty. */
	private static void prune(Path folder, Path root) throws IOException {
		for (Path each = folder; !each.equals(root); each = each.getParent()) {
			if (!Files.isDirectory(each)) {
				continue;
			}
			try (Stream<Path> rest = Files.list(each)) {
				if (rest.findAny().isPresent()) {
					return;
				}
			}
			Files.delete(each);
		}
	}

	/** The folder and those above it that do not exist yet, the innermost first. */
	private static List<Path> missing(Path folder) {
		List<Path> missing = new ArrayList<>();
		for (Path next = folder.toAbsolutePath(); next != null && !Files.exists(next); next = next.getParent()) {
			missing.add(next);
		}
		return missing;
	}

	/** What cannot be removed stays: the failure that led here is the one to tell. */
	private static void undo(Path draft, List<Path> made) {
		try {
			if (draft != null) {
				delete(draft);
			}
			for (Path each : made) {
				Files.deleteIfExists(each);
			}
		} catch (IOException e) {
			// See above.
		}
	}

	private static void delete(Path folder) throws IOException {
		if (!Files.exists(folder)) {
			return;
		}
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(each);
			}
		}
	}
}
