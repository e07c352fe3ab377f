// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.run;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.trapline.lang.ui.LanguageService;

/** Finds the study that the user means. */
public final class StudyFiles {

	private StudyFiles() {
	}

	/** A study selected in the active part comes first, unless that part is an editor; then the active editor's. */
	public static Optional<IFile> meant(IWorkbenchPage page) {
		if (page == null) {
			return Optional.empty();
		}
		if (!(page.getActivePart() instanceof IEditorPart)) {
			Optional<IFile> selected = selected(page.getSelection());
			if (selected.isPresent()) {
				return selected;
			}
		}
		IEditorPart editor = page.getActiveEditor();
		return editor == null ? Optional.empty() : study(editor.getEditorInput());
	}

	/** A study that is selected; where that is nothing of the workspace, as in a view of results, the active editor's. Any thread. */
	static Optional<IFile> meant(ISelection selection) {
		Optional<IFile> selected = selected(selection);
		boolean resources = selection instanceof IStructuredSelection structured && structured.stream().anyMatch(each -> Adapters.adapt(each, IResource.class) != null);
		return selected.isPresent() || resources ? selected : inEditor();
	}

	private static Optional<IFile> inEditor() {
		IWorkbench workbench = PlatformUI.getWorkbench();
		AtomicReference<Optional<IFile>> study = new AtomicReference<>(Optional.empty());
		workbench.getDisplay().syncExec(() -> study.set(Optional.ofNullable(workbench.getActiveWorkbenchWindow()).map(IWorkbenchWindow::getActivePage)
				.map(IWorkbenchPage::getActiveEditor).flatMap(editor -> study(editor.getEditorInput()))));
		return study.get();
	}

	/** The study that is selected, if it is one alone. */
	static Optional<IFile> selected(ISelection selection) {
		return selection instanceof IStructuredSelection structured && structured.size() == 1
				? study(structured.getFirstElement())
				: Optional.empty();
	}

	/** The study that an element stands for. */
	static Optional<IFile> study(Object element) {
		return Optional.ofNullable(Adapters.adapt(element, IFile.class)).filter(file -> LanguageService.isTrapline(file.getName()));
	}
}
