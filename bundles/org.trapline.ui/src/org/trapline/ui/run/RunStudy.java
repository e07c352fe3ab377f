// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.run;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.progress.IProgressConstants;
import org.trapline.catalog.CatalogException;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.StudyResult;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.results.ResultsView;

/** Runs a study off the UI thread, with progress, and shows its outcome in the Results view. */
public final class RunStudy extends Job {

	private final IWorkbenchWindow window;
	private final IFile file;
	private final Runs runs = Runs.ofWorkbench();

	private RunStudy(IWorkbenchWindow window, IFile file) {
		super("Running " + file.getName());
		this.window = window;
		this.file = file;
		setUser(true);
		setProperty(IProgressConstants.ICON_PROPERTY, TraplineUi.icon("run.svg"));
	}

	/**
	 * Saves the project's changed editors, as the study may import their files, and starts the run. The outcome goes to
	 * {@link Runs}. Call it on the UI thread.
	 */
	public static void start(IWorkbenchWindow window, IFile file) {
		if (IDE.saveAllEditors(new IResource[] { file.getProject() }, false)) {
			new RunStudy(window, file).schedule();
		}
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		monitor.beginTask(file.getFullPath().makeRelative().toString(), IProgressMonitor.UNKNOWN);
		RunOutcome outcome = outcome(monitor);
		if (outcome == null || monitor.isCanceled()) {
			return Status.CANCEL_STATUS;
		}
		StudyProblems.mark(outcome);
		Display display = window.getWorkbench().getDisplay();
		if (!display.isDisposed()) {
			display.asyncExec(() -> show(outcome));
		}
		return Status.OK_STATUS;
	}

	/** @return null when the run was cancelled */
	private RunOutcome outcome(IProgressMonitor monitor) {
		Instant began = Instant.now();
		IPath location = file.getLocation();
		if (location == null) {
			return new RunOutcome.Failed(file, began,
					"The file %s is not on this machine's disk; copy it into a local project.".formatted(file.getFullPath()));
		}
		try {
			StudyResult result = runs.studies().run(Path.of(location.toOSString()), Optional.empty(),
					monitor::isCanceled);
			return new RunOutcome.Finished(file, began, Duration.between(began, Instant.now()), result);
		} catch (InvalidStudyException e) {
			return new RunOutcome.Rejected(file, began, e.diagnostics());
		} catch (CancellationException e) {
			return null;
		} catch (NoSuchFileException e) {
			return new RunOutcome.Failed(file, began, "There is no file %s.".formatted(e.getFile()));
		} catch (IOException | CatalogException e) {
			return new RunOutcome.Failed(file, began, e.getMessage());
		} catch (RuntimeException e) {
			// A defect of Trapline: the log keeps where, the user is told what and where to look.
			TraplineUi.log(Status.error("Running " + file.getFullPath() + " failed", e));
			return new RunOutcome.Failed(file, began,
					"Trapline failed on this study (%s). Details are in the error log.".formatted(e));
		}
	}

	private void show(RunOutcome outcome) {
		IWorkbenchPage page = window.getActivePage();
		if (page == null) {
			return;
		}
		try {
			// Only made visible: the user goes on typing where they were.
			page.showView(ResultsView.ID, null, IWorkbenchPage.VIEW_VISIBLE);
			runs.add(outcome);
			if (outcome instanceof RunOutcome.Rejected rejected) {
				StudyProblems.open(page, file, rejected.problems().getFirst());
			}
		} catch (CoreException e) {
			TraplineUi.log(e.getStatus());
		}
	}
}
