// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.run;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.progress.IProgressConstants;
import org.trapline.catalog.CatalogException;
import org.trapline.result.StudyResult;
import org.trapline.result.format.ResultFormat;
import org.trapline.result.store.Run;
import org.trapline.result.store.RunSettings;
import org.trapline.run.Diagnostic;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.RunMonitor;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.compare.CompareView;
import org.trapline.ui.preferences.TraplinePreferences;

/** Runs a study off the UI thread: progress with the time left, cancel, output for a console; the run is kept. */
final class StudyJob extends Job {

	/** What a run writes for people. */
	interface Output {
		void out(String text);

		void err(String text);
	}

	private final RunRequest request;
	private final Output output;
	private final Consumer<RunOutcome> done;
	private final Runs runs = Runs.ofWorkbench();

	/** @param done is told the outcome, on the job's thread, before anything is shown */
	StudyJob(RunRequest request, Output output, Consumer<RunOutcome> done) {
		super("Running " + request.title());
		this.request = request;
		this.output = output;
		this.done = done;
		setUser(true);
		setProperty(IProgressConstants.ICON_PROPERTY, TraplineUi.icon("run.svg"));
	}

	@Override
	protected IStatus run(IProgressMonitor monitor) {
		RunOutcome outcome = outcome(monitor);
		write(outcome);
		StudyProblems.mark(outcome);
		done.accept(outcome);
		Display display = PlatformUI.getWorkbench().getDisplay();
		if (!display.isDisposed()) {
			display.asyncExec(() -> show(outcome));
		}
		if (outcome instanceof RunOutcome.Finished finished) {
			monitor.subTask("saving the results");
			keep(finished.run());
		}
		return outcome instanceof RunOutcome.Stopped ? Status.CANCEL_STATUS : Status.OK_STATUS;
	}

	private void show(RunOutcome outcome) {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		IWorkbenchPage page = window == null ? null : window.getActivePage();
		try {
			if (page != null && TraplinePreferences.showsResults() && !(outcome instanceof RunOutcome.Stopped)) {
				// Only made visible: the user goes on typing where they were.
				page.showView(CompareView.ID, null, IWorkbenchPage.VIEW_VISIBLE);
			}
			runs.tell(outcome);
			if (page != null && outcome instanceof RunOutcome.Rejected rejected && request.file().isPresent()) {
				StudyProblems.open(page, request.file().get(), rejected.problems().getFirst());
			}
		} catch (CoreException e) {
			TraplineUi.log(e.getStatus());
		}
	}

	private RunOutcome outcome(IProgressMonitor monitor) {
		Instant began = Instant.now();
		output.out("Running " + request.selection() + " in " + request.name() + request.seed() + "\n\n");
		try {
			StudyResult result = runs.studies().run(request.path(), request.selection(), request.options(), new Progress(monitor));
			RunSettings settings = new RunSettings(List.of(request.name()), request.selection(), request.options().seed(), request.options().jobs());
			Run run = Run.of(List.of(result), settings, began, Duration.between(began, Instant.now()), runs.catalog());
			return new RunOutcome.Finished(request, runs.store().admitted(run));
		} catch (InvalidStudyException e) {
			return new RunOutcome.Rejected(request, e.diagnostics());
		} catch (CancellationException e) {
			return new RunOutcome.Stopped(request);
		} catch (NoSuchFileException e) {
			return new RunOutcome.Failed(request, "There is no file %s.".formatted(e.getFile()));
		} catch (IOException | CatalogException e) {
			return new RunOutcome.Failed(request, e.getMessage());
		} catch (RuntimeException e) {
			// A defect of Trapline: the log keeps where, the user is told what and where to look.
			TraplineUi.log(Status.error("Running " + request.name() + " failed", e));
			return new RunOutcome.Failed(request, "Trapline failed on this study (%s). Details are in the error log.".formatted(e));
		}
	}

	private void write(RunOutcome outcome) {
		switch (outcome) {
		case RunOutcome.Finished(RunRequest ran, Run run) -> {
			StringBuilder table = new StringBuilder();
			try {
				ResultFormat.TABLE.write(run.studies(), table);
			} catch (IOException e) {
				throw new IllegalStateException("text in memory cannot fail", e);
			}
			output.out(table + "Fingerprint " + run.info().fingerprint() + "\n");
		}
		case RunOutcome.Rejected(RunRequest ran, List<Diagnostic> problems) -> problems.forEach(problem -> output.err(problem + "\n"));
		case RunOutcome.Failed(RunRequest ran, String message) -> output.err(message + "\n");
		case RunOutcome.Stopped stopped -> output.err("Stopped.\n");
		}
	}

	private void keep(Run run) {
		try {
			output.out("Saved in " + runs.keep(run) + "\n");
		} catch (IOException e) {
			output.err("The run was not saved: " + e.getMessage() + "\n");
			TraplineUi.log(Status.error("The run " + run.info().name() + " was not saved", e));
		}
	}

	/** Tells the Progress view how far the run is and how long it will still take. */
	private static final class Progress implements RunMonitor {

		/** Before this many seconds nobody knows how long the rest takes. */
		private static final double SOON = 0.5;
		/** The platform draws no more steps than this. */
		private static final long MOST_UNITS = 10_000;

		private final IProgressMonitor monitor;
		private final long began = System.nanoTime();
		private long done;
		private long planned;
		/** Cells for each unit of work that the platform counts in an int. */
		private long unit = 1;
		private int worked;

		Progress(IProgressMonitor monitor) {
			this.monitor = monitor;
		}

		@Override
		public boolean isCancelled() {
			return monitor.isCanceled();
		}

		@Override
		public void planned(long cells) {
			planned = cells;
			unit = Math.max(1, cells / MOST_UNITS);
			monitor.beginTask(cells == 1 ? "1 point" : cells + " points", (int) (cells / unit));
		}

		@Override
		public synchronized void done(long cells, String what) {
			done += cells;
			long ready = done;
			int now = (int) (ready / unit);
			monitor.worked(now - worked);
			worked = now;
			double seconds = (System.nanoTime() - began) / 1e9;
			String left = seconds < SOON || ready >= planned ? "" : ", about " + left(seconds / ready * (planned - ready)) + " left";
			monitor.subTask("%d of %d%s (%s)".formatted(ready, planned, left, what));
		}

		private static String left(double seconds) {
			long whole = Math.max(1, Math.round(seconds));
			return whole < 100 ? whole + " s" : whole < 6000 ? (whole + 30) / 60 + " min" : (whole + 1800) / 3600 + " h";
		}
	}
}
