// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.wizards;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.dialogs.WizardNewFileCreationPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.help.TopicOf;

/** New &gt; a file in the language, from a template; {@code plugin.xml} says which, after the class's name and a colon. */
public final class NewFileWizard extends Wizard implements INewWizard, IExecutableExtension {

	private static final String ENDING = "trapline";

	private FileTemplate template = FileTemplate.STUDY;
	private IWorkbench workbench;
	private IStructuredSelection selection = StructuredSelection.EMPTY;
	private Page page;

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
		page = new Page(selection, template);
		addPage(page);
	}

	/** Asks where the file goes, and fills it. */
	private static final class Page extends WizardNewFileCreationPage {

		private final FileTemplate template;

		Page(IStructuredSelection selection, FileTemplate template) {
			super("file", selection);
			this.template = template;
			setTitle(template.title());
			setDescription(template.explanation());
			setImageDescriptor(TraplineUi.icon("wizard_banner.svg"));
			setFileExtension(ENDING);
			setFileName(template.fileName());
		}

		@Override
		public void createControl(Composite parent) {
			super.createControl(parent);
			TopicOf.set(getControl(), TopicOf.wizard(template));
			// A name that is free: a page that has just opened does not scold.
			IPath folder = getContainerFullPath();
			if (folder != null) {
				String free = template.fileName();
				for (int i = 2; ResourcesPlugin.getWorkspace().getRoot().exists(folder.append(free)); i++) {
					free = template.fileName().replace("." + ENDING, "-" + i + "." + ENDING);
				}
				setFileName(free);
			}
		}

		@Override
		protected InputStream getInitialContents() {
			try {
				return template.open();
			} catch (IOException e) {
				TraplineUi.log(Status.error("The template of a " + template.title() + " cannot be read", e));
				return InputStream.nullInputStream();
			}
		}

		@Override
		protected void createLinkTarget() {
			// A text of one's own is no link to elsewhere.
		}

		@Override
		protected void createAdvancedControls(Composite parent) {
			// Nothing more to ask.
		}

		@Override
		protected IStatus validateLinkedResource() {
			return Status.OK_STATUS;
		}

		@Override
		protected String getNewFileLabel() {
			return "File na&me:";
		}
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
