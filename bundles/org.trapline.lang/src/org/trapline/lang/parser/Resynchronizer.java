// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.parser;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.antlr.runtime.BitSet;
import org.antlr.runtime.IntStream;
import org.antlr.runtime.MismatchedTokenException;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenStream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.UnorderedGroup;
import org.eclipse.xtext.parser.antlr.ISyntaxErrorMessageProvider.IParserErrorContext;
import org.trapline.lang.parser.antlr.internal.InternalTraplineParser;
import org.trapline.lang.services.TraplineGrammarAccess;

/**
 * Error recovery. The generated parser leaves a block at the first unexpected word, and parses the rest as part of an enclosing
 * element. This one checks after each word and each part whether the next word can follow; if not, and a block could continue or
 * end there, it skips words up to one that can follow. It distinguishes wrong words from a missing brace by the layout: an element
 * that begins in the first column ends the block before it.
 */
final class Resynchronizer extends InternalTraplineParser {

	private static final int NOTHING_YET = -1;

	private final TraplineGrammarAccess grammar;
	private final Set<Integer> elementStarts;
	private final int openBrace;
	private final int closeBrace;
	/** The tokens that may follow the last word or part, and the caller on the stack that continues when its rule ends; none before the first word. */
	private BitSet follow = new BitSet();
	private int depth = NOTHING_YET;
	/** The words that begin the parts, of those in any order, that were given, and the caller on the stack that they were given in. */
	private final Set<Integer> given = new HashSet<>();
	private int depthOfGiven = NOTHING_YET;

	Resynchronizer(TokenStream input, TraplineGrammarAccess grammar, Set<Integer> elementStarts) {
		super(input, grammar);
		this.grammar = grammar;
		this.elementStarts = elementStarts;
		this.openBrace = List.of(tokenNames).indexOf("'{'");
		this.closeBrace = List.of(tokenNames).indexOf("'}'");
	}

	// ------------------------------------------------------------------------------------------- after each word and part

	@Override
	protected void enterRule() {
		super.enterRule();
		if (depth == NOTHING_YET && getCurrentNode().getGrammarElement() == grammar.getTraplineModelRule()) {
			follow = BitSet.of(Token.EOR_TOKEN_TYPE);
			elementStarts.forEach(follow::add);
			depth = 0;
			resynchronize();
		}
	}

	@Override
	public Object match(IntStream input, int type, BitSet follow) throws RecognitionException {
		Object matched = super.match(input, type, follow);
		this.follow = follow;
		this.depth = state._fsp;
		return matched;
	}

	/** A brace, or a word that begins an element, is never the superfluous one. */
	@Override
	public boolean mismatchIsUnwantedToken(IntStream input, int type) {
		Token next = getInput().LT(1);
		return !endsBlock(next, false) && next.getType() != openBrace && next.getType() != closeBrace && super.mismatchIsUnwantedToken(input, type);
	}

	@Override
	protected void newLeafNode(Token token, EObject grammarElement) {
		super.newLeafNode(token, grammarElement);
		if (beginsPartInAnyOrder(grammarElement)) {
			given.add(token.getType());
			depthOfGiven = depth;
		}
		resynchronize();
	}

	@Override
	protected void afterParserOrEnumRuleCall() {
		super.afterParserOrEnumRuleCall();
		// The tokens that the caller expects after the rule stay on the stack when the rule ends.
		follow = state.following[state._fsp + 1];
		depth = state._fsp;
		resynchronize();
	}

	private static boolean beginsPartInAnyOrder(EObject grammarElement) {
		return grammarElement.eContainer() instanceof Group part && part.eContainer() instanceof UnorderedGroup
				&& part.getElements().get(0) == grammarElement;
	}

	/** The first word of a part in any order can follow once; the grammar alone would allow it always. */
	private void leaveGivenOut() {
		if (depth < depthOfGiven) {
			given.clear();
			depthOfGiven = NOTHING_YET;
		} else if (depth == depthOfGiven) {
			follow = (BitSet) follow.clone();
			given.forEach(follow::remove);
		}
	}

	private void resynchronize() {
		leaveGivenOut();
		// Not LA: it would count as the parser's own lookahead, which the node model records.
		Token next = getInput().LT(1);
		if (next.getType() == Token.EOF || follow.member(next.getType())) {
			return;
		}
		boolean betweenElements = depth == 0 && follow.member(Token.EOR_TOKEN_TYPE);
		if (betweenElements || follow.member(closeBrace) && !endsBlock(next, false)) {
			skip(betweenElements);
		} else if (follow.member(openBrace) && goesOnInLine()) {
			skip(false);
		}
	}

	/** Skips words up to one that can follow; a block among them is skipped completely. */
	private void skip(boolean betweenElements) {
		report(new MismatchedTokenException(Token.INVALID_TOKEN_TYPE, input));
		int nesting = 0;
		for (Token next = getInput().LT(1); next.getType() != Token.EOF && !endsBlock(next, betweenElements); next = getInput().LT(1)) {
			if (nesting == 0 && follow.member(next.getType()) && (!betweenElements || isFirstOfLine(next))) {
				break;
			}
			if (next.getType() == openBrace) {
				nesting++;
			} else if (next.getType() == closeBrace && nesting > 0) {
				nesting--;
			}
			input.consume();
		}
		appendSkippedTokens();
	}

	/** A second error before a correct word is a consequence of the first. */
	private void report(RecognitionException problem) {
		if (!state.errorRecovery) {
			reportError(problem);
		}
	}

	/** Whether the head of a block continues in this line after wrong words. */
	private boolean goesOnInLine() {
		TokenStream stream = getInput();
		int line = stream.LT(1).getLine();
		for (int ahead = 2; stream.LT(ahead).getType() != Token.EOF && stream.LT(ahead).getLine() == line; ahead++) {
			int type = stream.LT(ahead).getType();
			if (type == closeBrace) {
				return false;
			}
			if (follow.member(type)) {
				return true;
			}
		}
		return false;
	}

	/** Whether an element begins here, so that no block can continue. */
	private boolean endsBlock(Token token, boolean betweenElements) {
		return token.getCharPositionInLine() == 0 && elementStarts.contains(token.getType())
				&& (!betweenElements || follow.member(token.getType()));
	}

	private boolean isFirstOfLine(Token token) {
		int index = token.getTokenIndex();
		while (index > 0) {
			Token before = getInput().get(--index);
			if (before.getText().contains("\n")) {
				return true;
			}
			if (before.getChannel() == Token.DEFAULT_CHANNEL) {
				return false;
			}
		}
		return true;
	}

	// ------------------------------------------------------------------------------------------- what to say

	@Override
	protected IParserErrorContext createErrorContext(RecognitionException problem) {
		boolean isGiven = depth == depthOfGiven && given.contains(problem.token.getType());
		return new Expectation(problem, expected(), depth == 0 && follow.member(Token.EOR_TOKEN_TYPE), isGiven);
	}

	/** The tokens that were possible here: where rules can end, also those that can follow in their callers. */
	private List<Integer> expected() {
		BitSet set = (BitSet) follow.clone();
		for (int caller = depth; caller >= 0 && set.member(Token.EOR_TOKEN_TYPE); caller--) {
			set.remove(Token.EOR_TOKEN_TYPE);
			set.orInPlace(state.following[caller]);
		}
		List<Integer> types = new ArrayList<>();
		for (int type : set.toArray()) {
			if (type >= Token.MIN_TOKEN_TYPE) {
				types.add(type);
			}
		}
		return types;
	}

	/** A problem of the parser, with the expected tokens. */
	final class Expectation extends ParserErrorContext {

		private final List<Integer> expected;
		private final boolean elementExpected;
		private final boolean given;

		Expectation(RecognitionException problem, List<Integer> expected, boolean elementExpected, boolean given) {
			super(problem);
			this.expected = expected;
			this.elementExpected = elementExpected;
			this.given = given;
		}

		/** Keywords in quotes, and terminal rules as {@code RULE_NAME}; in the order of the grammar. */
		List<String> expected() {
			return expected.stream().map(type -> getTokenNames()[type]).toList();
		}

		/** Whether another element or the end of the text was possible here. */
		boolean elementExpected() {
			return elementExpected;
		}

		/** Whether the word begins a part that exists already and may exist only once. */
		boolean given() {
			return given;
		}
	}
}
