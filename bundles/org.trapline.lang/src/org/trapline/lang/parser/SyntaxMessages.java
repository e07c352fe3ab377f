// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.parser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.antlr.SyntaxErrorMessageProvider;
import org.trapline.lang.NearestName;
import org.trapline.lang.parser.Resynchronizer.Expectation;
import org.trapline.lang.validation.ProblemCodes;
import org.trapline.lang.versions.RenamedWord;

/**
 * Syntax errors in terms of the text, not of the parser: the word that was found, and what was expected in its place. The expected
 * keywords are the problem's data, which editors offer.
 */
public class SyntaxMessages extends SyntaxErrorMessageProvider {

	/** Code of every syntax error. */
	public static final String CODE = ProblemCodes.SYNTAX;

	/** What a file begins with, and what is nowhere else. */
	private static final Set<String> FIRST = Set.of("language", "namespace");
	/** The first that fits counts. */
	private static final Map<List<String>, String> VALUES = new LinkedHashMap<>();

	static {
		VALUES.put(List.of("RULE_ID", "'cycles'", "'/'", "'%'"), "a unit, as 'ns'");
		VALUES.put(List.of("'-'", "RULE_INT", "RULE_DECIMAL"), "a number");
		VALUES.put(List.of("RULE_INT", "RULE_DECIMAL"), "a number");
		VALUES.put(List.of("RULE_INT", "RULE_HEX"), "a number");
		VALUES.put(List.of("'±'", "'+-'"), "'±'");
	}

	@Override
	public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
		RecognitionException problem = context.getRecognitionException();
		if (problem == null || problem.token == null) {
			return new SyntaxErrorMessage(lexical(context.getDefaultMessage()), CODE);
		}
		List<String> expected = context instanceof Expectation expectation ? current(expectation.expected()) : List.of();
		List<String> keywords = expected.stream().filter(SyntaxMessages::isKeyword).map(SyntaxMessages::unquoted).toList();
		return new SyntaxErrorMessage("unexpected " + found(problem.token) + ": " + wayOut(problem.token, context, expected, keywords), CODE,
				keywords.toArray(String[]::new));
	}

	/** Nobody is told to write a word that has been renamed. */
	private static List<String> current(List<String> expected) {
		List<String> words = expected.stream().filter(SyntaxMessages::isKeyword).map(SyntaxMessages::unquoted).toList();
		return expected.stream().filter(token -> !isKeyword(token) || !RenamedWord.isOld(unquoted(token), words)).toList();
	}

	private static String wayOut(Token found, IParserErrorContext context, List<String> expected, List<String> keywords) {
		if (found.getType() == Token.EOF && keywords.contains("}")) {
			// Every other possible token would need this one too.
			return "expected '}'";
		}
		if (context instanceof Expectation expectation && expectation.given()) {
			return "it is there already";
		}
		if (found.getType() != Token.EOF && FIRST.contains(found.getText())) {
			return "it stands at the beginning of the file, before imports and elements";
		}
		Optional<String> meant = found.getType() == Token.EOF ? Optional.empty() : NearestName.of(found.getText(), keywords);
		if (meant.isPresent()) {
			return "did you mean '" + meant.get() + "'?";
		}
		if (found.getType() != Token.EOF && found.getText().codePoints().limit(1).anyMatch(letter -> letter > 'z' && Character.isLetter(letter))) {
			return "names have the letters A to Z and a to z, digits and '_'";
		}
		if (context instanceof Expectation expectation && expectation.elementExpected()) {
			return "expected an element (" + String.join(", ", expected) + ") or end of file";
		}
		return "expected " + either(words(expected));
	}

	/** All tokens that begin a value have one name. */
	private static List<String> words(List<String> expected) {
		List<String> left = new ArrayList<>(expected);
		List<String> words = new ArrayList<>();
		VALUES.forEach((beginnings, name) -> {
			if (left.containsAll(beginnings)) {
				left.removeAll(beginnings);
				words.add(name);
			}
		});
		left.forEach(token -> words.add(word(token)));
		return words;
	}

	@Override
	public SyntaxErrorMessage getSyntaxErrorMessage(IValueConverterErrorContext context) {
		return new SyntaxErrorMessage(context.getDefaultMessage(), CODE);
	}

	/** Two tokens need an end: a text in quotes and a comment. */
	private static String lexical(String message) {
		return message.startsWith("mismatched character") ? "a text in quotes or a comment is not closed: close it" : message;
	}

	private static String found(Token token) {
		return token.getType() == Token.EOF ? "end of file" : "'" + token.getText() + "'";
	}

	private static String either(List<String> words) {
		return words.size() < 2 ? String.join("", words)
				: String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.get(words.size() - 1);
	}

	private static boolean isKeyword(String token) {
		return token.startsWith("'");
	}

	private static String unquoted(String keyword) {
		return keyword.substring(1, keyword.length() - 1);
	}

	/** The parser maps keywords to their text, and leaves terminal rules as RULE_NAME. */
	private static String word(String token) {
		return switch (token) {
		case "RULE_ID" -> "a name";
		case "RULE_STRING" -> "a text in quotes";
		case "RULE_INT" -> "a whole number";
		case "RULE_DECIMAL" -> "a number with a fraction";
		case "RULE_HEX" -> "a hexadecimal number";
		default -> isKeyword(token) ? token : token.replaceFirst("RULE_", "a ").toLowerCase(Locale.ROOT);
		};
	}
}
