// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.documentation;

import java.util.stream.Collectors;

import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Action;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CharacterRange;
import org.eclipse.xtext.CompoundElement;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.EnumLiteralDeclaration;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.NegatedToken;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.UnorderedGroup;
import org.eclipse.xtext.UntilToken;
import org.eclipse.xtext.Wildcard;

/**
 * A rule of the grammar as EBNF: {@code 'word'} stands for itself, {@code Rule} for what that rule describes, {@code [Kind]} for the name of
 * an element of that kind; {@code ?} is once or not, {@code *} any number of times, {@code +} at least once, {@code |} a choice, and
 * {@code &} parts in any order.
 */
final class Ebnf {

	private static final int WIDTH = 100;

	private Ebnf() {
	}

	/** The rule with its name, broken into lines where it is long. */
	static String of(AbstractRule rule) {
		String body = text(rule.getAlternatives(), false);
		return rule.getName() + " ::=" + wrapped(body);
	}

	private static String wrapped(String body) {
		StringBuilder text = new StringBuilder();
		int column = 0;
		boolean literal = false;
		StringBuilder word = new StringBuilder();
		for (char c : (body + " ").toCharArray()) {
			literal = c == '\'' ? !literal : literal;
			if (c != ' ' || literal) {
				word.append(c);
				continue;
			}
			if (column > 0 && column + word.length() > WIDTH) {
				text.append("\n   ");
				column = 0;
			}
			text.append(' ').append(word);
			column += word.length() + 1;
			word.setLength(0);
		}
		return text.toString();
	}

	private static String text(AbstractElement element, boolean inner) {
		String cardinality = element.getCardinality() == null ? "" : element.getCardinality();
		boolean brackets = element instanceof CompoundElement group && parts(group) > 1 && (inner || !cardinality.isEmpty());
		String text = text(element);
		return (brackets ? "(" + text + ")" : text) + cardinality;
	}

	private static long parts(CompoundElement group) {
		return group.getElements().stream().filter(each -> !(each instanceof Action)).count();
	}

	private static String text(AbstractElement element) {
		return switch (element) {
		case Keyword keyword -> "'" + keyword.getValue().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t").replace("\uFEFF", "\\uFEFF").replace("'", "\\'") + "'";
		case RuleCall call -> call.getRule().getName();
		case CrossReference reference -> "[" + reference.getType().getClassifier().getName() + "]";
		case Assignment assignment -> text(assignment.getTerminal(), true);
		case EnumLiteralDeclaration literal -> text(literal.getLiteral());
		case Alternatives choice -> joined(choice, " | ");
		case UnorderedGroup parts -> joined(parts, " & ");
		case CompoundElement group -> joined(group, " ");
		case CharacterRange range -> text(range.getLeft()) + ".." + text(range.getRight());
		case NegatedToken not -> "!" + text(not.getTerminal(), true);
		case UntilToken until -> "-> " + text(until.getTerminal(), true);
		case Wildcard any -> ".";
		default -> "";
		};
	}

	private static String joined(CompoundElement group, String separator) {
		boolean only = parts(group) == 1;
		return group.getElements().stream().filter(each -> !(each instanceof Action)).map(each -> text(each, !only && !(group instanceof Alternatives && !(each instanceof Alternatives))))
				.collect(Collectors.joining(separator));
	}
}
