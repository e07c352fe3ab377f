// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.eclipse.core.resources.IFile;
import org.trapline.run.Diagnostic;
import org.trapline.run.StudyResult;

/** What a run of a study's file came to. */
public sealed interface RunOutcome {

	/** The file that was run. */
	IFile file();

	/** When the run began. */
	Instant began();

	/** The study ran. */
	record Finished(IFile file, Instant began, Duration took, StudyResult result) implements RunOutcome {
		public Finished {
			Objects.requireNonNull(file);
			Objects.requireNonNull(began);
			Objects.requireNonNull(took);
			Objects.requireNonNull(result);
		}
	}

	/** The study has errors and did not run; there is at least one. */
	record Rejected(IFile file, Instant began, List<Diagnostic> problems) implements RunOutcome {
		public Rejected {
			Objects.requireNonNull(file);
			Objects.requireNonNull(began);
			problems = List.copyOf(problems);
		}
	}

	/** The study could not be read or run for a reason outside it; the message is for people. */
	record Failed(IFile file, Instant began, String message) implements RunOutcome {
		public Failed {
			Objects.requireNonNull(file);
			Objects.requireNonNull(began);
			Objects.requireNonNull(message);
		}
	}
}
