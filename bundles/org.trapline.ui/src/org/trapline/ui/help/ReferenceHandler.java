// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.help;

import java.io.IOException;
import java.util.Locale;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.trapline.catalog.CatalogException;
import org.trapline.run.InvalidStudyException;
import org.trapline.ui.TextInput;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.run.Runs;

/** The command that shows a reference page: the text that the command line prints, made anew from what is installed. */
public final class ReferenceHandler extends AbstractHandler {

	/** Parameter: the name of a {@link ReferencePage}, in lower case. */
	public static final String PAGE = "org.trapline.ui.reference.page";

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
		show(page, ReferencePage.valueOf(event.getParameter(PAGE).toUpperCase(Locale.ROOT)));
		return null;
	}

	/** Makes a page in a job, then shows it. */
	static void show(IWorkbenchPage page, ReferencePage wanted) {
		Job job = new Job("Making " + wanted.title()) {
			@Override
			protected IStatus run(IProgressMonitor monitor) {
				try {
					String text = wanted.text(Runs.ofWorkbench().studies());
					page.getWorkbenchWindow().getShell().getDisplay().asyncExec(() -> {
						try {
							TextInput.openPage(page, wanted.title(), text);
						} catch (PartInitException e) {
							TraplineUi.log(e.getStatus());
						}
					});
					return Status.OK_STATUS;
				} catch (InvalidStudyException | IOException | CatalogException e) {
					return Status.error("The page " + wanted.title() + " cannot be built: " + e.getMessage(), e);
				}
			}
		};
		job.setUser(true);
		job.schedule();
	}
}
