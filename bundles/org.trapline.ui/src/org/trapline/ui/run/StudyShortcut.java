// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.run;

import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.debug.core.ILaunchConfiguration;
import org.eclipse.debug.ui.ILaunchShortcut2;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.ui.IEditorPart;
import org.trapline.result.RunSelection;

/** Run As &gt; Trapline Study, and the button Run: the whole of a file. */
public final class StudyShortcut implements ILaunchShortcut2 {

	@Override
	public void launch(ISelection selection, String mode) {
		StudyFiles.meant(selection).ifPresent(StudyShortcut::run);
	}

	@Override
	public void launch(IEditorPart editor, String mode) {
		StudyFiles.study(editor.getEditorInput()).ifPresent(StudyShortcut::run);
	}

	private static void run(IFile file) {
		try {
			StudyLaunch.run(file, RunSelection.ALL);
		} catch (CoreException e) {
			ErrorDialog.openError(null, "Run Study", null, e.getStatus());
		}
	}

	@Override
	public ILaunchConfiguration[] getLaunchConfigurations(ISelection selection) {
		return configurations(StudyFiles.meant(selection));
	}

	@Override
	public ILaunchConfiguration[] getLaunchConfigurations(IEditorPart editor) {
		return configurations(StudyFiles.study(editor.getEditorInput()));
	}

	/** The one of the whole file: others are started by their names. */
	private static ILaunchConfiguration[] configurations(Optional<IFile> file) {
		if (file.isEmpty()) {
			return null;
		}
		try {
			return StudyLaunch.configurations(file.get()).stream().filter(StudyShortcut::isWhole).toArray(ILaunchConfiguration[]::new);
		} catch (CoreException e) {
			return new ILaunchConfiguration[0];
		}
	}

	private static boolean isWhole(ILaunchConfiguration configuration) {
		try {
			return StudyLaunch.selection(configuration).equals(RunSelection.ALL);
		} catch (CoreException e) {
			return false;
		}
	}

	@Override
	public IResource getLaunchableResource(ISelection selection) {
		return StudyFiles.meant(selection).orElse(null);
	}

	@Override
	public IResource getLaunchableResource(IEditorPart editor) {
		return StudyFiles.study(editor.getEditorInput()).orElse(null);
	}
}
