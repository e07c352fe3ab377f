// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.text;

import java.util.List;
import java.util.Optional;

import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.EnumLiteralDeclaration;
import org.eclipse.xtext.EnumRule;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.trapline.lang.parser.SkippedWords;
import org.trapline.model.Import;
import org.trapline.model.ModelPackage;
import org.trapline.model.NamedElement;

/** The meaning of a word of a text. */
public sealed interface Spot {

	/** The word, or the words that belong together. */
	INode node();

	/** A name that refers to an element. @param target the element; a proxy where the name is unknown */
	record Reference(INode node, EObject source, EReference feature, EObject target) implements Spot {
	}

	/** The name of an element, where it is declared. */
	record Name(INode node, NamedElement element) implements Spot {
	}

	/** The text of an import. */
	record Imported(INode node, Import element) implements Spot {
	}

	/** Any other value: a number, a text, a choice. */
	record Value(INode node, EObject owner, EAttribute feature) implements Spot {
	}

	/** A keyword that is not a value. */
	record Word(INode node, Keyword keyword) implements Spot {
	}

	/** The word at a place, or the one that ends there; empty in comments, between words, and in words that the parser skipped. */
	static Optional<Spot> at(XtextResource resource, int offset) {
		ICompositeNode root = resource.getParseResult().getRootNode();
		Optional<Spot> here = leaf(root, offset).flatMap(Spot::of);
		// Right after a name, the name is meant, not the brace or comma that follows.
		if (here.isPresent() && !(here.get() instanceof Word)) {
			return here;
		}
		Optional<Spot> before = leaf(root, offset - 1).flatMap(Spot::of);
		return before.isPresent() && (here.isEmpty() || !(before.get() instanceof Word)) ? before : here;
	}

	private static Optional<ILeafNode> leaf(ICompositeNode root, int offset) {
		return offset < 0 ? Optional.empty()
				: Optional.ofNullable(NodeModelUtils.findLeafNodeAtOffset(root, offset)).filter(leaf -> !leaf.isHidden() && !SkippedWords.contain(leaf));
	}

	/** The meaning of a word; empty for one that the parser skipped. */
	static Optional<Spot> of(ILeafNode leaf) {
		if (SkippedWords.contain(leaf)) {
			return Optional.empty();
		}
		INode whole = leaf;
		// The words of a name with dots, or of a choice, belong together.
		while (whole.getParent() != null && isPartOfValue(whole.getGrammarElement())) {
			whole = whole.getParent();
		}
		EObject grammar = whole.getGrammarElement();
		Assignment assignment = grammar == null ? null : GrammarUtil.containingAssignment(grammar);
		EObject owner = NodeModelUtils.findActualSemanticObjectFor(whole);
		EStructuralFeature feature = assignment == null || owner == null ? null : owner.eClass().getEStructuralFeature(assignment.getFeature());
		return switch (feature) {
		case EReference reference when !reference.isContainment() -> Optional.of(new Reference(whole, owner, reference, target(owner, reference, whole)));
		case EAttribute name when name == ModelPackage.Literals.NAMED_ELEMENT__NAME -> Optional.of(new Name(whole, (NamedElement) owner));
		case EAttribute uri when uri == ModelPackage.Literals.IMPORT__IMPORT_URI -> Optional.of(new Imported(whole, (Import) owner));
		case EAttribute value when keyword(leaf).isEmpty() || value.getEAttributeType().getInstanceClass() != boolean.class ->
			Optional.of(new Value(whole, owner, value));
		case null, default -> keyword(leaf).map(keyword -> new Word(leaf, keyword));
		};
	}

	/** The keyword that a word is, also that of a choice. */
	static Optional<Keyword> keyword(INode word) {
		INode leaf = word;
		while (leaf instanceof ICompositeNode composite && composite.getFirstChild() != null) {
			leaf = composite.getLastChild();
		}
		return switch (leaf.getGrammarElement()) {
		case Keyword keyword -> Optional.of(keyword);
		case EnumLiteralDeclaration literal -> Optional.of(literal.getLiteral());
		case null, default -> Optional.empty();
		};
	}

	private static boolean isPartOfValue(EObject grammar) {
		if (grammar == null) {
			return false;
		}
		return switch (GrammarUtil.containingRule(grammar)) {
		case EnumRule choice -> true;
		case ParserRule rule -> GrammarUtil.isDatatypeRule(rule);
		case null, default -> grammar.eContainer() instanceof CrossReference && GrammarUtil.containingAssignment(grammar) == null;
		};
	}

	private static EObject target(EObject owner, EReference reference, INode node) {
		if (!reference.isMany()) {
			return (EObject) owner.eGet(reference);
		}
		List<INode> nodes = NodeModelUtils.findNodesForFeature(owner, reference);
		EList<?> values = (EList<?>) owner.eGet(reference);
		int index = nodes.indexOf(node);
		return index >= 0 && index < values.size() ? (EObject) values.get(index) : null;
	}
}
