// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.reproduce;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import org.trapline.result.StudyResult;
import org.trapline.run.Diagnostic;
import org.trapline.run.Examples;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.RunMonitor;
import org.trapline.run.ShippedFiles;
import org.trapline.run.Studies;

/** Runs the experiments that are compared with published values, of shipped studies by their ids, and of files. */
public final class Reproduction {

	private final Studies studies;

	public Reproduction(Studies studies) {
		this.studies = studies;
	}

	/**
	 * Runs all compared experiments of the shipped studies.
	 *
	 * @return a result for each file that has such experiments
	 */
	public List<StudyResult> shipped() throws InvalidStudyException, IOException {
		return shipped(RunMonitor.NONE);
	}

	/**
	 * As {@link #shipped()}, and stops between two studies when asked to.
	 *
	 * @param monitor receives each study
	 * @throws CancellationException when stopped
	 */
	public List<StudyResult> shipped(RunMonitor monitor) throws InvalidStudyException, IOException {
		List<StudyResult> results = new ArrayList<>();
		List<Examples.Example> examples = Examples.shipped();
		monitor.planned(examples.size());
		for (Examples.Example example : examples) {
			if (monitor.isCancelled()) {
				throw new CancellationException("the validation was stopped");
			}
			results.addAll(run(example));
			monitor.done(1, example.title());
		}
		return results;
	}

	/**
	 * Runs all compared experiments of one study.
	 *
	 * @param study a shipped study's id, or a file
	 * @return a result for each file that has such experiments; at least one
	 * @throws InvalidStudyException when the study has errors, or nothing in it is compared
	 * @throws IOException           when there is no such study, or it cannot be read; the message names it and the reason
	 */
	public List<StudyResult> study(String study) throws InvalidStudyException, IOException {
		Optional<Examples.Example> shipped = Examples.shipped(study);
		List<StudyResult> results = shipped.isPresent() ? run(shipped.get()) : run(file(study));
		if (results.isEmpty()) {
			throw new InvalidStudyException(List.of(new Diagnostic(study, 0, 0, Diagnostic.Severity.ERROR, "reference",
					"no experiment is compared with published values: add 'reference REFERENCE { STACK = CONFIGURATION }' to one")));
		}
		return results;
	}

	private static Path file(String study) throws IOException {
		Path file = Path.of(study);
		if (Files.exists(file)) {
			return file;
		}
		if (Studies.isStudy(file)) {
			throw new NoSuchFileException(study);
		}
		throw new IOException("there is neither a shipped study nor a file '" + study + "'; shipped: "
				+ Examples.shipped().stream().map(Examples.Example::id).collect(Collectors.joining(", ")));
	}

	private List<StudyResult> run(Examples.Example example) throws InvalidStudyException, IOException {
		List<StudyResult> results = new ArrayList<>();
		try (ShippedFiles unpacked = new ShippedFiles(example)) {
			for (Path file : unpacked.files()) {
				if (Studies.isStudy(file)) {
					results.addAll(run(file));
				}
			}
		}
		return results;
	}

	private List<StudyResult> run(Path file) throws InvalidStudyException, IOException {
		StudyResult result = studies.reproduce(file);
		return result.experiments().isEmpty() ? List.of() : List.of(result);
	}
}
