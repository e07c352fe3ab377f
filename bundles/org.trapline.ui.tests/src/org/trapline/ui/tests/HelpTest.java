// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.resources.IMarker;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.ui.UiCommands;
import org.trapline.ui.help.HelpContents;
import org.trapline.ui.help.HelpTopic;
import org.trapline.ui.help.HelpView;
import org.trapline.ui.help.ReferenceHandler;
import org.trapline.ui.help.ReferencePage;
import org.trapline.ui.run.Runs;

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
		Ui.await("the error's marker", () -> !study.errors().isEmpty());
		IViewPart problems = Ui.get(() -> Ui.page().showView("org.eclipse.ui.views.ProblemView"));
		IMarker marker = study.errors().getFirst();
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
					&& Adapters.adapt(selection.getFirstElement(), IMarker.class) != null;
		});
		f1();
		awaitTopic(help, "language/" + marker.getAttribute("code", ""));
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
