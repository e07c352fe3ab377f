// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.navigation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.symbol.HierarchicalDocumentSymbolService;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.trapline.lang.documentation.Vocabulary;
import org.trapline.model.Import;
import org.trapline.model.NamedElement;
import org.trapline.model.TraplineModel;

import jakarta.inject.Singleton;

/**
 * The outline of a text: elements, and the parts of elements that stand between braces or have a name. The label of a part is the
 * beginning of its text: a new kind of part has an outline without code here.
 */
@Singleton
public class Outline extends HierarchicalDocumentSymbolService {

	private static final int LONGEST = 60;

	@Override
	public List<DocumentSymbol> getSymbols(Document document, XtextResource resource, DocumentSymbolParams params, CancelIndicator cancel) {
		return document == null || resource == null ? List.of() : symbols(document, resource);
	}

	@Override
	public List<DocumentSymbol> getSymbols(XtextResource resource, CancelIndicator cancel) {
		// Without the document, lines would be counted again for each symbol.
		return List.of();
	}

	private static List<DocumentSymbol> symbols(Document document, XtextResource resource) {
		List<DocumentSymbol> symbols = new ArrayList<>();
		for (EObject root : resource.getContents()) {
			if (root instanceof TraplineModel model) {
				model.getElements().forEach(element -> symbol(document, element).ifPresent(symbols::add));
			}
		}
		return symbols;
	}

	private static Optional<DocumentSymbol> symbol(Document document, EObject object) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(object);
		if (node == null || object instanceof Import || !(object instanceof NamedElement) && !hasBlock(node)) {
			return Optional.empty();
		}
		Optional<INode> name = References.declaration(object).map(References.Mention::node);
		DocumentSymbol symbol = new DocumentSymbol();
		symbol.setName(name.map(NodeModelUtils::getTokenText).orElseGet(() -> head(node)));
		symbol.setDetail(object instanceof NamedElement ? detail(object, node, name) : "");
		symbol.setKind(SymbolKinds.of(object.eClass()));
		symbol.setRange(range(document, node.getOffset(), node.getEndOffset()));
		INode significant = name.orElseGet(() -> firstWord(node));
		symbol.setSelectionRange(range(document, significant.getOffset(), significant.getEndOffset()));
		List<DocumentSymbol> children = new ArrayList<>();
		for (EReference part : object.eClass().getEAllContainments()) {
			if (part.isMany()) {
				((List<?>) object.eGet(part)).forEach(child -> symbol(document, (EObject) child).ifPresent(children::add));
			}
		}
		children.sort((a, b) -> Integer.compare(document.getOffSet(a.getRange().getStart()), document.getOffSet(b.getRange().getStart())));
		symbol.setChildren(children);
		return Optional.of(symbol);
	}

	private static boolean hasBlock(ICompositeNode node) {
		for (INode child : node.getChildren()) {
			if (child instanceof ILeafNode leaf && !leaf.isHidden() && leaf.getText().equals("{")) {
				return true;
			}
		}
		return false;
	}

	private static INode firstWord(ICompositeNode node) {
		for (ILeafNode leaf : node.getLeafNodes()) {
			if (!leaf.isHidden()) {
				return leaf;
			}
		}
		return node;
	}

	/** The text before the brace, in one line. */
	private static String head(ICompositeNode node) {
		return head(node, node.getOffset());
	}

	/** The text from a place up to the brace, in one line. */
	private static String head(ICompositeNode node, int start) {
		StringBuilder head = new StringBuilder();
		for (ILeafNode leaf : node.getLeafNodes()) {
			if (leaf.getText().equals("{") && !leaf.isHidden()) {
				break;
			}
			if (leaf.getOffset() >= start) {
				head.append(leaf.isHidden() ? " " : leaf.getText());
			}
		}
		return shortened(head.toString().replaceAll("\\s+", " ").strip());
	}

	/** An element's kind, and the text between its name and its brace, such as the element that it extends. */
	private static String detail(EObject object, ICompositeNode node, Optional<INode> name) {
		return (Vocabulary.kind(object.eClass()) + " " + name.map(word -> head(node, word.getEndOffset())).orElse("")).strip();
	}

	private static String shortened(String text) {
		return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
	}

	private static Range range(Document document, int start, int end) {
		return new Range(document.getPosition(start), document.getPosition(end));
	}
}
