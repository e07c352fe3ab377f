// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.wizards;

import java.util.Locale;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.trapline.ui.TraplineUi;

/** New &gt; a file in the language, from a template; {@code plugin.xml} says which, after the class's name and a colon. */
public final class NewFileWizard extends Wizard implements INewWizard, IExecutableExtension {

	private FileTemplate template = FileTemplate.STUDY;
	private IWorkbench workbench;
	private IStructuredSelection selection = StructuredSelection.EMPTY;
	private NewFilePage page;

	@Override
	public void setInitializationData(IConfigurationElement element, String property, Object data) {
		template = FileTemplate.valueOf(String.valueOf(data).toUpperCase(Locale.ROOT));
	}

	@Override
	public void init(IWorkbench where, IStructuredSelection selected) {
		workbench = where;
		selection = selected.isEmpty() ? edited(where) : selected;
		setWindowTitle("New " + template.title());
		setNeedsProgressMonitor(true);
	}

	/** With nothing selected: beside the file in the editor. */
	private static IStructuredSelection edited(IWorkbench where) {
		IWorkbenchWindow window = where.getActiveWorkbenchWindow();
		if (window != null && window.getActivePage() != null && window.getActivePage().getActiveEditor() != null
				&& window.getActivePage().getActiveEditor().getEditorInput() instanceof FileEditorInput input) {
			return new StructuredSelection(input.getFile());
		}
		return StructuredSelection.EMPTY;
	}

	@Override
	public void addPages() {
		page = new NewFilePage(selection, template);
		addPage(page);
	}

	@Override
	public boolean performFinish() {
		IFile file = page.createNewFile();
		if (file == null) {
			return false;
		}
		IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
		BasicNewResourceWizard.selectAndReveal(file, window);
		try {
			IDE.openEditor(window.getActivePage(), file);
		} catch (CoreException e) {
			TraplineUi.log(e.getStatus());
		}
		return true;
	}
}
