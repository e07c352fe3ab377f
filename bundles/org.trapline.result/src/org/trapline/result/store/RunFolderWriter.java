// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.trapline.result.Breakdown;
import org.trapline.result.ResultRow;
import org.trapline.result.format.BreakdownFormat;
import org.trapline.result.format.ResultFormat;
import org.trapline.result.stream.ExperimentPlan;
import org.trapline.result.stream.StudyPlan;
import org.trapline.result.stream.StudySink;
import org.trapline.result.stream.TeeSink;

/**
 * Writes the results of a run into files of its folder, while they come: memory does not grow with their number. A row is written as a whole or not at
 * all. Of experiments with very many rows no breakdowns are written.
 */
public final class RunFolderWriter implements StudySink, Closeable {

	private final List<RowsFile> files = new ArrayList<>();
	private final StudySink rows;
	private final BreakdownFormat.Writer breakdowns;
	private ExperimentPlan experiment;
	private long count;

	/**
	 * Begins the files.
	 *
	 * @param folder  where: an existing folder without them
	 * @param studies what is known of the results
	 * @throws IOException when they cannot be written
	 */
	public RunFolderWriter(Path folder, List<StudyPlan> studies) throws IOException {
		try {
			List<StudySink> sinks = new ArrayList<>();
			for (ResultFormat format : RunFolder.FORMATS) {
				sinks.add(format.writer(studies, file(folder.resolve(RunFolder.results(format)))));
			}
			rows = new TeeSink(sinks);
			breakdowns = new BreakdownFormat.Writer(file(folder.resolve(RunFolder.BREAKDOWN)));
		} catch (IOException e) {
			close();
			throw e;
		}
	}

	private RowsFile file(Path path) throws IOException {
		RowsFile file = new RowsFile(path);
		files.add(file);
		return file;
	}

	/**
	 * Writes what a run's folder has besides its results: inputs, and {@code run.json} as the last.
	 *
	 * @throws IOException when it cannot be written
	 */
	public static void writeProvenance(Run run, Path folder) throws IOException {
		for (RunInfo.Input input : run.info().inputs()) {
			String text = run.text(input).orElse(null);
			if (text != null) {
				Path file = folder.resolve(input.file());
				Files.createDirectories(file.getParent());
				Files.writeString(file, text);
			}
		}
		Files.writeString(folder.resolve(RunFolder.INFO), RunJson.write(run.info()));
	}

	/** How many rows were given. */
	public long count() {
		return count;
	}

	@Override
	public void begin(StudyPlan study) throws IOException {
		rows.begin(study);
	}

	@Override
	public void begin(ExperimentPlan begun) throws IOException {
		experiment = begun;
		rows.begin(begun);
	}

	@Override
	public void row(ResultRow row) throws IOException {
		count++;
		rows.row(row);
	}

	@Override
	public boolean takesBreakdowns() {
		return !experiment.isLarge();
	}

	@Override
	public void breakdown(Breakdown breakdown) throws IOException {
		if (takesBreakdowns()) {
			breakdowns.write(experiment, breakdown);
		}
	}

	@Override
	public void end() throws IOException {
		rows.end();
		breakdowns.flush();
	}

	@Override
	public void end(String fingerprint) throws IOException {
		rows.end(fingerprint);
	}

	@Override
	public void close() throws IOException {
		for (RowsFile file : files) {
			file.close();
		}
	}
}
