// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.flow;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.trapline.ui.run.RunRequest;
import org.trapline.ui.study.OpenStudy;

/** The command Explain Operation: shows an operation of a study trap by trap. A link in the editor ("Explain") calls it. */
public final class ExplainHandler extends AbstractHandler {

	/** Parameter: a study, by its path in the workspace. */
	public static final String FILE = "org.trapline.ui.explain.file";
	/** Parameter: the name of a stack. */
	public static final String STACK = "org.trapline.ui.explain.stack";
	/** Parameter: the name of an operation or a workload. */
	public static final String OPERATION = "org.trapline.ui.explain.operation";

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		String named = event.getParameter(FILE);
		Optional<IFile> file = RunRequest.named(named);
		try {
			Optional<OpenStudy> study = file.isEmpty() ? Optional.empty() : OpenStudy.open(window.getActivePage(), file.get());
			if (study.isEmpty()) {
				MessageDialog.openInformation(window.getShell(), "Explain Operation", "There is no study %s on a local disk.".formatted(named));
				return null;
			}
			TrapFlowView.show(window.getActivePage(), study.get(), event.getParameter(STACK), event.getParameter(OPERATION));
		} catch (PartInitException e) {
			throw new ExecutionException("Cannot open " + named, e);
		}
		return null;
	}
}
