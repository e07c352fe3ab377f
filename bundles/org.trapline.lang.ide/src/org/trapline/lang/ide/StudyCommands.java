// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The commands of an editor's code lenses. The server only forwards them: the application that starts it can run studies. Answers
 * and problems are texts for users.
 */
public interface StudyCommands {

	/** Id of the command that runs a study; its arguments are the URI of the file and optionally an experiment's name. */
	String RUN = "trapline.run";

	/** Id of the command that explains an operation; its arguments are the URI of the file, a stack's name and a workload's name. */
	String EXPLAIN = "trapline.explain";

	/**
	 * A study as in the user's editors.
	 *
	 * @param file  the study
	 * @param texts of editors, by file; they take precedence over files on disk
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
	 * Explains the traps and cycles of an operation on a stack.
	 *
	 * @throws Refused when the study cannot run, or has no such stack or workload
	 */
	String explain(Study study, String stack, String workload) throws Refused;

	/** A command that cannot be executed, with a message for users. */
	final class Refused extends Exception {

		private static final long serialVersionUID = 1L;

		public Refused(String message) {
			super(message);
		}
	}
}
