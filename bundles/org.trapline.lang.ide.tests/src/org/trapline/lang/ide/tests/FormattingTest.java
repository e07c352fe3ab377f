// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.tests;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.junit.Rule;
import org.junit.Test;

/** The layout of a text in an editor; its rules are tested with the language. */
public class FormattingTest {

	private static final FormattingOptions TABS = new FormattingOptions(4, false);

	@Rule
	public final Client client = new Client();

	private List<? extends TextEdit> edits(String text, FormattingOptions options) {
		client.start().open("a.trapline", text);
		return Client.get(client.server().getTextDocumentService().formatting(new DocumentFormattingParams(client.file("a.trapline"), options)));
	}

	@Test
	public void aTextIsLaidOut() {
		String text = "control   A\nworkload w\n{\ndo o\n}\n\n\n\n";
		assertEquals("control A\nworkload w {\n\tdo o\n}\n", Client.edited(text, edits(text, TABS)));
	}

	@Test
	public void anEditorThatIndentsBySpacesGetsThem() {
		String text = "workload w {\ndo o\n}\n";
		assertEquals("workload w {\n  do o\n}\n", Client.edited(text, edits(text, new FormattingOptions(2, true))));
	}

	@Test
	public void aPartOfATextIsLaidOut() {
		String text = "control   A\ncontrol   B\ncontrol   C\n";
		client.start().open("a.trapline", text);
		List<? extends TextEdit> edits = Client.get(client.server().getTextDocumentService().rangeFormatting(new DocumentRangeFormattingParams(
				client.file("a.trapline"), TABS, new Range(client.at("a.trapline", "control   B"), client.at("a.trapline", "\ncontrol   C")))));
		assertEquals("control   A\ncontrol B\ncontrol   C\n", Client.edited(text, edits));
	}

	@Test
	public void aTextThatIsLaidOutHasNoEdits() {
		assertEquals(List.of(), edits(Studies.NESTED, TABS));
	}

	@Test
	public void aTextWithASyntaxErrorHasNone() {
		assertEquals(List.of(), edits("control   A\nhello\n", TABS));
	}

	@Test
	public void aFileThatIsNotThereHasNone() {
		client.start();
		assertEquals(List.of(), Client.get(client.server().getTextDocumentService().formatting(new DocumentFormattingParams(client.file("nowhere.trapline"), TABS))));
	}
}
