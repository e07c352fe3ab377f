// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.completion;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.xtext.ide.editor.contentassist.ContentAssistEntry;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.contentassist.ContentAssistService;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.trapline.lang.ide.navigation.SymbolKinds;

import jakarta.inject.Singleton;

/** Proposals in the form of the protocol. */
@Singleton
public class Completion extends ContentAssistService {

	@Override
	public CompletionList createCompletionList(Document document, XtextResource resource, CompletionParams params, CancelIndicator cancel) {
		return document == null || resource == null ? new CompletionList() : super.createCompletionList(document, resource, params, cancel);
	}

	@Override
	protected CompletionItem toCompletionItem(ContentAssistEntry entry, int caretOffset, Position caret, Document document) {
		CompletionItem item = super.toCompletionItem(entry, caretOffset, caret, document);
		if (entry.getDocumentation() != null) {
			item.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, entry.getDocumentation()));
		}
		int end = caretOffset;
		String text = document.getContents();
		if (entry.getProposal().endsWith("\"") && end < text.length() && text.charAt(end) == '"') {
			// The closing quote exists already.
			end++;
		}
		item.getTextEdit().getLeft().getRange().setEnd(document.getPosition(end));
		if (!item.getLabel().equals(entry.getProposal())) {
			// The typed prefix is matched with the text, not with its description.
			item.setFilterText(entry.getProposal());
		}
		return item;
	}

	@Override
	protected CompletionItemKind translateKind(ContentAssistEntry entry) {
		return entry.getSource() instanceof EClass type ? SymbolKinds.proposal(type) : super.translateKind(entry);
	}
}
