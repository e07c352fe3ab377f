// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.parser;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Action;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CompoundElement;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.parser.antlr.ITokenDefProvider;
import org.trapline.lang.services.TraplineGrammarAccess;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The keywords that a file's imports and elements begin with, as the grammar has them. */
@Singleton
public class ElementStarts {

	private final Set<String> keywords = new LinkedHashSet<>();

	@Inject
	public ElementStarts(TraplineGrammarAccess grammar) {
		// A file is a sequence of parts that may all be missing: each can be the first.
		((CompoundElement) grammar.getTraplineModelRule().getAlternatives()).getElements().forEach(part -> first(part, keywords));
	}

	/** In the order of the grammar. */
	public Set<String> keywords() {
		return Collections.unmodifiableSet(keywords);
	}

	/** The types of their tokens. */
	Set<Integer> tokenTypes(ITokenDefProvider tokens) {
		return tokens.getTokenDefMap().entrySet().stream().filter(token -> keywords.contains(unquoted(token.getValue())))
				.map(Map.Entry::getKey).collect(Collectors.toUnmodifiableSet());
	}

	private static String unquoted(String token) {
		return token.startsWith("'") ? token.substring(1, token.length() - 1) : "";
	}

	/** The first keyword of a rule, by name. */
	public static Set<String> of(AbstractRule rule) {
		Set<String> found = new LinkedHashSet<>();
		first(rule.getAlternatives(), found);
		return found;
	}

	/** Adds the keywords that a part of the grammar can begin with; returns whether it can also be empty. */
	private static boolean first(AbstractElement element, Set<String> found) {
		boolean empty = GrammarUtil.isOptionalCardinality(element);
		switch (element) {
		case Keyword keyword -> found.add(keyword.getValue());
		case Action action -> empty = true;
		case Assignment assignment -> empty |= first(assignment.getTerminal(), found);
		case Alternatives choice -> {
			for (AbstractElement each : choice.getElements()) {
				empty |= first(each, found);
			}
		}
		case CompoundElement group -> {
			boolean all = true;
			for (AbstractElement each : group.getElements()) {
				if (!first(each, found)) {
					all = false;
					break;
				}
			}
			empty |= all;
		}
		case RuleCall call when call.getRule() instanceof ParserRule rule && !GrammarUtil.isDatatypeRule(rule) ->
			empty |= first(rule.getAlternatives(), found);
		default -> {
			// A name or a number: no keyword.
		}
		}
		return empty;
	}
}
