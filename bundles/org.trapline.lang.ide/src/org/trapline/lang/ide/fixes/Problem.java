// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.fixes;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;

/**
 * A problem in a text, as the client received it.
 *
 * @param start where its piece of text begins
 * @param end   where that ends
 */
public record Problem(XtextResource resource, Document document, Diagnostic diagnostic, int start, int end) {

	static Problem of(XtextResource resource, Document document, Diagnostic diagnostic) {
		return new Problem(resource, document, diagnostic, document.getOffSet(diagnostic.getRange().getStart()), document.getOffSet(diagnostic.getRange().getEnd()));
	}

	/** The kind of problem. */
	String code() {
		return diagnostic.getCode() == null ? "" : diagnostic.getCode().map(text -> text, String::valueOf);
	}

	String message() {
		return diagnostic.getMessage().map(text -> text, markup -> markup.getValue());
	}

	/** The piece of text of the problem. */
	String text() {
		return document.getContents().substring(start, Math.max(start, end));
	}

	/** Additional data of the check; JSON from another process, objects from this one. */
	List<String> data() {
		return switch (diagnostic.getData()) {
		case String[] texts -> List.of(texts);
		case JsonArray array -> StreamSupport.stream(array.spliterator(), false).filter(JsonElement::isJsonPrimitive).map(JsonElement::getAsString).toList();
		case null, default -> List.of();
		};
	}

	/** The first word of the piece. */
	Optional<ILeafNode> word() {
		ILeafNode leaf = NodeModelUtils.findLeafNodeAtOffset(resource.getParseResult().getRootNode(), start);
		return Optional.ofNullable(leaf).filter(word -> !word.isHidden());
	}

	/** The element that the piece is a part of. */
	Optional<EObject> element() {
		return word().map(NodeModelUtils::findActualSemanticObjectFor);
	}
}
