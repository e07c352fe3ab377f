// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.run;

import java.util.List;
import java.util.Objects;

import org.trapline.result.store.Run;
import org.trapline.run.Diagnostic;

/** What an attempt to run a study came to. */
public sealed interface RunOutcome {

	/** What was to run. */
	RunRequest request();

	/** The study ran. */
	record Finished(RunRequest request, Run run) implements RunOutcome {
		public Finished {
			Objects.requireNonNull(request);
			Objects.requireNonNull(run);
		}
	}

	/** The study has errors and did not run; there is at least one. */
	record Rejected(RunRequest request, List<Diagnostic> problems) implements RunOutcome {
		public Rejected {
			Objects.requireNonNull(request);
			problems = List.copyOf(problems);
		}
	}

	/** The study could not be read or run for a reason outside it; the message is for people. */
	record Failed(RunRequest request, String message) implements RunOutcome {
		public Failed {
			Objects.requireNonNull(request);
			Objects.requireNonNull(message);
		}
	}

	/** The user stopped it. */
	record Stopped(RunRequest request) implements RunOutcome {
		public Stopped {
			Objects.requireNonNull(request);
		}
	}
}
