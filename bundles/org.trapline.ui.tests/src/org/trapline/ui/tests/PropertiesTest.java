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
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.ContentOutline;
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

	/** Types a value where choices are offered. */
	private static void change(String name, String value) {
		CCombo combo = edit(name, CCombo.class).getFirst();
		Ui.run(() -> {
			combo.setText(value);
			combo.notifyListeners(SWT.DefaultSelection, new Event());
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

	/** Types a value where nothing is offered. */
	private static void type(String name, String value) {
		Text text = edit(name, Text.class).getFirst();
		Ui.run(() -> {
			text.setText(value);
			text.notifyListeners(SWT.DefaultSelection, new Event());
		});
	}

	@Test
	public void aNameChangesWithAllReferencesToIt() throws Exception {
		Study study = Study.open();
		String before = study.text();
		caret(study, "NestedNeve ");
		Ui.await("its properties", () -> lines().contains("Name: NestedNeve"));
		type("Name", "Faster");
		Ui.await("the new name", () -> lines().contains("Name: Faster"));
		assertEquals(before.replaceAll("\\bNestedNeve\\b", "Faster"), study.text());
		Ui.screenshot("properties-renamed");
		study.undo();
		assertEquals("one step to undo", before, study.text());
		Ui.await("the old name", () -> lines().contains("Name: NestedNeve"));
	}

	@Test
	public void aNameThatIsTakenIsRefusedWithTheReason() throws Exception {
		Study study = Study.open();
		String before = study.text();
		caret(study, "NestedNeve ");
		Ui.await("its properties", () -> lines().contains("Name: NestedNeve"));
		Text text = edit("Name", Text.class).getFirst();
		Ui.start(() -> {
			text.setText("Vm");
			text.notifyListeners(SWT.DefaultSelection, new Event());
		});
		Shell dialog = Ui.dialog("Rename Element");
		String said = Ui.get(() -> Ui.texts(dialog));
		assertTrue(said, said.contains("there is already a stack named 'Vm'"));
		Ui.press(Ui.get(() -> Ui.button(dialog, "OK")));
		Ui.await("the end of the dialog", dialog::isDisposed);
		assertEquals(before, study.text());
		Ui.await("the name as it is", () -> lines().contains("Name: NestedNeve"));
	}

	@Test
	public void theGuestsLevelIsChanged() throws Exception {
		Study study = Study.open();
		caret(study, "Vm ");
		Ui.await("its properties", () -> lines().contains("Guest: L1"));
		type("Guest", "L2");
		Ui.await("the new level", () -> lines().contains("Guest: L2"));
		Ui.await("what is wrong with it, as of typing", () -> !study.errors().isEmpty());
	}

	@Test
	public void aStepsTitleIsChanged() throws Exception {
		Study study = Study.open("""
				import "org.trapline.cpu.arm/x-gene"
				hypervisor Mine extends KvmNonVhe {
					exit {
						step "first" { read HCR_EL2 }
					}
				}
				""");
		caret(study, "step \"first\"");
		Ui.await("its properties", () -> lines().contains("Title: \"first\""));
		type("Title", "\"at the start\"");
		Ui.await("the new title", () -> study.text().contains("step \"at the start\" {"));
	}

	/** What the hint says; empty while there is none. Call it on the UI thread. */
	private static String hint() {
		PropertySheet view = (PropertySheet) Ui.page().findView(IPageLayout.ID_PROP_SHEET);
		return Ui.find((Composite) view.getCurrentPage().getControl(), Link.class, link -> true).stream().map(Link::getText).findFirst().orElse("");
	}

	@Test
	public void whereNoElementIsAHintSaysWhatToDo() throws Exception {
		Study study = Study.open();
		caret(study, "NestedNeve ");
		Ui.await("properties in its place", () -> hint().isEmpty() && lines().contains("Name: NestedNeve"));
		caret(study, "// One hypercall");
		Ui.await("the hint where a comment is", () -> trees().isEmpty() && hint().startsWith("Put the caret on an element"));
		Ui.screenshot("properties-hint");
		Ui.run(() -> Ui.page().activate(Ui.page().findView(IPageLayout.ID_PROP_SHEET)));
		Ui.run(() -> {
			PropertySheet view = (PropertySheet) Ui.page().findView(IPageLayout.ID_PROP_SHEET);
			Event event = new Event();
			event.text = "outline";
			Ui.find((Composite) view.getCurrentPage().getControl(), Link.class, link -> true).getFirst().notifyListeners(SWT.Selection, event);
		});
		Ui.await("the Outline", () -> Ui.page().findView(IPageLayout.ID_OUTLINE) != null && Ui.page().isPartVisible(Ui.page().findView(IPageLayout.ID_OUTLINE)));
	}

	private static void choose(CCombo combo, String text) {
		Ui.run(() -> {
			combo.select(combo.indexOf(text));
			combo.notifyListeners(SWT.Selection, new Event());
			combo.notifyListeners(SWT.DefaultSelection, new Event());
		});
	}

	@Test
	public void namesInScopeAreOffered() throws Exception {
		Study study = Study.open();
		caret(study, "NestedNeve ");
		Ui.await("its properties", () -> lines().contains("Super Stack: Nested"));
		CCombo stacks = edit("Super Stack", CCombo.class).getFirst();
		assertEquals(List.of("Nested", "NestedNeveVhe", "NestedVhe", "Vm"), Ui.get(() -> List.of(stacks.getItems())));
		assertEquals("what is written is selected", "Nested", Ui.get(() -> stacks.getItem(stacks.getSelectionIndex())));
		Ui.screenshot("properties-names");
		choose(stacks, "Vm");
		Ui.await("the chosen name", () -> lines().contains("Super Stack: Vm"));
		assertTrue(study.text(), study.text().matches("(?s).*stack NestedNeve +extends +Vm .*"));
	}

	@Test
	public void namesAreAsLongAsTheTextNeedsThem() throws Exception {
		Study study = Study.open("""
				import "org.trapline.cpu.arm/x-gene"
				namespace own
				platform Machine { cpu arm.v8_3 clock 2 GHz cores 4 threads 1 costs XGene }
				stack Vm on Machine { L0 KvmNonVhe guest L1 }
				""");
		caret(study, "Machine {");
		Ui.await("its properties", () -> lines().contains("Cpu: arm.v8_3"));
		List<String> cpus = Ui.get(() -> List.of(edit("Cpu", CCombo.class).getFirst().getItems()));
		assertTrue(cpus.toString(), cpus.containsAll(List.of("arm.v8_0", "arm.v8_3")) && !cpus.contains("v8_3"));
		caret(study, "Vm on");
		Ui.await("its properties", () -> lines().contains("Platform: Machine"));
		List<String> platforms = Ui.get(() -> List.of(edit("Platform", CCombo.class).getFirst().getItems()));
		assertTrue(platforms.toString(), platforms.contains("Machine") && !platforms.contains("own.Machine"));
	}

	@Test
	public void aListTakesOneMore() throws Exception {
		Study study = Study.open();
		caret(study, "Hypercall");
		Ui.await("its properties", () -> lines().contains("Workloads: hypercall"));
		CCombo workloads = edit("Workloads", CCombo.class).getFirst();
		assertEquals("hypercall", Ui.get(() -> workloads.getItem(workloads.getSelectionIndex())));
		choose(workloads, "hypercall, idle");
		Ui.await("the longer list", () -> lines().contains("Workloads: hypercall, idle"));
		assertTrue(study.text(), study.text().contains("workload hypercall, idle"));
		CCombo again = edit("Workloads", CCombo.class).getFirst();
		choose(again, "idle");
		Ui.await("the shorter one", () -> lines().contains("Workloads: idle"));
	}

	@Test
	public void undoInTheViewUndoesTheChange() throws Exception {
		Study study = Study.open();
		String before = study.text();
		caret(study, "NestedNeve ");
		Ui.await("its properties", () -> lines().contains("Super Stack: Nested"));
		Ui.run(() -> Ui.page().activate(Ui.page().findView(IPageLayout.ID_PROP_SHEET)));
		choose(edit("Super Stack", CCombo.class).getFirst(), "Vm");
		Ui.await("the new value", () -> lines().contains("Super Stack: Vm"));
		Ui.run(() -> assertEquals(IPageLayout.ID_PROP_SHEET, Ui.page().getActivePart().getSite().getId()));
		execute("org.eclipse.ui.edit.undo");
		assertEquals(before, study.text());
		Ui.await("the old value", () -> lines().contains("Super Stack: Nested"));
		execute("org.eclipse.ui.edit.redo");
		Ui.await("the new value again", () -> lines().contains("Super Stack: Vm"));
	}

	/** As the key does it. */
	private static void execute(String command) {
		Ui.run(() -> Ui.window().getService(IHandlerService.class).executeCommand(command, null));
	}

	@Test
	public void whatIsSelectedInTheOutlineIsChanged() throws Exception {
		Study study = Study.open();
		String before = study.text();
		caret(study, "NestedNeve ");
		ContentOutline outline = Ui.get(() -> (ContentOutline) Ui.page().showView(IPageLayout.ID_OUTLINE));
		Ui.await("the elements", () -> elements(outline).length > 0);
		Ui.run(() -> {
			TreeItem stack = Arrays.stream(elements(outline)).filter(item -> item.getText().startsWith("NestedNeveVhe")).findFirst().orElseThrow();
			Tree tree = stack.getParent();
			tree.setSelection(stack);
			Event select = new Event();
			select.item = stack;
			tree.notifyListeners(SWT.Selection, select);
		});
		Ui.await("its properties", () -> lines().containsAll(List.of("Element: Stack NestedNeveVhe", "Super Stack: NestedVhe")));
		choose(edit("Super Stack", CCombo.class).getFirst(), "Vm");
		Ui.await("the new value", () -> lines().contains("Super Stack: Vm"));
		assertTrue(study.text(), study.text().matches("(?s).*stack NestedNeveVhe +extends +Vm .*"));
		Ui.screenshot("properties-outline");
		Ui.run(() -> Ui.page().activate(Ui.page().findView(IPageLayout.ID_PROP_SHEET)));
		execute("org.eclipse.ui.edit.undo");
		assertEquals(before, study.text());
		Ui.await("the old value", () -> lines().contains("Super Stack: NestedVhe"));
	}

	private static TreeItem[] elements(ContentOutline outline) {
		return outline.getCurrentPage() != null && outline.getCurrentPage().getControl() instanceof Tree tree ? tree.getItems() : new TreeItem[0];
	}

	@Test
	public void aWordOfAClosedListIsChosen() throws Exception {
		Study study = Study.open("""
				import "org.trapline.cpu.arm/x-gene"
				cost mine : switching = 2 cycles assumed "a guess"
				""");
		caret(study, "cost mine");
		Ui.await("its properties", () -> lines().containsAll(List.of("Cause: switching", "Default: 2 cycles assumed \"a guess\"")));
		choose(edit("Cause", CCombo.class).getFirst(), "emulation");
		Ui.await("the chosen word", () -> study.text().contains("cost mine : emulation = 2 cycles"));
		Ui.screenshot("properties-choice");
	}
}
