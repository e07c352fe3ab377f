// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.documentation;

import java.util.Locale;
import java.util.Optional;

import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EClassifier;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.EModelElement;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Action;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CompoundElement;
import org.eclipse.xtext.EnumLiteralDeclaration;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;

/**
 * The meaning of keywords, from the documentation of the metamodel: a keyword that begins a kind of element means that kind, any
 * other the part that it introduces.
 */
public final class Vocabulary {

	private Vocabulary() {
	}

	/** The documentation of a part of the metamodel. */
	public static Optional<String> documentation(EModelElement element) {
		return Optional.ofNullable(EcoreUtil.getDocumentation(element)).map(String::strip).filter(text -> !text.isEmpty());
	}

	/** The kind of an element in words: {@code CostTable} is a cost table. */
	public static String kind(EClass type) {
		return words(type.getName());
	}

	/** A name of the metamodel in words. */
	public static String words(String name) {
		return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
	}

	/** The meaning of a keyword at its place in the grammar. */
	public static Optional<EModelElement> meaning(Keyword keyword) {
		if (keyword.eContainer() instanceof EnumLiteralDeclaration literal) {
			return Optional.ofNullable(literal.getEnumLiteral());
		}
		if (!(GrammarUtil.containingRule(keyword) instanceof ParserRule rule) || rule.getType() == null
				|| !(rule.getType().getClassifier() instanceof EClass type)) {
			return Optional.empty();
		}
		if (isFirst(keyword, rule.getAlternatives())) {
			return Optional.of(type);
		}
		return introduced(keyword).flatMap(assignment -> feature(type, assignment)).or(() -> Optional.of(type));
	}

	/** The meaning of a keyword, with its documentation. */
	public static Optional<String> documentation(Keyword keyword) {
		return meaning(keyword).flatMap(Vocabulary::documentation);
	}

	/** The feature that an assignment sets in objects of a type. */
	public static Optional<EModelElement> feature(EClass type, Assignment assignment) {
		return Optional.ofNullable(type.getEStructuralFeature(assignment.getFeature()));
	}

	/** The owner of a word of the grammar, in words: a kind of element, or a choice. */
	public static String owner(EModelElement meaning) {
		return switch (meaning) {
		case EEnumLiteral literal -> words(literal.getEEnum().getName());
		case EStructuralFeature feature -> "part of " + withArticle(kind(feature.getEContainingClass()));
		case EEnum choice -> words(choice.getName());
		case EClassifier type -> words(type.getName());
		default -> "";
		};
	}

	/** With its article. */
	public static String withArticle(String words) {
		return ("aeiou".indexOf(words.charAt(0)) >= 0 ? "an " : "a ") + words;
	}

	/** Whether a rule always begins with this keyword. */
	private static boolean isFirst(Keyword keyword, AbstractElement element) {
		if (GrammarUtil.isOptionalCardinality(element)) {
			return false;
		}
		return switch (element) {
		case Keyword other -> other == keyword;
		case Alternatives words when words.getElements().stream().allMatch(Keyword.class::isInstance) -> words.getElements().contains(keyword);
		case Group group -> group.getElements().stream().filter(part -> !(part instanceof Action)).findFirst()
				.map(part -> isFirst(keyword, part)).orElse(false);
		default -> false;
		};
	}

	/** The assignment that contains a keyword, or follows it. */
	private static Optional<Assignment> introduced(Keyword keyword) {
		Assignment around = GrammarUtil.containingAssignment(keyword);
		if (around != null) {
			return Optional.of(around);
		}
		EObject part = keyword;
		while (part.eContainer() instanceof CompoundElement parent) {
			if (parent instanceof Group group) {
				int place = group.getElements().indexOf(part);
				Optional<Assignment> found = group.getElements().stream().skip(place + 1L).flatMap(each -> firstAssignment(each).stream()).findFirst();
				// A keyword at the end of a group belongs to the part before it.
				boolean inner = parent.eContainer() instanceof CompoundElement;
				if (found.isEmpty() && inner) {
					found = group.getElements().stream().limit(place).flatMap(each -> firstAssignment(each).stream()).reduce((first, last) -> last);
				}
				if (found.isPresent()) {
					return found;
				}
			}
			part = parent;
		}
		return Optional.empty();
	}

	private static Optional<Assignment> firstAssignment(AbstractElement element) {
		return switch (element) {
		case Assignment assignment -> Optional.of(assignment);
		case CompoundElement group -> group.getElements().stream().flatMap(part -> firstAssignment(part).stream()).findFirst();
		case RuleCall call when call.getRule() instanceof ParserRule rule && ((ParserRule) rule).isFragment() ->
			firstAssignment(((AbstractRule) rule).getAlternatives());
		default -> Optional.empty();
		};
	}
}
