// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.fixes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.CompoundElement;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.trapline.lang.parser.ElementStarts;
import org.trapline.lang.parser.SkippedWords;

/** The text of an element beside the rule of the grammar that it follows. */
final class Syntax {

	private final ICompositeNode node;
	private final ParserRule rule;
	private final List<AbstractElement> parts;
	private final List<ILeafNode> words = new ArrayList<>();

	private Syntax(ICompositeNode node, ParserRule rule) {
		this.node = node;
		this.rule = rule;
		this.parts = rule.getAlternatives() instanceof Group group ? group.getElements() : List.of(rule.getAlternatives());
		for (ILeafNode leaf : node.getLeafNodes()) {
			if (!leaf.isHidden() && !SkippedWords.contain(leaf)) {
				words.add(leaf);
			}
		}
	}

	static Optional<Syntax> of(EObject element) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
		if (node == null) {
			return Optional.empty();
		}
		for (ILeafNode leaf : node.getLeafNodes()) {
			for (INode each = leaf; each != null && each != node.getParent(); each = each.getParent()) {
				if (each.getGrammarElement() instanceof AbstractElement grammar && GrammarUtil.containingParserRule(grammar) instanceof ParserRule rule
						&& rule.getType() != null && !GrammarUtil.isDatatypeRule(rule) && NodeModelUtils.findActualSemanticObjectFor(each) == element
						&& rule.getType().getClassifier() == element.eClass()) {
					return Optional.of(new Syntax(node, rule));
				}
			}
		}
		return Optional.empty();
	}

	ICompositeNode node() {
		return node;
	}

	/** The words of the element, in order. */
	List<ILeafNode> words() {
		return words;
	}

	/** Whether a part of the element's own rule begins with a keyword. */
	boolean knows(String keyword) {
		return part(keyword) >= 0;
	}

	/** Whether the rule itself begins with a keyword. */
	boolean beginsWith(String keyword) {
		return ElementStarts.of(rule).contains(keyword);
	}

	/** The word of the element itself, not of one of its parts, that is this keyword. */
	Optional<ILeafNode> word(String keyword) {
		return words.stream().filter(word -> word.getText().equals(keyword) && grammar(word).isPresent()).findFirst();
	}

	/** The grammar of a word in the rule of the element: that of the part that it belongs to. */
	private Optional<AbstractElement> grammar(INode word) {
		for (INode each = word; each != null; each = each.getParent()) {
			if (each.getGrammarElement() instanceof AbstractElement grammar && GrammarUtil.containingRule(grammar) == rule) {
				return Optional.of(grammar);
			}
			if (each == node) {
				break;
			}
		}
		return Optional.empty();
	}

	/** The number of the part of the rule that begins with a keyword, also after other words of that part; -1 where none does. */
	private int part(String keyword) {
		for (int i = 0; i < parts.size(); i++) {
			if (keywords(parts.get(i)).contains(keyword)) {
				return i;
			}
		}
		return -1;
	}

	/** The keywords by which a part can continue at its own level. */
	private static Set<String> keywords(AbstractElement part) {
		Set<String> found = new HashSet<>();
		switch (part) {
		case Keyword keyword -> found.add(keyword.getValue());
		case Group group -> group.getElements().stream().findFirst().ifPresent(first -> found.addAll(keywords(first)));
		case CompoundElement choice -> choice.getElements().forEach(each -> found.addAll(keywords(each)));
		default -> {
			AbstractRule called = GrammarUtil.containedRuleCalls(part).stream().map(call -> call.getRule()).filter(ParserRule.class::isInstance).findFirst().orElse(null);
			if (called != null && !GrammarUtil.isDatatypeRule((ParserRule) called)) {
				found.addAll(ElementStarts.of(called));
			} else {
				GrammarUtil.containedKeywords(part).forEach(keyword -> found.add(keyword.getValue()));
			}
		}
		}
		return found;
	}

	/** The number of the first part after the opening brace that begins with a name. */
	private int partWithName() {
		boolean inBlock = false;
		for (int i = 0; i < parts.size(); i++) {
			inBlock |= parts.get(i) instanceof Keyword keyword && keyword.getValue().equals("{");
			if (inBlock && !(parts.get(i) instanceof Keyword) && keywords(parts.get(i)).isEmpty()) {
				return i;
			}
		}
		return -1;
	}

	/** The number of the part that a word belongs to. */
	private int part(ILeafNode word) {
		EObject grammar = grammar(word).orElse(null);
		while (grammar != null && !parts.contains(grammar)) {
			grammar = grammar.eContainer();
		}
		return parts.indexOf(grammar);
	}

	/** The word after which a part belongs that begins with a keyword, or with a name; empty where the rule has no such part. */
	Optional<ILeafNode> before(String first) {
		int number = knows(first) ? part(first) : partWithName();
		if (number < 0) {
			return Optional.empty();
		}
		boolean repeated = GrammarUtil.isMultipleCardinality(parts.get(number)) || !(parts.get(number) instanceof Group);
		return words.stream().filter(word -> part(word) >= 0 && (repeated ? part(word) <= number : part(word) < number)).reduce((a, b) -> b);
	}

	/** The words of the part of the text that a keyword introduces, with it. */
	List<ILeafNode> introduced(ILeafNode keyword) {
		EObject around = grammar(keyword).orElse(null);
		while (around != null && !(around instanceof Group)) {
			around = around.eContainer();
		}
		List<ILeafNode> found = new ArrayList<>();
		for (ILeafNode word : words.subList(words.indexOf(keyword), words.size())) {
			EObject grammar = grammar(word).orElse(null);
			while (grammar != null && grammar != around) {
				grammar = grammar.eContainer();
			}
			if (grammar == null || around == rule.getAlternatives() && word != keyword) {
				break;
			}
			found.add(word);
		}
		return found;
	}

	/** Whether the block of the element is over several lines. */
	boolean hasLines() {
		Optional<ILeafNode> open = words.stream().filter(word -> word.getText().equals("{")).findFirst();
		return open.isPresent() && words.getLast().getText().equals("}") && words.get(words.indexOf(open.get()) + 1).getStartLine() != open.get().getStartLine();
	}

	/** Whether a word is in the block of the element, or opens it. */
	boolean inBlock(ILeafNode word) {
		return words.stream().limit(words.indexOf(word) + 1L).anyMatch(each -> each.getText().equals("{"));
	}
}
