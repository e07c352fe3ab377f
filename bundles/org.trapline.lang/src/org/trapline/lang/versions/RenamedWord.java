// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.versions;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.EnumLiteralDeclaration;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;

/**
 * A keyword that was renamed in a later version of the language. The grammar accepts both; this is the only table of them, for the
 * parser's messages, the checks, the quick fixes, completion and {@code format --upgrade}.
 *
 * @param rules   the rules of the grammar in which the word is an old one: elsewhere it may be a word like others
 * @param old     the old word
 * @param now     the new word
 * @param version the version of the language that introduced the new word
 */
public record RenamedWord(Set<String> rules, String old, String now, int version) {

	private static final List<RenamedWord> ALL = List.of(
			new RenamedWord(Set.of("ClosedLoop"), "flow", "closed-loop", 2),
			new RenamedWord(Set.of("Place"), "elsewhere", "delay", 2),
			new RenamedWord(Set.of("TreatmentKind"), "memory", "defer", 2),
			new RenamedWord(Set.of("Cpu", "Mechanism"), "memory", "deferred", 2),
			new RenamedWord(Set.of("AccessReason"), "abort", "mmio", 2));

	public RenamedWord {
		rules = Set.copyOf(rules);
	}

	/** All of them. */
	public static List<RenamedWord> all() {
		return ALL;
	}

	/** The renaming of a word of the grammar; empty if it is current. */
	public static Optional<RenamedWord> of(EObject grammarElement) {
		if (grammarElement instanceof EnumLiteralDeclaration literal) {
			return of(literal.getLiteral());
		}
		if (!(grammarElement instanceof Keyword keyword)) {
			return Optional.empty();
		}
		AbstractRule rule = GrammarUtil.containingRule(keyword);
		return ALL.stream().filter(word -> word.old.equals(keyword.getValue()) && word.rules.contains(rule.getName())).findFirst();
	}

	/** Whether one of several expected words is an old one: then the new one is among them. */
	public static boolean isOld(String word, Collection<String> beside) {
		return ALL.stream().anyMatch(renamed -> renamed.old.equals(word) && beside.contains(renamed.now));
	}
}
