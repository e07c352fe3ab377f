// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Locale;
import java.util.Map;

import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.ui.UiCommands;
import org.trapline.ui.help.ReferenceHandler;
import org.trapline.ui.help.ReferencePage;
import org.trapline.ui.run.Runs;

/** Help &gt; the reference pages. */
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
}
