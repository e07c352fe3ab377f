// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang;

import org.antlr.runtime.MismatchedTokenException;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.antlr.SyntaxErrorMessageProvider;

/** Says what is wrong with the text in the words of the text, not of the parser. */
public class SyntaxMessages extends SyntaxErrorMessageProvider {

	/** Code of every syntax error. */
	public static final String CODE = "syntax";

	@Override
	public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
		RecognitionException problem = context.getRecognitionException();
		if (problem == null || problem.token == null) {
			return new SyntaxErrorMessage(lexical(context.getDefaultMessage()), CODE);
		}
		StringBuilder message = new StringBuilder("unexpected ").append(found(problem.token));
		if (problem instanceof MismatchedTokenException mismatch) {
			String expected = word(context, mismatch.expecting);
			if (!expected.isEmpty()) {
				message.append(": expected ").append(expected);
			}
		}
		return new SyntaxErrorMessage(message.toString(), CODE);
	}

	@Override
	public SyntaxErrorMessage getSyntaxErrorMessage(IValueConverterErrorContext context) {
		return new SyntaxErrorMessage(context.getDefaultMessage(), CODE);
	}

	/** The lexer knows two things that need an end: a text in quotes and a comment. */
	private static String lexical(String message) {
		return message.startsWith("mismatched character") ? "a text in quotes or a comment does not end: close it" : message;
	}

	private static String found(Token token) {
		return token.getType() == Token.EOF ? "end of file" : "'" + token.getText() + "'";
	}

	private static String word(IParserErrorContext context, int tokenType) {
		if (tokenType == Token.EOF) {
			return "end of file";
		}
		String[] names = context.getTokenNames();
		if (tokenType < 0 || names == null || tokenType >= names.length) {
			return "";
		}
		// The parser maps keywords to their text, and leaves terminal rules as RULE_NAME.
		return switch (names[tokenType]) {
		case "RULE_ID" -> "a name";
		case "RULE_STRING" -> "a text in quotes";
		case "RULE_INT" -> "a whole number";
		case "RULE_DECIMAL" -> "a number";
		default -> names[tokenType];
		};
	}
}
