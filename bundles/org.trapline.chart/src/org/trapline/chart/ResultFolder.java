// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jfree.chart.JFreeChart;
import org.trapline.run.ChartSpec;
import org.trapline.run.ExperimentResult;
import org.trapline.run.ResultFormat;
import org.trapline.run.StudyResult;

/**
 * A folder of results: {@code results.csv}, {@code results.json}, and each chart that the studies ask for as
 * {@code STUDY-EXPERIMENT-METRIC} in every {@link ChartFormat}. Written as a whole or not at all.
 */
public final class ResultFolder {

	private ResultFolder() {
	}

	/**
	 * Writes results. Files of the same names are replaced; other files in the folder stay.
	 *
	 * @param results what to write
	 * @param folder  where; made if it does not exist
	 * @return the files, in the order written
	 * @throws IOException when it cannot be written; the message names the folder and the reason, and nothing is left
	 */
	public static List<Path> write(List<StudyResult> results, Path folder) throws IOException {
		List<Path> made = missing(folder);
		Path draft = null;
		boolean done = false;
		try {
			Files.createDirectories(folder);
			// Inside the folder, so that moving a file to its place stays on one file system and is atomic.
			draft = Files.createTempDirectory(folder, ".trapline-");
			List<Path> drafts = writeAll(results, draft);
			for (Path each : drafts) {
				Path file = folder.resolve(each.getFileName());
				if (Files.isDirectory(file)) {
					throw new FileSystemException(file.toString(), null, file.getFileName() + " is a folder there");
				}
			}
			List<Path> files = new ArrayList<>();
			for (Path each : drafts) {
				files.add(Files.move(each, folder.resolve(each.getFileName()), StandardCopyOption.REPLACE_EXISTING));
			}
			Files.delete(draft);
			done = true;
			return files;
		} catch (IOException e) {
			throw new IOException("cannot write results to " + folder + ": " + reason(e), e);
		} finally {
			if (!done) {
				undo(draft, made);
			}
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

	private static List<Path> writeAll(List<StudyResult> results, Path draft) throws IOException {
		List<Path> files = new ArrayList<>();
		for (ResultFormat format : List.of(ResultFormat.CSV, ResultFormat.JSON)) {
			Path file = draft.resolve("results." + format.id());
			try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
				format.write(results, out);
			}
			files.add(file);
		}
		for (StudyResult result : results) {
			for (ExperimentResult experiment : result.experiments()) {
				Set<ChartSpec> specs = new LinkedHashSet<>(experiment.charts());
				for (ChartSpec spec : specs) {
					JFreeChart chart = Charts.create(experiment, spec, ChartTheme.LIGHT);
					for (ChartFormat format : ChartFormat.values()) {
						Path file = draft.resolve(result.study() + "-" + experiment.name() + "-" + spec.metric().id() + "." + format.extension());
						ChartExport.write(chart, format, file);
						files.add(file);
					}
				}
			}
		}
		return files;
	}

	private static String reason(IOException e) {
		if (e instanceof FileAlreadyExistsException) {
			return "there is a file of that name";
		}
		if (e instanceof AccessDeniedException) {
			return "permission denied";
		}
		if (e instanceof NoSuchFileException missing) {
			return missing.getFile() + " cannot be made";
		}
		if (e instanceof FileSystemException system && system.getReason() != null) {
			return system.getReason();
		}
		return e.getMessage();
	}

	/** What cannot be removed stays: the failure that led here is the one to tell. */
	private static void undo(Path draft, List<Path> made) {
		List<Path> rest = new ArrayList<>();
		if (draft != null) {
			try (var files = Files.list(draft)) {
				rest.addAll(files.toList());
			} catch (IOException e) {
				// Then it cannot be removed either.
			}
			rest.add(draft);
		}
		rest.addAll(made);
		for (Path each : rest) {
			try {
				Files.deleteIfExists(each);
			} catch (IOException e) {
				// See above.
			}
		}
	}
}
