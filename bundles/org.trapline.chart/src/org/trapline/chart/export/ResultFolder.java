// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.trapline.chart.ChartPicture;
import org.trapline.chart.kind.ChartKinds;
import org.trapline.result.ChartSpec;
import org.trapline.result.ExperimentResult;
import org.trapline.result.store.Run;
import org.trapline.result.store.RunFolder;
import org.trapline.result.store.RunInfo;
import org.trapline.result.store.WholeFile;

/**
 * Writes a run's whole folder: what {@link RunFolder} reads, and besides each chart that the studies ask for, in every
 * {@link ChartFormat}, and the page about it all.
 */
public final class ResultFolder {

	private ResultFolder() {
	}

	/**
	 * Writes a run. Files of an earlier run in the folder go; other files stay.
	 *
	 * @param folder where; made if it does not exist
	 * @return the files, in the order written
	 * @throws IOException when it cannot be written; the message names the folder and the reason, and nothing is left
	 */
	public static List<Path> write(Run run, Path folder) throws IOException {
		List<Path> made = missing(folder);
		Path draft = null;
		try {
			SequencedMap<String, byte[]> files = files(run);
			Path target = folder.toAbsolutePath().normalize();
			boolean fresh = !Files.exists(target);
			Path parent = fresh ? target.getParent() : target;
			Files.createDirectories(parent);
			// Beside or inside the folder, so that moving stays on one file system and is atomic.
			draft = parent.resolve(".trapline-" + UUID.randomUUID());
			for (Map.Entry<String, byte[]> file : files.entrySet()) {
				Path path = draft.resolve(file.getKey());
				Files.createDirectories(path.getParent());
				Files.write(path, file.getValue());
			}
			if (fresh) {
				Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
			} else {
				replace(draft, files.sequencedKeySet(), target);
			}
			return files.sequencedKeySet().stream().map(folder::resolve).toList();
		} catch (IOException e) {
			undo(draft, made);
			throw new IOException("cannot write results to " + folder + ": " + WholeFile.reason(e), e);
		}
	}

	/** All files of a run, by their paths in its folder; {@code run.json} last. */
	public static SequencedMap<String, byte[]> files(Run run) throws IOException {
		SequencedMap<String, byte[]> files = new LinkedHashMap<>(RunFolder.files(run));
		byte[] info = files.remove(RunFolder.INFO);
		for (ExperimentResult experiment : run.experiments()) {
			for (ChartSpec spec : new LinkedHashSet<>(experiment.charts())) {
				ChartPicture picture = new ChartPicture(ChartKinds.data(experiment, spec));
				for (ChartFormat format : ChartFormat.values()) {
					files.put(chart(experiment.study(), experiment.name(), spec, format),
							ChartExport.bytes(picture, format, picture.size(), ChartExport.DEFAULT_SCALE));
				}
			}
		}
		files.put(RunFolder.REPORT, RunReport.html(run).getBytes(StandardCharsets.UTF_8));
		files.put(RunFolder.INFO, info);
		return files;
	}

	private static String chart(String study, String experiment, ChartSpec spec, ChartFormat format) {
		return RunFolder.CHARTS + "/" + spec.fileName(study, experiment) + "." + format.extension();
	}

	/** The files that a run of which no more is known wrote. */
	private static Set<String> files(RunInfo info) {
		Set<String> files = new LinkedHashSet<>(RunFolder.files(info));
		for (RunInfo.Study study : info.studies()) {
			for (RunInfo.Experiment experiment : study.experiments()) {
				for (ChartSpec spec : experiment.charts()) {
					for (ChartFormat format : ChartFormat.values()) {
						files.add(chart(study.name(), experiment.name(), spec, format));
					}
				}
			}
		}
		files.add(RunFolder.REPORT);
		return files;
	}

	private static void replace(Path draft, Set<String> files, Path target) throws IOException {
		for (String file : files) {
			if (Files.isDirectory(target.resolve(file))) {
				throw new FileSystemException(target.resolve(file).toString(), null, file + " is a folder there");
			}
		}
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
