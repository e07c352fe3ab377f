// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.compare;

import java.util.List;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.PlatformUI;
import org.trapline.run.Diagnostic;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.run.RunOutcome;
import org.trapline.ui.run.StudyLaunch;
import org.trapline.ui.run.StudyProblems;

/** The page of the Compare view for a study that did not run: what is wrong, and where; a click on a place goes there. */
final class ProblemPage {

	/** More would only be scrolled past: the Problems view has all. */
	private static final int SHOWN = 20;

	private final ScrolledComposite page;
	private final IWorkbenchPartSite site;

	ProblemPage(Composite parent, IWorkbenchPartSite site) {
		this.site = site;
		page = new ScrolledComposite(parent, SWT.V_SCROLL);
		page.setExpandHorizontal(true);
		page.setExpandVertical(true);
		page.addListener(SWT.Resize, event -> fit());
	}

	void show(RunOutcome.Rejected outcome) {
		List<Diagnostic> problems = outcome.problems();
		long errors = problems.stream().filter(problem -> problem.severity() == Diagnostic.Severity.ERROR).count();
		Composite content = begin("%s did not run".formatted(outcome.request().shortName()),
				errors == 1 ? "It has an error:" : "It has %d errors:".formatted(errors));
		for (Diagnostic problem : problems.subList(0, Math.min(SHOWN, problems.size()))) {
			line(content, "<a>%s</a>: %s".formatted(escape(StudyProblems.place(problem)), escape(problem.message())),
					() -> open(outcome, problem));
		}
		if (problems.size() > SHOWN) {
			line(content, "… and %d more; the Problems view has all.".formatted(problems.size() - SHOWN), () -> {
			});
		}
		end(content, outcome);
	}

	void show(RunOutcome.Failed outcome) {
		Composite content = begin("%s did not run".formatted(outcome.request().shortName()), outcome.message());
		end(content, outcome);
	}

	private void open(RunOutcome outcome, Diagnostic problem) {
		try {
			if (outcome.request().file().isPresent()) {
				StudyProblems.open(site.getPage(), outcome.request().file().get(), problem);
			}
		} catch (CoreException e) {
			TraplineUi.log(e.getStatus());
		}
	}

	private Composite begin(String heading, String text) {
		if (page.getContent() != null) {
			page.getContent().dispose();
		}
		Composite content = new Composite(page, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(24, 24).spacing(10, 10).applyTo(content);
		Label icon = new Label(content, SWT.NONE);
		icon.setImage(PlatformUI.getWorkbench().getSharedImages().getImage(ISharedImages.IMG_OBJS_ERROR_TSK));
		Label title = new Label(content, SWT.WRAP);
		title.setText(heading.replace("&", "&&"));
		title.setFont(JFaceResources.getHeaderFont());
		GridDataFactory.fillDefaults().grab(true, false).hint(160, SWT.DEFAULT).applyTo(title);
		Label message = new Label(content, SWT.WRAP);
		message.setText(text.replace("&", "&&"));
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(160, SWT.DEFAULT).applyTo(message);
		return content;
	}

	private void line(Composite content, String text, Runnable clicked) {
		Link link = new Link(content, SWT.WRAP);
		link.setText(text);
		link.addListener(SWT.Selection, event -> clicked.run());
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(160, SWT.DEFAULT).applyTo(link);
	}

	private void end(Composite content, RunOutcome outcome) {
		line(content, "<a>Run again</a>", () -> runAgain(outcome));
		page.setContent(content);
		fit();
	}

	private void runAgain(RunOutcome outcome) {
		try {
			if (outcome.request().file().isPresent()) {
				StudyLaunch.run(outcome.request().file().get(), outcome.request().selection(), outcome.request().options().seed());
			} else {
				StudyLaunch.runElsewhere(outcome.request());
			}
		} catch (CoreException e) {
			ErrorDialog.openError(site.getShell(), "Run Again", null, e.getStatus());
		}
	}

	private void fit() {
		if (page.getContent() != null) {
			page.setMinSize(page.getContent().computeSize(page.getClientArea().width, SWT.DEFAULT));
		}
	}

	/** A message may quote the file's text: as the link's markup it must not act. */
	private static String escape(String text) {
		return text.replace("&", "&&").replace("<", "\u2039").replace(">", "\u203a");
	}

	Control control() {
		return page;
	}
}
