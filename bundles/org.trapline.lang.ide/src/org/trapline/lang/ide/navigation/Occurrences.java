// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.navigation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightKind;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.occurrences.IDocumentHighlightService;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;

import jakarta.inject.Inject;

/** Occurrences of the name at the caret in the same text: its declaration and its references. */
public class Occurrences implements IDocumentHighlightService {

	@Inject
	private References references;

	@Override
	public List<? extends DocumentHighlight> getDocumentHighlights(Document document, XtextResource resource, DocumentHighlightParams params,
			CancelIndicator cancel) {
		if (document == null || resource == null) {
			return List.of();
		}
		List<DocumentHighlight> found = new ArrayList<>();
		References.meant(resource, document.getOffSet(params.getPosition())).ifPresent(element -> {
			References.declaration(element).filter(mention -> mention.resource() == resource)
					.ifPresent(mention -> found.add(highlight(document, mention.node(), DocumentHighlightKind.Write)));
			references.to(element, resource, cancel).forEach(mention -> found.add(highlight(document, mention.node(), DocumentHighlightKind.Read)));
		});
		found.sort(Comparator.comparingInt(each -> document.getOffSet(each.getRange().getStart())));
		return found;
	}

	private static DocumentHighlight highlight(Document document, INode node, DocumentHighlightKind kind) {
		return new DocumentHighlight(new Range(document.getPosition(node.getOffset()), document.getPosition(node.getEndOffset())), kind);
	}
}
