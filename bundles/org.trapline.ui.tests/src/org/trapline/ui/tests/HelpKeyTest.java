// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.wizards.IWizardDescriptor;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.lang.ui.LanguageService;
import org.trapline.ui.UiCommands;
import org.trapline.ui.examples.NewExampleProjectWizard;
import org.trapline.ui.export.ExportRunsWizard;
import org.trapline.ui.help.HelpView;
import org.trapline.ui.preferences.TraplinePreferencePage;
import org.trapline.ui.runs.RunsView;

/** F1 shows the topic of what one is at: in views, the editor, wizards and dialogs. */
public final class HelpKeyTest {

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();

	/** Presses F1 as the keyboard would where a dialog has the focus, and waits for the topic beside it. */
	private static void f1In(Shell dialog, String title) {
		Ui.run(dialog::forceActive);
		Ui.await("the focus to be in the dialog", () -> Ui.display().getActiveShell() == dialog && Ui.display().getFocusControl() != null);
		Ui.run(() -> {
			Event key = new Event();
			key.keyCode = SWT.F1;
			// Filters of the display see it first, as any key that is pressed: the workbench's bindings are one.
			Ui.display().getFocusControl().notifyListeners(SWT.KeyDown, key);
		});
		awaitTray(dialog, title);
	}

	private static void awaitTray(Shell dialog, String title) {
		Ui.await("the topic " + title, () -> !Ui.find(dialog, StyledText.class, page -> page.getText().startsWith(title + "\n")).isEmpty());
	}

	private static Shell wizard(IWorkbenchWizard wizard) {
		Ui.start(() -> {
			wizard.init(PlatformUI.getWorkbench(), StructuredSelection.EMPTY);
			new WizardDialog(Ui.window().getShell(), wizard).open();
		});
		Ui.await("the wizard", () -> wizard.getContainer() != null && wizard.getContainer().getShell() != null && wizard.getContainer().getShell().isVisible());
		return Ui.get(() -> wizard.getContainer().getShell());
	}

	@Test
	public void f1InAWizardShowsItsTopicBesideIt() throws Exception {
		for (IWizardDescriptor each : PlatformUI.getWorkbench().getNewWizardRegistry().findCategory("org.trapline.ui.wizards").getWizards()) {
			Shell dialog = wizard(Ui.get(each::createWizard));
			f1In(dialog, "New " + each.getLabel());
			if (each.getId().endsWith("study")) {
				Ui.screenshot("help-wizard");
			}
			Ui.run(dialog::close);
		}
		IWizardDescriptor export = PlatformUI.getWorkbench().getExportWizardRegistry().findWizard(ExportRunsWizard.ID);
		Shell dialog = wizard(Ui.get(export::createWizard));
		f1In(dialog, "Export " + export.getLabel());
		Ui.run(() -> Help.click(Help.reader(dialog), "formats"));
		awaitTray(dialog, "Formats");
		Ui.run(() -> Ui.find(dialog, ToolBar.class, bar -> Arrays.stream(bar.getItems()).anyMatch(item -> "Back".equals(item.getToolTipText()))).getFirst().getItem(0)
				.notifyListeners(SWT.Selection, new Event()));
		awaitTray(dialog, "Export " + export.getLabel());
	}

	@Test
	public void theQuestionMarkOfAWizardShowsItsTopic() throws Exception {
		Shell dialog = wizard(Ui.get(() -> PlatformUI.getWorkbench().getNewWizardRegistry().findWizard(NewExampleProjectWizard.ID).createWizard()));
		Ui.run(() -> Ui.find(dialog, ToolBar.class, bar -> bar.getItemCount() == 1 && "Help".equals(bar.getItem(0).getToolTipText())).getFirst().getItem(0)
				.notifyListeners(SWT.Selection, new Event()));
		awaitTray(dialog, "New Trapline Project");
	}

	@Test
	public void f1InTheRenameDialogsShowsTheirTopics() throws Exception {
		Study study = Study.open();
		study.run();
		RunsView runs = Ui.get(() -> RunsView.show(Ui.page()));
		Ui.await("the run in the list", () -> runs.listed().size() == 1);
		Ui.run(() -> runs.select(List.of(runs.listed().getFirst().folder())));
		Ui.start(() -> UiCommands.execute(Ui.window(), "org.eclipse.ui.edit.rename"));
		Shell run = Ui.dialog("Rename Run");
		f1In(run, "Rename Run");
		Ui.await("room for the topic", () -> Ui.find(run, StyledText.class, page -> page.getText().startsWith("Rename Run\n")).getFirst().getSize().y > 200);
		Ui.screenshot("help-rename-run");
		Ui.run(run::close);
		Ui.run(() -> {
			Ui.page().activate(study.editor());
			((ITextEditor) study.editor()).selectAndReveal(study.document().get().indexOf("NestedNeve "), 0);
		});
		Ui.start(() -> UiCommands.execute(Ui.window(), "org.trapline.lang.ui.rename"));
		Shell element = Ui.dialog("Rename Element");
		f1In(element, "Rename Element");
		Ui.screenshot("help-rename-element");
		Ui.run(element::close);
	}

	@Test
	public void f1InThePreferencesShowsTheirTopic() {
		Ui.start(() -> PreferencesUtil.createPreferenceDialogOn(Ui.window().getShell(), TraplinePreferencePage.ID, null, null).open());
		Shell dialog = Ui.dialog("Preferences");
		Ui.run(() -> Ui.find(dialog, Combo.class, combo -> true).getFirst().setFocus());
		f1In(dialog, "Preferences");
		Ui.screenshot("help-preferences");
	}

	@Test
	public void f1InARunConfigurationShowsItsTopic() throws Exception {
		Study.open().run();
		Ui.start(() -> DebugUITools.openLaunchConfigurationDialogOnGroup(Ui.window().getShell(),
				new StructuredSelection(DebugPlugin.getDefault().getLaunchManager().getLaunchConfigurations()), IDebugUIConstants.ID_RUN_LAUNCH_GROUP));
		Shell dialog = Ui.dialog("Run Configurations");
		Ui.await("the study's tab", () -> Ui.find(dialog, Text.class, text -> "Path of a .trapline file in the workspace".equals(text.getToolTipText())).size() == 1);
		Ui.run(() -> Ui.find(dialog, Text.class, text -> "Path of a .trapline file in the workspace".equals(text.getToolTipText())).getFirst().setFocus());
		f1In(dialog, "Run Configuration");
		Ui.screenshot("help-run-configuration");
	}

	@Test
	public void aWordOfSeveralElementsHasTheTopicOfTheOneItIsIn() throws Exception {
		Study study = Study.open();
		HelpView help = Help.view();
		for (Map.Entry<String, String> word : Map.of("traps, cycles", "language/metric", "traps by stack", "language/metric", "by stack", "language/chart", "on Moonshot", "language/stack")
				.entrySet()) {
			int offset = study.offset(word.getKey());
			Ui.run(() -> {
				Ui.page().activate(study.editor());
				((ITextEditor) study.editor()).selectAndReveal(offset + 1, 0);
				help.show("help");
			});
			Help.f1();
			Help.awaitTopic(help, word.getValue());
		}
	}

	@Test
	public void f1IsTheKeyOfHelp() {
		assertEquals("F1", Ui.get(() -> PlatformUI.getWorkbench().getService(IBindingService.class).getBestActiveBindingFormattedFor("org.eclipse.ui.help.dynamicHelp")));
		assertTrue(Help.view().contents().orElseThrow().topic("keys").orElseThrow().text().contains("**F1**"));
	}

	@Test
	public void f1InAViewShowsItsTopic() {
		HelpView help = Help.view();
		for (String id : List.of("compare", "runs", "flow", "stack", "validation", "catalogue", "guide")) {
			Ui.run(() -> Ui.page().showView("org.trapline.ui." + id));
			Help.f1();
			Help.awaitTopic(help, "views/org.trapline.ui." + id);
		}
	}

	@Test
	public void f1InTheEditorShowsTheTopicOfTheWordAtTheCaret() throws Exception {
		Study study = Study.open();
		HelpView help = Help.view();
		for (Map.Entry<String, String> word : Map.of("experiment Hypercall", "language/experiment", "stack NestedNeve ", "language/stack", "tolerance traps", "language/tolerance").entrySet()) {
			int offset = study.offset(word.getKey());
			Ui.run(() -> {
				Ui.page().activate(study.editor());
				((ITextEditor) study.editor()).selectAndReveal(offset + 2, 0);
			});
			Help.f1();
			Help.awaitTopic(help, word.getValue());
		}
	}

	@Test
	public void f1OnAProblemShowsItsTopic() throws Exception {
		Study study = Study.open();
		HelpView help = Help.view();
		study.replace("workload hypercall", "workload hyporcall");
		AtomicReference<String> code = new AtomicReference<>("");
		Ui.await("the error's code", () -> {
			code.set(study.errors().stream().map(error -> error.getAttribute(LanguageService.CODE, "")).findFirst().orElse(""));
			return !code.get().isEmpty();
		});
		IViewPart problems = Ui.get(() -> Ui.page().showView("org.eclipse.ui.views.ProblemView"));
		Ui.run(() -> Ui.page().activate(problems));
		Ui.await("the problem, selected in the view", () -> {
			List<Tree> trees = Ui.find(Ui.window().getShell(), Tree.class, tree -> tree.getColumnCount() > 1 && tree.getColumn(0).getText().equals("Description"));
			if (!trees.isEmpty() && trees.getFirst().getItemCount() > 0) {
				Tree tree = trees.getFirst();
				// The view makes the lines of a group when that is opened.
				Event expanded = new Event();
				expanded.item = tree.getItem(0);
				tree.notifyListeners(SWT.Expand, expanded);
				tree.getItem(0).setExpanded(true);
				if (tree.getItem(0).getItemCount() > 0) {
					Event selected = new Event();
					selected.item = tree.getItem(0).getItem(0);
					tree.setSelection((TreeItem) selected.item);
					tree.notifyListeners(SWT.Selection, selected);
				}
			}
			return problems.getSite().getSelectionProvider().getSelection() instanceof IStructuredSelection selection && !selection.isEmpty()
					&& Adapters.adapt(selection.getFirstElement(), IMarker.class) instanceof IMarker marker && marker.exists();
		});
		Help.f1();
		Help.awaitTopic(help, "language/" + code.get());
	}
}
