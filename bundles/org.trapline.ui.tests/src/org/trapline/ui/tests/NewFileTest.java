// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PlatformUI;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.run.Diagnostic;
import org.trapline.run.catalog.CatalogEntry;
import org.trapline.run.catalog.CatalogListing;
import org.trapline.ui.examples.NewExampleProjectWizard;
import org.trapline.ui.run.Runs;
import org.trapline.ui.wizards.FileDraft;
import org.trapline.ui.wizards.FileTemplate;

/** New &gt; Trapline Project, empty, and the files that one begins with. */
public final class NewFileTest {

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private static IProject project() throws Exception {
		IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject("mine");
		project.create(null);
		project.open(null);
		return project;
	}

	/** Opens a wizard that {@code plugin.xml} declares, as File &gt; New does. */
	private static Shell open(String id, IProject project) throws Exception {
		IWorkbenchWizard wizard = Ui.get(() -> PlatformUI.getWorkbench().getNewWizardRegistry().findWizard(id).createWizard());
		Ui.start(() -> {
			wizard.init(PlatformUI.getWorkbench(), project == null ? StructuredSelection.EMPTY : new StructuredSelection(project));
			new WizardDialog(Ui.window().getShell(), wizard).open();
		});
		Ui.await("the wizard", () -> wizard.getContainer() != null && wizard.getContainer().getShell() != null && wizard.getContainer().getShell().isVisible());
		return Ui.get(() -> wizard.getContainer().getShell());
	}

	@Test
	public void anEmptyProjectIsEmpty() throws Exception {
		Shell wizard = open(NewExampleProjectWizard.ID, null);
		Ui.run(() -> {
			Table list = Ui.find(wizard, Table.class, table -> true).getFirst();
			assertEquals("Empty project", list.getItem(0).getText());
			list.select(0);
			list.notifyListeners(SWT.Selection, new Event());
		});
		Ui.screenshot("wizard-project");
		assertEquals("study", Ui.get(() -> Ui.find(wizard, Text.class, text -> true).getFirst().getText()));
		Ui.finish(wizard);
		IProject made = ResourcesPlugin.getWorkspace().getRoot().getProject("study");
		Ui.await("the project", made::isAccessible);
		assertEquals(List.of(".project"), Arrays.stream(made.members()).map(each -> each.getName()).filter(name -> !name.equals(".settings")).toList());
	}

	/** Presses Finish as soon as it can be pressed: machines are read meanwhile. */
	private static void finish(Shell wizard) {
		Ui.await("the installed machines", () -> Ui.button(wizard, "Finish").isEnabled());
		Ui.finish(wizard);
	}

	@Test
	public void aFileOfEachKindHasNoErrors() throws Exception {
		IProject project = project();
		for (FileTemplate template : FileTemplate.values()) {
			Shell wizard = open("org.trapline.ui.new." + template.name().toLowerCase(Locale.ROOT), project);
			assertEquals("New " + template.title(), Ui.get(wizard::getText));
			if (template == FileTemplate.STUDY) {
				Ui.screenshot("wizard-file");
			}
			finish(wizard);
			Ui.await("the file in the editor", () -> Ui.page().getActiveEditor() != null && Ui.page().getActiveEditor().getTitle().equals(template.fileName()));
			Path file = project.getFile(template.fileName()).getLocation().toPath();
			assertEquals(List.of(), Runs.ofWorkbench().studies().check(file).stream().map(Diagnostic::toString).toList());
		}
	}

	@Test
	public void theFileIsAboutTheMachineThatIsChosen() throws Exception {
		IProject project = project();
		Shell wizard = open("org.trapline.ui.new.study", project);
		Ui.await("the installed machines", () -> Ui.button(wizard, "Finish").isEnabled());
		Ui.run(() -> {
			Combo machine = Ui.find(wizard, Combo.class, combo -> combo.isVisible()).getLast();
			machine.select(List.of(machine.getItems()).indexOf("Moonshot (org.trapline.cpu.arm/x-gene)"));
		});
		finish(wizard);
		Ui.await("the file in the editor", () -> Ui.page().getActiveEditor() != null && Ui.page().getActiveEditor().getTitle().equals("study.trapline"));
		Path file = project.getFile("study.trapline").getLocation().toPath();
		assertTrue(Runs.ofWorkbench().studies().run(file, Optional.empty()).rows().stream()
				.anyMatch(row -> row.stack().equals("Nested") && row.metric().id().equals("traps") && row.value().intValueExact() == 126));
	}

	@Test
	public void theNameIsFree() throws Exception {
		IProject project = project();
		Files.writeString(project.getLocation().toPath().resolve("study.trapline"), "// Mine.\n");
		project.refreshLocal(1, null);
		Shell wizard = open("org.trapline.ui.new.study", project);
		finish(wizard);
		Ui.await("the file in the editor", () -> Ui.page().getActiveEditor() != null && Ui.page().getActiveEditor().getTitle().equals("study-2.trapline"));
	}

	@Test
	public void filesAboutEveryInstalledMachineHaveNoErrorsAndStudiesOfThemRun() throws Exception {
		List<FileDraft> drafts = FileDraft.possible(entries());
		assertEquals(List.of("Haswell", "Moonshot", "Skylake"), drafts.subList(0, 3).stream().map(draft -> draft.machine().name()).toList());
		for (FileDraft draft : drafts) {
			for (FileTemplate template : FileTemplate.values()) {
				Path file = Files.writeString(folder.getRoot().toPath().resolve(template.fileName()), draft.text(template));
				assertEquals(draft.text(template), List.of(), Runs.ofWorkbench().studies().check(file).stream().map(Diagnostic::toString).toList());
				if (template == FileTemplate.STUDY || template == FileTemplate.SWEEP) {
					assertFalse(Runs.ofWorkbench().studies().run(file, Optional.empty()).rows().isEmpty());
				}
			}
		}
	}

	@Test
	public void whereOnlyOneArchitectureIsInstalledFilesAreAboutThat() {
		List<CatalogEntry> x86 = entries().stream().filter(entry -> entry.library().startsWith("org.trapline.cpu.x86/")).toList();
		assertEquals(List.of("Haswell", "Skylake"), FileDraft.possible(x86).stream().map(draft -> draft.machine().name()).toList());
		assertEquals(List.of(), FileDraft.possible(List.of()));
	}

	private static List<CatalogEntry> entries() {
		return new CatalogListing(Runs.ofWorkbench().studies()).entries();
	}
}
