// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.completion;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Snippets in the protocol's syntax: {@code ${1:text}}, {@code ${2|one,other|}}, {@code $0}. */
public final class Snippets {

	private static final Pattern PLACE = Pattern.compile("\\$\\{\\d+(?::([^}]*)|\\|([^,|]*)[^}]*\\|)?\\}|\\$\\d");

	private Snippets() {
	}

	/** The text of a snippet with its placeholders' defaults, for clients without support for snippets. */
	public static String plain(String snippet) {
		Matcher place = PLACE.matcher(snippet);
		StringBuilder plain = new StringBuilder();
		while (place.find()) {
			String proposed = place.group(1) != null ? place.group(1) : place.group(2) != null ? place.group(2) : "";
			place.appendReplacement(plain, Matcher.quoteReplacement(proposed));
		}
		return place.appendTail(plain).toString();
	}

	/** Text with the escapes that snippets need. */
	public static String escaped(String text) {
		return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}");
	}
}
