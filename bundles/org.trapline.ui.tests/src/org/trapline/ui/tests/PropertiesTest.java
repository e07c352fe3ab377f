// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.swt.widgets.Composite;
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

	private static List<String> lines() {
		List<String> lines = new ArrayList<>();
		PropertySheet view = (PropertySheet) Ui.page().findView(IPageLayout.ID_PROP_SHEET);
		for (Tree tree : Ui.find((Composite) view.getCurrentPage().getControl().getParent(), Tree.class, each -> true)) {
			for (TreeItem item : tree.getItems()) {
				lines.add(item.getText(0) + ": " + item.getText(1));
			}
		}
		return lines;
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
}
