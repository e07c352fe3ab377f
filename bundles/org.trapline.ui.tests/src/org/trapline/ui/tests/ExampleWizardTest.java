// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.InputStream;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PlatformUI;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.run.Examples.ExampleFile;
import org.trapline.ui.examples.NewExampleProjectWizard;

/** New > Trapline Example Project. */
public final class ExampleWizardTest {

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();

	@Test
	public void makesTheProjectAndOpensItsStudy() throws Exception {
		Shell wizard = open();
		Ui.screenshot("wizard");
		assertEquals("neve-sosp17", Ui.get(() -> name(wizard).getText()));
		Ui.finish(wizard);
		Ui.await("the study in the editor", () -> Ui.page().getActiveEditor() != null);
		assertEquals("hypercall.trapline", Ui.get(() -> Ui.page().getActiveEditor().getTitle()));
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("neve-sosp17");
		for (ExampleFile shipped : Study.example().files()) {
			IFile file = project.getFile(shipped.path());
			try (InputStream copy = file.getContents(); InputStream original = shipped.open()) {
				assertEquals(shipped.path(), new String(original.readAllBytes(), "UTF-8"),
						new String(copy.readAllBytes(), "UTF-8"));
			}
		}
	}

	@Test
	public void proposesANameThatIsFree() throws Exception {
		ResourcesPlugin.getWorkspace().getRoot().getProject("neve-sosp17").create(null);
		Shell wizard = open();
		assertEquals("neve-sosp17-2", Ui.get(() -> name(wizard).getText()));
		assertTrue(Ui.get(() -> Ui.button(wizard, "Finish").isEnabled()));
	}

	@Test
	public void refusesANameThatIsTaken() throws Exception {
		ResourcesPlugin.getWorkspace().getRoot().getProject("taken").create(null);
		Shell wizard = open();
		Ui.run(() -> name(wizard).setText("Taken"));
		assertFalse(Ui.get(() -> Ui.button(wizard, "Finish").isEnabled()));
		assertFalse(Ui.get(() -> Ui.find(wizard, Text.class,
				text -> text.getText().contains("A project taken exists already."))).isEmpty());
		Ui.run(() -> name(wizard).setText(""));
		assertFalse(Ui.get(() -> Ui.button(wizard, "Finish").isEnabled()));
		Ui.run(() -> name(wizard).setText("free"));
		assertTrue(Ui.get(() -> Ui.button(wizard, "Finish").isEnabled()));
	}

	/** Opens the wizard that the workbench's registry knows under its id. */
	private static Shell open() {
		Ui.start(() -> {
			IWorkbenchWizard wizard = PlatformUI.getWorkbench().getNewWizardRegistry()
					.findWizard(NewExampleProjectWizard.ID).createWizard();
			wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
			new WizardDialog(Ui.window().getShell(), wizard).open();
		});
		return Ui.dialog("New Trapline Project");
	}

	/** The field for the project's name: the only one that can be written. */
	private static Text name(Shell wizard) {
		return Ui.find(wizard, Text.class, Text::getEditable).getFirst();
	}
}
