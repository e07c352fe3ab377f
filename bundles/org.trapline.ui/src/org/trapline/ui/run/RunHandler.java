// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.run;

import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** The command Run: the study in the active editor, or the one selected in the Project Explorer. */
public final class RunHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		Optional<IFile> study = StudyFiles.meant(window.getActivePage());
		if (study.isPresent()) {
			RunStudy.start(window, study.get());
		} else {
			MessageDialog.openInformation(window.getShell(), "Run Study",
					"There is no study to run. Open a .trapline file, or select one in the Project Explorer.");
		}
		return null;
	}
}
