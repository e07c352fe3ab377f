// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What an editor's code lenses do with a study. The server only passes it on: whoever starts it knows how to run studies.
 * Answers and problems are texts for people.
 */
public interface StudyCommands {

	/** Id of the command that runs a study; its arguments are the URI of the file and, where only one is meant, an experiment's name. */
	String RUN = "trapline.run";

	/** Id of the command that explains an operation; its arguments are the URI of the file, a stack's name and a workload's name. */
	String EXPLAIN = "trapline.explain";

	/**
	 * A study as the user sees it.
	 *
	 * @param file  the study
	 * @param texts what is in editors, by file; it counts, not what is on disk
	 */
	record Study(Path file, Map<Path, String> texts) {
	}

	/**
	 * Runs a study and returns its results.
	 *
	 * @param experiment the only experiment to run; all when empty
	 * @param cancelled  whether to stop
	 * @throws Refused when the study cannot run
	 */
	String run(Study study, Optional<String> experiment, BooleanSupplier cancelled) throws Refused;

	/**
	 * Tells why an operation comes to what it does on a stack.
	 *
	 * @throws Refused when the study cannot run, or has no such stack or workload
	 */
	String explain(Study study, String stack, String workload) throws Refused;

	/** Says why a command cannot be done; the message is for people. */
	final class Refused extends Exception {

		private static final long serialVersionUID = 1L;

		public Refused(String message) {
			super(message);
		}
	}
}
