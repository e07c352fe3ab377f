// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.catalog.CatalogException;
import org.trapline.result.format.ResultFormat;
import org.trapline.ui.UiCommands;
import org.trapline.ui.help.HelpContents;
import org.trapline.ui.help.HelpTopic;
import org.trapline.ui.help.HelpView;
import org.trapline.ui.help.InstalledHelp;
import org.trapline.ui.help.ReferenceHandler;
import org.trapline.ui.help.ReferencePage;
import org.trapline.ui.run.Runs;

/** The help: its contents, search and links; and the reference pages. */
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

	@Test
	public void everyTopicHasATextAndEveryLinkATopic() {
		HelpContents contents = Help.view().contents().orElseThrow();
		List<HelpTopic> topics = contents.topics().stream().flatMap(HelpTopic::all).toList();
		assertTrue("topics: " + topics.size(), topics.size() > 150);
		for (HelpTopic topic : topics) {
			assertFalse(topic.id(), topic.text().isBlank());
			assertFalse(topic.id() + ": " + topic.text(), topic.text().contains("cannot be built"));
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
		HelpView view = Help.view();
		Help.zoomed(view, "help-contents");
		Ui.run(() -> view.show("language/stack"));
		Help.zoomed(view, "help-topic");
		Help.awaitTopic(view, "language/stack");
		Ui.run(view::goBack);
		Help.awaitTopic(view, "help");
		Ui.run(view::goForward);
		Help.awaitTopic(view, "language/stack");
	}

	@Test
	public void aLinkIsFollowedByTheMouse() {
		HelpView view = Help.view();
		Ui.run(() -> view.show("language/stack"));
		Help.awaitTopic(view, "language/stack");
		Ui.run(() -> Help.click(viewsReader(view), "DeviceAssignment"));
		Help.awaitTopic(view, "language/deviceassignment");
	}

	private static StyledText viewsReader(HelpView view) {
		view.setFocus();
		return (StyledText) Ui.display().getFocusControl();
	}

	@Test
	public void aLinkIsFollowedByTabAndEnter() {
		HelpView view = Help.view();
		Ui.run(() -> view.show("language/stack"));
		Help.awaitTopic(view, "language/stack");
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
		Help.awaitTopic(view, "language/deviceassignment");
	}

	@Test
	public void conceptsAndFormatsAreInTheContentsAndFound() {
		HelpView view = Help.view();
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
		Help.zoomed(view, "help-concepts");
		Ui.run(() -> view.show("formats/columns-and-fields"));
		Help.zoomed(view, "help-formats");
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
			assertTrue(text, text.startsWith("This page cannot be built: the plug-in is being replaced\n\n[Try again](" + id + ")"));
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
	public void wordsAreFoundTheBestTopicFirst() {
		HelpView view = Help.view();
		List<HelpContents.Hit> hits = view.contents().orElseThrow().search("migration");
		assertEquals("Migration", hits.getFirst().topic().title());
		assertTrue(hits.size() > 3);
		assertTrue(hits.stream().allMatch(hit -> hit.context().toLowerCase(Locale.ROOT).contains("migration") || hit.topic().title().toLowerCase(Locale.ROOT).contains("migration")));
		assertEquals(List.of(), view.contents().orElseThrow().search("xyzzy"));
		Ui.run(() -> view.find("dirty rate"));
		Help.zoomed(view, "help-search");
		Ui.run(() -> view.find("xyzzy"));
		Help.zoomed(view, "help-search-nothing");
	}

	@Test
	public void theHelpCanBeReadInTheDark() {
		IThemeEngine engine = PlatformUI.getWorkbench().getService(IThemeEngine.class);
		ITheme before = Ui.get(engine::getActiveTheme);
		try {
			Ui.run(() -> engine.setTheme("org.eclipse.e4.ui.css.theme.e4_dark", true));
			HelpView view = Help.view();
			Ui.run(() -> view.show("language/stack"));
			Help.zoomed(view, "help-dark");
		} finally {
			Ui.run(() -> engine.setTheme(before, true));
		}
	}
}
