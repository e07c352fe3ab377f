// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.examples;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.wizards.newresource.BasicNewProjectResourceWizard;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.trapline.run.Examples;
import org.trapline.run.Examples.Example;
import org.trapline.ui.TraplineUi;

/** New &gt; Trapline Project: an empty one, or one from a shipped study, with the study open in the editor. */
public final class NewExampleProjectWizard extends Wizard implements INewWizard, IExecutableExtension {

	/** Id of this wizard. */
	public static final String ID = "org.trapline.ui.newExampleProject";

	private final Optional<Example> preferred;
	private IWorkbench workbench;
	private IConfigurationElement configuration;
	private ExamplePage page;

	/** What an empty project begins with: nothing. */
	private static final Example EMPTY = new Example("study", "Empty project",
			"A folder for your own files. New > Trapline Study creates a study that runs.", List.of());

	/** Called by the workbench. */
	public NewExampleProjectWizard() {
		this(Optional.empty());
	}

	/** @param preferred the study that is selected at first */
	public NewExampleProjectWizard(Optional<Example> preferred) {
		this.preferred = preferred;
		setWindowTitle("New Trapline Project");
		setNeedsProgressMonitor(true);
	}

	@Override
	public void setInitializationData(IConfigurationElement element, String property, Object data) {
		configuration = element;
	}

	@Override
	public void init(IWorkbench workbench, IStructuredSelection selection) {
		this.workbench = workbench;
	}

	@Override
	public void addPages() {
		List<Example> all = new ArrayList<>(Examples.shipped());
		all.add(0, EMPTY);
		page = new ExamplePage(all, preferred.or(() -> Optional.of(all.get(Math.min(1, all.size() - 1)))));
		addPage(page);
	}

	/** As if the user had typed the project's name; call it when the page is shown. */
	public void setProjectName(String name) {
		page.setProjectName(name);
	}

	@Override
	public boolean performFinish() {
		Optional<Example> example = page.example();
		if (example.isEmpty()) {
			return false;
		}
		String name = page.projectName();
		AtomicReference<Optional<IFile>> study = new AtomicReference<>(Optional.empty());
		try {
			getContainer().run(true, false, monitor -> {
				try {
					study.set(ExampleProject.create(example.get(), name, monitor));
				} catch (CoreException e) {
					throw new InvocationTargetException(e);
				}
			});
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		} catch (InvocationTargetException e) {
			ErrorDialog.openError(getShell(), "New Trapline Project", "The project was not created.",
					e.getCause() instanceof CoreException core ? core.getStatus()
							: Status.error(String.valueOf(e.getCause()), e.getCause()));
			return false;
		}
		BasicNewProjectResourceWizard.updatePerspective(configuration);
		study.get().ifPresentOrElse(this::open, () -> BasicNewResourceWizard
				.selectAndReveal(ResourcesPlugin.getWorkspace().getRoot().getProject(name), workbench.getActiveWorkbenchWindow()));
		return true;
	}

	private void open(IFile study) {
		IWorkbenchWindow window = workbench.getActiveWorkbenchWindow();
		BasicNewResourceWizard.selectAndReveal(study, window);
		try {
			IDE.openEditor(window.getActivePage(), study);
		} catch (CoreException e) {
			TraplineUi.log(e.getStatus());
		}
	}
}
