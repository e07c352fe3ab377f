// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.debug.core.DebugPlugin;
import org.eclipse.debug.ui.DebugUITools;
import org.eclipse.debug.ui.IDebugUIConstants;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchWizard;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.wizards.IWizardDescriptor;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.catalog.CatalogException;
import org.trapline.lang.ui.LanguageService;
import org.trapline.result.format.ResultFormat;
import org.trapline.ui.UiCommands;
import org.trapline.ui.examples.NewExampleProjectWizard;
import org.trapline.ui.export.ExportRunsWizard;
import org.trapline.ui.help.HelpContents;
import org.trapline.ui.help.HelpTopic;
import org.trapline.ui.help.HelpView;
import org.trapline.ui.help.InstalledHelp;
import org.trapline.ui.help.ReferenceHandler;
import org.trapline.ui.help.ReferencePage;
import org.trapline.ui.preferences.TraplinePreferencePage;
import org.trapline.ui.run.Runs;
import org.trapline.ui.runs.RunsView;

/** The help: its contents, search, links, F1; and the reference pages. */
public final class HelpTest {

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();

	@Test
	public void everyPageIsWhatTheCommandLinePrints() throws Exception {
		for (ReferencePage page : ReferencePage.values()) {
			Ui.run(() -> UiCommands.execute(Ui.window(), "org.trapline.ui.reference", Map.of(ReferenceHandler.PAGE, page.name().toLowerCase(Locale.ROOT))));
			Ui.await("the page " + page.title(), () -> Ui.page().getActiveEditor() != null && Ui.page().getActiveEditor().getTitle().equals(page.title()));
			IEditorPart editor = Ui.get(() -> Ui.page().getActiveEditor());
			String text = Ui.get(() -> ((ITextEditor) editor).getDocumentProvider().getDocument(editor.getEditorInput()).get());
			assertEquals(page.text(Runs.ofWorkbench().studies()), text);
			assertTrue(page.title(), text.lines().count() > 20);
			assertFalse("it is read", Ui.get(() -> ((ITextEditor) editor).isEditable()));
		}
		Ui.screenshot("help");
	}

	/** The Help view with its contents made. */
	private static HelpView help() {
		HelpView view = Ui.get(() -> (HelpView) Ui.page().showView(HelpView.ID));
		Ui.await("the help's contents", () -> !view.shown().isEmpty());
		return view;
	}

	private static void f1() {
		Ui.run(() -> UiCommands.execute(Ui.window(), "org.eclipse.ui.help.dynamicHelp"));
	}

	private static void awaitTopic(HelpView view, String id) {
		Ui.await("topic " + id, () -> view.shown().equals(id));
	}

	private static void zoomed(HelpView view, String name) {
		Ui.run(() -> Ui.page().toggleZoom(Ui.page().getReference(view)));
		Ui.screenshot(name);
		Ui.run(() -> Ui.page().toggleZoom(Ui.page().getReference(view)));
	}

	@Test
	public void everyTopicHasATextAndEveryLinkATopic() {
		HelpContents contents = help().contents().orElseThrow();
		List<HelpTopic> topics = contents.topics().stream().flatMap(HelpTopic::all).toList();
		assertTrue("topics: " + topics.size(), topics.size() > 150);
		for (HelpTopic topic : topics) {
			assertFalse(topic.id(), topic.text().isBlank());
			assertFalse(topic.id() + ": " + topic.text(), topic.text().contains("cannot be made"));
			Matcher links = Pattern.compile("\\]\\(([a-z]+(?:/[^)]*)?)\\)").matcher(topic.text());
			while (links.find()) {
				assertTrue(topic.id() + " links to " + links.group(1), contents.topic(links.group(1)).isPresent());
			}
		}
		for (String id : List.of("guide", "examples/neve-sosp17", "language/stack", "language/keywords", "language/unknown-name", "commands/run", "calibration", "performance/the-event-kernel",
				"views/org.trapline.ui.compare", "wizards/org.trapline.ui.new.study", "keys")) {
			assertTrue(id, contents.topic(id).isPresent());
		}
	}

	@Test
	public void theContentsAreShownAndLinksAreFollowedBackAndForward() {
		HelpView view = help();
		zoomed(view, "help-contents");
		Ui.run(() -> view.show("language/stack"));
		zoomed(view, "help-topic");
		awaitTopic(view, "language/stack");
		Ui.run(view::goBack);
		awaitTopic(view, "help");
		Ui.run(view::goForward);
		awaitTopic(view, "language/stack");
	}

	/** The page of a topic, in the Help view or in a dialog's tray. Call it on the UI thread. */
	private static StyledText reader(Composite parent) {
		return Ui.find(parent, StyledText.class, text -> text.getText().length() > 0 && !text.getEditable()).getLast();
	}

	/** The text of the first link that leads to a topic's title. */
	private static int link(StyledText page, String title) {
		for (StyleRange range : page.getStyleRanges()) {
			if (range.underline && page.getTextRange(range.start, range.length).equals(title)) {
				return range.start;
			}
		}
		throw new AssertionError("no link " + title + " in " + page.getText());
	}

	private static void click(StyledText page, String title) {
		Point place = page.getLocationAtOffset(link(page, title));
		for (int type : new int[] { SWT.MouseDown, SWT.MouseUp }) {
			Event event = new Event();
			event.button = 1;
			event.count = 1;
			event.x = place.x + 3;
			event.y = place.y + 5;
			page.notifyListeners(type, event);
		}
	}

	@Test
	public void aLinkIsFollowedByTheMouse() {
		HelpView view = help();
		Ui.run(() -> view.show("language/stack"));
		awaitTopic(view, "language/stack");
		Ui.run(() -> click(viewsReader(view), "DeviceAssignment"));
		awaitTopic(view, "language/deviceassignment");
	}

	private static StyledText viewsReader(HelpView view) {
		view.setFocus();
		return (StyledText) Ui.display().getFocusControl();
	}

	@Test
	public void aLinkIsFollowedByTabAndEnter() {
		HelpView view = help();
		Ui.run(() -> view.show("language/stack"));
		awaitTopic(view, "language/stack");
		Ui.run(() -> {
			StyledText page = viewsReader(view);
			for (String title : List.of("Level", "DeviceAssignment")) {
				Event tab = new Event();
				tab.keyCode = SWT.TAB;
				tab.character = SWT.TAB;
				tab.doit = true;
				page.traverse(SWT.TRAVERSE_NONE, tab);
				assertEquals(title, page.getSelectionText());
			}
			Event enter = new Event();
			enter.keyCode = SWT.CR;
			enter.character = SWT.CR;
			page.notifyListeners(SWT.KeyDown, enter);
		});
		awaitTopic(view, "language/deviceassignment");
	}

	@Test
	public void conceptsAndFormatsAreInTheContentsAndFound() {
		HelpView view = help();
		HelpContents contents = view.contents().orElseThrow();
		String start = contents.topic("help").orElseThrow().text();
		assertTrue(start, start.contains("](concepts)") && start.contains("](formats)"));
		for (Map.Entry<String, String> words : Map.of("shadowing", "concepts/vmcs-and-shadowing", "VNCR_EL2", "concepts/deferred-access-page-and-vncr_el2", "fit prediction",
				"concepts/fit-and-prediction", "sha256", "formats/provenance", "toleranceReason", "formats/columns-and-fields", "XMI", "formats/xmi").entrySet()) {
			assertEquals(words.getKey(), words.getValue(), contents.search(words.getKey()).getFirst().topic().id());
		}
		String columns = contents.topic("formats/columns-and-fields").orElseThrow().text();
		for (String column : ResultFormat.COLUMNS) {
			assertTrue(column, columns.contains("- `" + column + "`: "));
		}
		Ui.run(() -> view.show("concepts"));
		zoomed(view, "help-concepts");
		Ui.run(() -> view.show("formats/columns-and-fields"));
		zoomed(view, "help-formats");
	}

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
		Ui.run(() -> click(reader(dialog), "formats"));
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
	public void aPageThatCouldNotBeMadeIsMadeWhenItIsAskedForAgain() {
		AtomicBoolean broken = new AtomicBoolean(true);
		InstalledHelp help = new InstalledHelp(() -> {
			if (broken.get()) {
				throw new CatalogException("the plug-in is being replaced");
			}
			return Runs.ofWorkbench().studies();
		});
		HelpContents before = help.contents(List.of());
		for (String id : List.of("language", "models", "calibration")) {
			String text = before.topic(id).orElseThrow().text();
			assertTrue(text, text.startsWith("This page cannot be made: the plug-in is being replaced\n\n[Try again](" + id + ")"));
		}
		assertEquals("pages that need nothing of it are made", Set.of("language", "models", "calibration"), before.missing());
		broken.set(false);
		HelpContents after = help.contents(List.of());
		assertEquals(Set.of(), after.missing());
		assertTrue(after.topic("language/stack").isPresent());
		broken.set(true);
		assertEquals("what is made stays", after, help.contents(List.of()));
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
		HelpView help = help();
		for (Map.Entry<String, String> word : Map.of("traps, cycles", "language/metric", "traps by stack", "language/metric", "by stack", "language/chart", "on Moonshot", "language/stack")
				.entrySet()) {
			int offset = study.offset(word.getKey());
			Ui.run(() -> {
				Ui.page().activate(study.editor());
				((ITextEditor) study.editor()).selectAndReveal(offset + 1, 0);
				help.show("help");
			});
			f1();
			awaitTopic(help, word.getValue());
		}
	}

	@Test
	public void wordsAreFoundTheBestTopicFirst() {
		HelpView view = help();
		List<HelpContents.Hit> hits = view.contents().orElseThrow().search("migration");
		assertEquals("Migration", hits.getFirst().topic().title());
		assertTrue(hits.size() > 3);
		assertTrue(hits.stream().allMatch(hit -> hit.context().toLowerCase(Locale.ROOT).contains("migration") || hit.topic().title().toLowerCase(Locale.ROOT).contains("migration")));
		assertEquals(List.of(), view.contents().orElseThrow().search("xyzzy"));
		Ui.run(() -> view.find("dirty rate"));
		zoomed(view, "help-search");
		Ui.run(() -> view.find("xyzzy"));
		zoomed(view, "help-search-nothing");
	}

	@Test
	public void f1IsTheKeyOfHelp() {
		assertEquals("F1", Ui.get(() -> PlatformUI.getWorkbench().getService(IBindingService.class).getBestActiveBindingFormattedFor("org.eclipse.ui.help.dynamicHelp")));
		assertTrue(help().contents().orElseThrow().topic("keys").orElseThrow().text().contains("**F1**"));
	}

	@Test
	public void f1InAViewShowsItsTopic() {
		HelpView help = help();
		for (String id : List.of("compare", "runs", "flow", "stack", "validation", "catalogue", "guide")) {
			Ui.run(() -> Ui.page().showView("org.trapline.ui." + id));
			f1();
			awaitTopic(help, "views/org.trapline.ui." + id);
		}
	}

	@Test
	public void f1InTheEditorShowsTheTopicOfTheWordAtTheCaret() throws Exception {
		Study study = Study.open();
		HelpView help = help();
		for (Map.Entry<String, String> word : Map.of("experiment Hypercall", "language/experiment", "stack NestedNeve ", "language/stack", "tolerance traps", "language/tolerance").entrySet()) {
			int offset = study.offset(word.getKey());
			Ui.run(() -> {
				Ui.page().activate(study.editor());
				((ITextEditor) study.editor()).selectAndReveal(offset + 2, 0);
			});
			f1();
			awaitTopic(help, word.getValue());
		}
	}

	@Test
	public void f1OnAProblemShowsItsTopic() throws Exception {
		Study study = Study.open();
		HelpView help = help();
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
		f1();
		awaitTopic(help, "language/" + code.get());
	}

	@Test
	public void theHelpCanBeReadInTheDark() {
		IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
		ITheme before = Ui.get(engine::getActiveTheme);
		try {
			Ui.run(() -> engine.setTheme("org.eclipse.e4.ui.css.theme.e4_dark", true));
			HelpView view = help();
			Ui.run(() -> view.show("language/stack"));
			zoomed(view, "help-dark");
		} finally {
			Ui.run(() -> engine.setTheme(before, true));
		}
	}
}
