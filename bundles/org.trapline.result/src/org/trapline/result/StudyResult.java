// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a run of a study came to.
 *
 * @param study       the file's name without its ending
 * @param fingerprint SHA-256, in hexadecimal, of every row: equal for equal results on every machine
 * @param experiments the experiments that ran, in the order of the file
 * @param sources     the texts that it was run from, the study itself first; empty where nobody knows them any more
 * @since 0.2.0
 */
public record StudyResult(String study, String fingerprint, List<ExperimentResult> experiments, List<Source> sources) {

	public StudyResult {
		Objects.requireNonNull(study);
		Objects.requireNonNull(fingerprint);
		experiments = List.copyOf(experiments);
		sources = List.copyOf(sources);
	}

	/** A result whose sources nobody asks for. */
	public StudyResult(String study, String fingerprint, List<ExperimentResult> experiments) {
		this(study, fingerprint, experiments, List.of());
	}

	/** One fingerprint of several results: that of the only one, or of all in their order. */
	public static String fingerprint(List<StudyResult> results) {
		return results.size() == 1 ? results.get(0).fingerprint()
				: Sha256.of(results.stream().map(StudyResult::fingerprint).collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8));
	}

	/** All rows, in the order of the experiments. */
	public List<ResultRow> rows() {
		return experiments.stream().flatMap(experiment -> experiment.rows().stream()).toList();
	}
}
