// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IHyperlink;
import org.eclipse.ui.console.TextConsole;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.run.RunOutcome;
import org.trapline.ui.run.Runs;

/** A run while it goes on, and what its console says. */
public final class RunningTest {

	/** Nobody waits for the end of it. */
	private static final String ENDLESS = """
			import "org.trapline.cpu.smt/haswell-smt"
			stack Nested on HaswellSmt { L0 KvmByParts L1 KvmByParts guest L2 }
			experiment Latency {
				stacks Nested
				workload tcp_rr
				replications 10000
				measure latency
			}
			""";

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();

	private static Optional<Job> job() {
		return Stream.of(Job.getJobManager().find(null)).filter(job -> job.getName().startsWith("Running hypercall") && job.getState() == Job.RUNNING).findFirst();
	}

	/** The button that stops the run, in its line of the Progress view: it cancels the job. */
	private static Optional<ToolItem> stop() {
		for (Composite line : Ui.find(Ui.window().getShell(), Composite.class, each -> each.getClass().getSimpleName().equals("ProgressInfoItem"))) {
			if (Ui.texts(line).contains("Running hypercall")) {
				return Ui.find(line, ToolBar.class, each -> each.getItemCount() > 0).stream().map(bar -> bar.getItem(0)).findFirst();
			}
		}
		return Optional.empty();
	}

	@Test
	public void aRunInTheProgressViewIsCancelled() throws Exception {
		Study study = Study.open(ENDLESS);
		Ui.run(() -> Ui.page().showView(IPageLayout.ID_PROGRESS_VIEW));
		Ui.start(() -> {
			Ui.page().activate(study.editor());
			Ui.window().getService(IHandlerService.class).executeCommand(TraplineUi.RUN_COMMAND, null);
			Ui.page().showView(IPageLayout.ID_PROGRESS_VIEW);
			cancelOnceShown();
		});
		Ui.await("the stopped run", () -> Runs.ofWorkbench().latest().filter(RunOutcome.Stopped.class::isInstance).isPresent());
		Ui.await("the job's end", () -> job().isEmpty());
		assertEquals("what was stopped is not kept", List.of(), Runs.ofWorkbench().entries());
		Ui.await("the word in the console", () -> text().contains("Stopped."));
	}

	/** The view lists a job some time after it has begun. */
	private static void cancelOnceShown() {
		Ui.display().timerExec(200, () -> {
			Optional<ToolItem> stop = stop();
			if (job().isPresent() && stop.isPresent()) {
				stop.get().notifyListeners(SWT.Selection, new Event());
			} else {
				cancelOnceShown();
			}
		});
	}

	private static List<TextConsole> consoles() {
		return Stream.of(ConsolePlugin.getDefault().getConsoleManager().getConsoles()).filter(TextConsole.class::isInstance).map(TextConsole.class::cast).toList();
	}

	private static String text() {
		return consoles().isEmpty() ? "" : consoles().getLast().getDocument().get();
	}

	@Test
	public void anErrorInTheConsoleLinksToItsPlace() throws Exception {
		Study study = Study.open();
		int line = study.line("mechanism neve }");
		study.replace("mechanism neve }", "mechanism nave }");
		RunOutcome outcome = study.run();
		assertTrue(outcome.toString(), outcome instanceof RunOutcome.Rejected);
		String place = "hypercall.trapline:" + line + ":";
		Ui.await("the error in the console", () -> text().contains(place));
		Ui.await("the link", () -> consoles().getLast().getHyperlink(text().indexOf(place)) != null);
		Ui.screenshot("console-link");
		Ui.run(() -> Ui.page().closeAllEditors(false));
		IHyperlink link = Ui.get(() -> consoles().getLast().getHyperlink(text().indexOf(place)));
		Ui.run(link::linkActivated);
		Ui.await("the caret at the place", () -> Ui.page().getActiveEditor() instanceof ITextEditor editor
				&& ((ITextSelection) editor.getSelectionProvider().getSelection()).getStartLine() + 1 == line);
	}
}
