// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.completion;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Action;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CompoundElement;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.EnumLiteralDeclaration;
import org.eclipse.xtext.EnumRule;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.trapline.lang.documentation.Vocabulary;

/**
 * The minimal text of a kind of element, as a snippet: its keywords, and a placeholder for each required name and value. Generated
 * from the grammar, so that every kind has one.
 */
final class Skeleton {

	private final StringBuilder text = new StringBuilder();
	private int places;

	private Skeleton() {
	}

	/** The snippet for what a rule of the grammar describes. */
	static String of(ParserRule rule) {
		Skeleton skeleton = new Skeleton();
		skeleton.add(rule.getAlternatives());
		String text = skeleton.text.toString().strip();
		// The last place is in the block, where there is one.
		return text.endsWith("{ }") ? text.substring(0, text.length() - 1) + "\n\t$0\n}" : text;
	}

	private void add(AbstractElement element) {
		if (GrammarUtil.isOptionalCardinality(element)) {
			return;
		}
		switch (element) {
		case Action action -> {
			// Creates an object, without text.
		}
		case Keyword keyword -> word(keyword.getValue());
		case Assignment assignment -> value(assignment.getTerminal(), assignment.getFeature());
		case Alternatives choice -> add(choice.getElements().getFirst());
		case CompoundElement group -> group.getElements().forEach(this::add);
		case RuleCall call when call.getRule() instanceof ParserRule rule && !GrammarUtil.isDatatypeRule(rule) -> add(rule.getAlternatives());
		default -> value(element, "value");
		}
	}

	private void value(AbstractElement terminal, String feature) {
		switch (terminal) {
		case Keyword keyword -> word(keyword.getValue());
		case CrossReference reference -> place(reference.getType().getClassifier().getName());
		case RuleCall call -> value(call.getRule(), feature);
		case Alternatives choice -> value(choice.getElements().getFirst(), feature);
		default -> place(feature);
		}
	}

	private void value(AbstractRule rule, String feature) {
		switch (rule) {
		case EnumRule choice -> choice(choice.getAlternatives() instanceof EnumLiteralDeclaration single ? List.of(single)
				: ((CompoundElement) choice.getAlternatives()).getElements());
		case ParserRule parser when !GrammarUtil.isDatatypeRule(parser) -> add(parser.getAlternatives());
		default -> {
			switch (rule.getName()) {
			case "STRING" -> word("\"${" + ++places + ":" + Vocabulary.words(feature) + "}\"");
			case "INT", "Number", "DECIMAL", "HEX", "Code" -> word("${" + ++places + ":1}");
			default -> place(feature);
			}
		}
		}
	}

	private void choice(List<? extends AbstractElement> literals) {
		word("${" + ++places + "|" + literals.stream().map(literal -> ((EnumLiteralDeclaration) literal).getLiteral().getValue()).collect(Collectors.joining(","))
				+ "|}");
	}

	private void place(String what) {
		word("${" + ++places + ":" + what + "}");
	}

	private void word(String word) {
		boolean tight = text.isEmpty() || word.equals(",") || word.equals("(") || word.equals(")") || text.charAt(text.length() - 1) == '(';
		text.append(tight ? "" : " ").append(word);
	}
}
