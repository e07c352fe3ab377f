// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SemanticTokenModifiers;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.TerminalRule;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;
import org.trapline.lang.ide.navigation.SymbolKinds;
import org.trapline.lang.ide.text.Spot;
import org.trapline.lang.scoping.Imports;

import jakarta.inject.Inject;

/**
 * Semantic highlighting: keywords, numbers, texts and comments, and names by the kind of element that they declare or refer to.
 * Unknown names have no colour. An editor needs no other knowledge of the language.
 */
public class Colours {

	/** The kinds of words, in the order of the protocol's numbers. */
	private static final List<String> TYPES = List.of(SemanticTokenTypes.Keyword, SemanticTokenTypes.Comment, SemanticTokenTypes.String,
			SemanticTokenTypes.Number, SemanticTokenTypes.Operator, SemanticTokenTypes.Class, SemanticTokenTypes.Function, SemanticTokenTypes.Method,
			SemanticTokenTypes.Variable, SemanticTokenTypes.Property, SemanticTokenTypes.Parameter, SemanticTokenTypes.EnumMember);
	private static final List<String> MODIFIERS = List.of(SemanticTokenModifiers.Declaration, SemanticTokenModifiers.DefaultLibrary,
			SemanticTokenModifiers.Documentation);
	private static final int DECLARATION = 1;
	private static final int LIBRARY = 2;
	private static final int DOCUMENTATION = 4;

	@Inject
	private Imports imports;

	@Inject
	private OperationCanceledManager cancelled;

	/** The legend of the numbers in answers. */
	public static SemanticTokensLegend legend() {
		return new SemanticTokensLegend(TYPES, MODIFIERS);
	}

	/** A word's colour. */
	private record Colour(String type, int modifiers) {
	}

	/** The colours of the words from one place to another. */
	public SemanticTokens of(Document document, XtextResource resource, int start, int end, CancelIndicator cancel) {
		Words words = new Words(document);
		for (ILeafNode leaf : resource.getParseResult().getRootNode().getLeafNodes()) {
			if (leaf.getEndOffset() <= start) {
				continue;
			}
			if (leaf.getOffset() >= end) {
				break;
			}
			cancelled.checkCanceled(cancel);
			colour(leaf).ifPresent(colour -> words.add(leaf, colour));
		}
		return new SemanticTokens(words.data);
	}

	private Optional<Colour> colour(ILeafNode leaf) {
		EObject grammar = leaf.getGrammarElement();
		if (leaf.isHidden()) {
			String text = leaf.getText();
			return text.isBlank() ? Optional.empty() : Optional.of(new Colour(SemanticTokenTypes.Comment, text.startsWith("/**") ? DOCUMENTATION : 0));
		}
		return switch (terminal(grammar)) {
		case "STRING" -> Optional.of(new Colour(SemanticTokenTypes.String, 0));
		case "INT", "DECIMAL", "HEX" -> Optional.of(new Colour(SemanticTokenTypes.Number, 0));
		default -> Spot.of(leaf).flatMap(spot -> switch (spot) {
		case Spot.Name name -> Optional.of(new Colour(SymbolKinds.token(name.element().eClass()), DECLARATION));
		case Spot.Reference reference -> target(reference.target());
		case Spot.Value value when Spot.keyword(leaf).isPresent() -> Optional.of(new Colour(SemanticTokenTypes.Keyword, 0));
		case Spot.Word word -> Optional.of(new Colour(Character.isLetter(leaf.getText().charAt(0)) ? SemanticTokenTypes.Keyword : SemanticTokenTypes.Operator, 0));
		default -> Optional.of(new Colour(SemanticTokenTypes.EnumMember, 0));
		});
		};
	}

	private Optional<Colour> target(EObject target) {
		if (target == null || target.eIsProxy()) {
			return Optional.empty();
		}
		boolean library = target.eResource() != null && imports.library(target.eResource().getURI()).isPresent();
		return Optional.of(new Colour(SymbolKinds.token(target.eClass()), library ? LIBRARY : 0));
	}

	private static String terminal(EObject grammar) {
		return grammar instanceof RuleCall call && call.getRule() instanceof TerminalRule rule ? rule.getName() : "";
	}

	/** The protocol's encoding: five numbers for each word, with places relative to the word before; no word spans lines. */
	private static final class Words {

		private final Document document;
		private final List<Integer> data = new ArrayList<>();
		private int line;
		private int column;

		Words(Document document) {
			this.document = document;
		}

		void add(ILeafNode leaf, Colour colour) {
			Position place = document.getPosition(leaf.getOffset());
			String[] lines = leaf.getText().split("\r?\n", -1);
			for (int i = 0; i < lines.length; i++) {
				int indent = i == 0 ? 0 : lines[i].length() - lines[i].stripLeading().length();
				add(place.getLine() + i, (i == 0 ? place.getCharacter() : 0) + indent, lines[i].length() - indent, colour);
			}
		}

		private void add(int atLine, int atColumn, int length, Colour colour) {
			if (length == 0) {
				return;
			}
			data.addAll(List.of(atLine - line, atLine == line ? atColumn - column : atColumn, length, TYPES.indexOf(colour.type()), colour.modifiers()));
			line = atLine;
			column = atColumn;
		}
	}
}
