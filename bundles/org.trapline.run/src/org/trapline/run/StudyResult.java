// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.util.List;
import java.util.Objects;

/**
 * What a run of a study came to.
 *
 * @param study       the file's name without its ending
 * @param fingerprint SHA-256, in hexadecimal, of every row: equal for equal results on every machine
 * @param experiments the experiments that ran, in the order of the file
 */
public record StudyResult(String study, String fingerprint, List<ExperimentResult> experiments) {

	public StudyResult {
		Objects.requireNonNull(study);
		Objects.requireNonNull(fingerprint);
		experiments = List.copyOf(experiments);
	}
}
