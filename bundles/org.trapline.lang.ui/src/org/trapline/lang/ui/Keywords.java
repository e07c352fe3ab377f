// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.trapline.lang.parser.antlr.TraplineAntlrTokenFileProvider;

/**
 * The words that the language keeps for itself. They are read from the token table of the generated lexer: always those of
 * the grammar, and at hand without starting the language.
 */
final class Keywords {

	private static final Pattern KEYWORD = Pattern.compile("'([A-Za-z_][\\w.-]*)'=\\d+");

	private Keywords() {
	}

	static Set<String> ofGrammar() {
		try (InputStream table = new TraplineAntlrTokenFileProvider().getAntlrTokenFile();
				BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
			return lines.lines().map(KEYWORD::matcher).filter(Matcher::matches).map(match -> match.group(1))
					.collect(Collectors.toUnmodifiableSet());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
