// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Position;
import org.junit.Rule;
import org.junit.Test;

/** A client that knows little of the protocol. */
public class PlainClientTest {

	@Rule
	public final Client client = new Client();

	@Test
	public void aClientWithoutSnippetsGetsTheirText() {
		client.start();
		Position caret = client.openAtCaret("a.trapline", "workl|");
		CompletionItem item = Client.get(client.server().getTextDocumentService().completion(new CompletionParams(client.file("a.trapline"), caret))).getRight().getItems()
				.stream().filter(each -> each.getLabel().startsWith("workload …")).findFirst().orElseThrow();
		assertEquals(InsertTextFormat.PlainText, item.getInsertTextFormat());
		assertEquals("workload name {\n\tdo Operation\n}", item.getTextEdit().getLeft().getNewText());
	}

	@Test
	public void theServerTellsWhatItCan() {
		var can = client.start().initialized().getCapabilities();
		assertTrue(can.getHoverProvider().getLeft() && can.getDefinitionProvider().getLeft() && can.getReferencesProvider().getLeft()
				&& can.getDocumentSymbolProvider().getLeft() && can.getDocumentHighlightProvider().getLeft() && can.getFoldingRangeProvider().getLeft()
				&& can.getDocumentFormattingProvider().getLeft() && can.getDocumentRangeFormattingProvider().getLeft() && can.getCodeActionProvider().getLeft()
				&& can.getRenameProvider().getRight().getPrepareProvider());
		assertTrue(can.getCodeLensProvider() != null && can.getSignatureHelpProvider() != null && can.getCompletionProvider() != null
				&& can.getSemanticTokensProvider() != null);
		assertEquals("Trapline", client.initialized().getServerInfo().getName());
	}

	@Test
	public void everyDraftIsRightAsItStands() {
		client.start();
		Position caret = client.openAtCaret("a.trapline", "|");
		List<String> drafts = Client.get(client.server().getTextDocumentService().completion(new CompletionParams(client.file("a.trapline"), caret))).getRight().getItems()
				.stream().filter(item -> item.getLabel().contains("…")).map(item -> item.getTextEdit().getLeft().getNewText()).toList();
		assertFalse(drafts.isEmpty());
		for (String draft : drafts) {
			client.open("draft.trapline", draft);
			assertFalse(draft, client.problems("draft.trapline").toString().contains(" syntax: "));
		}
	}
}
