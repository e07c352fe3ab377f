// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.run;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.trapline.result.RunSelection;

/**
 * The command Run Study: the study in the active editor, or the one selected in the Project Explorer; whole, unless its parameters name
 * parts of it. A link in the editor ("Run") calls it with them.
 */
public final class RunHandler extends AbstractHandler {

	/** Parameter: a study, by its path in the workspace. */
	public static final String FILE = "org.trapline.ui.run.file";
	/** Parameter: names of experiments, with commas between. */
	public static final String EXPERIMENTS = "org.trapline.ui.run.experiments";
	/** Parameter: names of stacks, with commas between. */
	public static final String STACKS = "org.trapline.ui.run.stacks";

	@Override
	public Object execute(ExecutionEvent event) throws ExecutionException {
		IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
		String named = event.getParameter(FILE);
		Optional<IFile> study = named != null ? RunRequest.named(named) : StudyFiles.meant(window.getActivePage());
		if (study.isEmpty()) {
			MessageDialog.openInformation(window.getShell(), "Run Study", named != null ? "There is no study %s.".formatted(named)
					: "There is no study to run. Open a .trapline file, or select one in the Project Explorer.");
			return null;
		}
		try {
			StudyLaunch.run(study.get(), new RunSelection(names(event.getParameter(EXPERIMENTS)), names(event.getParameter(STACKS))));
		} catch (CoreException e) {
			ErrorDialog.openError(window.getShell(), "Run Study", null, e.getStatus());
		}
		return null;
	}

	private static List<String> names(String list) {
		return list == null || list.isBlank() ? List.of() : Arrays.stream(list.split(",")).map(String::strip).toList();
	}
}
