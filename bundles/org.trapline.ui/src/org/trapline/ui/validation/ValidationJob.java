// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.validation;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.trapline.catalog.CatalogException;
import org.trapline.result.StudyResult;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.RunMonitor;

/** Validates off the UI thread. */
final class ValidationJob extends Job {

	/** What is validated. */
	interface Work {
		List<StudyResult> run(RunMonitor monitor) throws InvalidStudyException, IOException;
	}

	/** Is told how it ended, in the job's thread. */
	interface Outcome {

		void validated(List<StudyResult> results);

		void cancelled();

		/** @param reason why nothing can be validated, for people */
		void failed(String reason);
	}

	private final Work work;
	private final Outcome outcome;

	ValidationJob(String title, Work work, Outcome outcome) {
		super(title);
		this.work = work;
		this.outcome = outcome;
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		try {
			outcome.validated(work.run(told(monitor)));
		} catch (CancellationException e) {
			outcome.cancelled();
			return Status.CANCEL_STATUS;
		} catch (InvalidStudyException e) {
			outcome.failed(e.diagnostics().get(0).toString());
		} catch (IOException | CatalogException e) {
			outcome.failed(String.valueOf(e.getMessage()));
		}
		return Status.OK_STATUS;
	}

	private static RunMonitor told(IProgressMonitor monitor) {
		return new RunMonitor() {
			@Override
			public boolean isCancelled() {
				return monitor.isCanceled();
			}

			@Override
			public void planned(long studies) {
				monitor.beginTask(studies + " studies", (int) studies);
			}

			@Override
			public void done(long studies, String study) {
				monitor.worked((int) studies);
				monitor.subTask(study);
			}
		};
	}
}
