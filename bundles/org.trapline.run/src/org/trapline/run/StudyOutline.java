// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.trapline.model.Element;
import org.trapline.model.Experiment;

/**
 * What one may choose to run of a study.
 *
 * @param experiments names of the experiments, in the order of the file
 * @param stacks      names of the stacks that any of them runs, without repetition
 */
public record StudyOutline(List<String> experiments, List<String> stacks) {

	public StudyOutline {
		experiments = List.copyOf(experiments);
		stacks = List.copyOf(stacks);
	}

	/** What a file has; empty where it has errors or cannot be read. */
	public static Optional<StudyOutline> read(Studies studies, Path file) {
		try {
			List<Experiment> experiments = studies.valid(file).getElements().stream().filter(Experiment.class::isInstance).map(Experiment.class::cast).toList();
			return Optional.of(new StudyOutline(experiments.stream().map(Element::getName).toList(),
					experiments.stream().flatMap(each -> each.getStacks().stream()).map(Element::getName).distinct().toList()));
		} catch (InvalidStudyException | IOException e) {
			return Optional.empty();
		}
	}
}
