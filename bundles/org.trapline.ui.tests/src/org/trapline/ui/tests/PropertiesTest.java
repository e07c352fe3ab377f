// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.properties.PropertySheet;
import org.junit.Rule;
import org.junit.Test;

/** The properties of what the caret is in. */
public final class PropertiesTest {

	@Rule
	public final FreshWorkbench workbench = new FreshWorkbench();

	/** The tree of the view; none before it has a page. Call it on the UI thread. */
	private static List<Tree> trees() {
		PropertySheet view = (PropertySheet) Ui.page().findView(IPageLayout.ID_PROP_SHEET);
		return Ui.find((Composite) view.getCurrentPage().getControl().getParent(), Tree.class, each -> true);
	}

	/** All lines, those of categories too. */
	private static List<TreeItem> items() {
		List<TreeItem> items = new ArrayList<>();
		for (Tree tree : trees()) {
			for (TreeItem category : tree.getItems()) {
				items.add(category);
				items.addAll(List.of(category.getItems()));
			}
		}
		return items;
	}

	private static List<String> lines() {
		return items().stream().map(item -> item.getText(0) + ": " + item.getText(1)).toList();
	}

	/** Opens a value for editing, as Enter on its line does; the control that edits it, if it can be changed. */
	private static <T extends Control> List<T> edit(String name, Class<T> kind) {
		return Ui.get(() -> {
			Tree tree = trees().getFirst();
			TreeItem line = items().stream().filter(item -> item.getText(0).equals(name)).findFirst().orElseThrow();
			tree.setFocus();
			tree.setSelection(line);
			Event enter = new Event();
			enter.item = line;
			tree.notifyListeners(SWT.DefaultSelection, enter);
			return Ui.find(tree, kind, each -> true);
		});
	}

	private static void change(String name, String value) {
		Text text = edit(name, Text.class).getFirst();
		Ui.run(() -> {
			text.setText(value);
			text.notifyListeners(SWT.DefaultSelection, new Event());
		});
	}

	private static void caret(Study study, String piece) {
		int offset = study.offset(piece);
		Ui.run(() -> {
			Ui.page().showView(IPageLayout.ID_PROP_SHEET);
			Ui.page().activate(study.editor());
			((ITextEditor) study.editor()).selectAndReveal(offset, 0);
		});
	}

	@Test
	public void theElementAtTheCaretIsShown() throws Exception {
		Study study = Study.open();
		caret(study, "NestedNeve ");
		Ui.await("its properties", () -> lines().containsAll(List.of("Element: Stack NestedNeve", "Name: NestedNeve", "Super Stack: Nested", "Mechanisms: neve")));
		assertEquals("categories, all open", List.of("Names", "References"), Ui.get(() -> Arrays.stream(trees().getFirst().getItems()).filter(TreeItem::getExpanded).map(TreeItem::getText).toList()));
		Ui.screenshot("properties");
	}

	@Test
	public void whatIsNotSavedCounts() throws Exception {
		Study study = Study.open();
		caret(study, "NestedNeve ");
		study.replace("NestedNeve ", "Another ");
		caret(study, "Another ");
		Ui.await("the new name", () -> lines().contains("Name: Another"));
	}

	@Test
	public void aChangeIsOneOfTheTextAlone() throws Exception {
		Study study = Study.open();
		String before = study.text();
		caret(study, "NestedNeve ");
		Ui.await("its properties", () -> lines().contains("Mechanisms: neve"));
		change("Super Stack", "Vm");
		Ui.await("the new value", () -> lines().contains("Super Stack: Vm"));
		Ui.screenshot("properties-changed");
		assertEquals(before.replaceFirst("NestedNeve( +)extends( +)Nested ", "NestedNeve$1extends$2Vm "), study.text());
		assertTrue("it is to be saved", Ui.get(() -> study.editor().isDirty()));
		study.undo();
		assertEquals(before, study.text());
		Ui.await("the old value", () -> lines().contains("Super Stack: Nested"));
	}

	@Test
	public void aNameThatNothingHasIsAProblemAsOfTyping() throws Exception {
		Study study = Study.open();
		caret(study, "NestedNeve ");
		Ui.await("its properties", () -> lines().contains("Mechanisms: neve"));
		change("Mechanisms", "nave");
		Ui.await("the error's marker", () -> !study.errors().isEmpty());
		study.undo();
		Ui.await("no marker", () -> study.errors().isEmpty());
	}

	@Test
	public void whatCannotStandThereIsRefused() throws Exception {
		Study study = Study.open();
		String before = study.text();
		caret(study, "NestedNeve ");
		Ui.await("its properties", () -> lines().contains("Mechanisms: neve"));
		for (String wrong : List.of("neve }", "neve guest", "neve // comment", "", "\"neve\"")) {
			change("Mechanisms", wrong);
			assertEquals(before, study.text());
		}
	}

	@Test
	public void aNameIsRenamedNotOverwritten() throws Exception {
		Study study = Study.open();
		caret(study, "NestedNeve ");
		Ui.await("its properties", () -> lines().contains("Name: NestedNeve"));
		assertEquals(List.of(), edit("Name", Text.class));
	}

	@Test
	public void aWordOfAClosedListIsChosen() throws Exception {
		Study study = Study.open("""
				import "org.trapline.cpu.arm/x-gene"
				cost mine : switching = 2 cycles assumed "a guess"
				""");
		caret(study, "cost mine");
		Ui.await("its properties", () -> lines().containsAll(List.of("Cause: switching", "Default: 2 cycles assumed \"a guess\"")));
		CCombo combo = edit("Cause", CCombo.class).getFirst();
		Ui.run(() -> {
			combo.select(combo.indexOf("emulation"));
			combo.notifyListeners(SWT.Selection, new Event());
			combo.notifyListeners(SWT.DefaultSelection, new Event());
		});
		Ui.await("the chosen word", () -> study.text().contains("cost mine : emulation = 2 cycles"));
		Ui.screenshot("properties-choice");
	}
}
