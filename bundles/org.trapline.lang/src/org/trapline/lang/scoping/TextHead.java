// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.scoping;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a text begins with: the comment about the file, the version of the language, its namespace and its imports. Read from the text alone, so that it is known at once, and of a
 * text with errors, too. Here is the one rule for where an import goes, and where the version does.
 *
 * @param imports what is imported, as it is written
 * @param end     where one more import goes, above which no element may stand: below the imports, else below the namespace or the version, else below the comment that
 *                is about the file and not about its first element
 * @param before  what stands between that place and the import
 * @param after   what stands behind the import
 * @param first   where the version stands, or would
 */
public record TextHead(List<String> imports, int end, String before, String after, int first) {

	private static final Pattern PART = Pattern.compile("\\G(?:(?<space>[\\s\\uFEFF]+)|(?<comment>//[^\\n\\r]*|/\\*(?s:.*?)\\*/)"
			+ "|(?<language>language\\b[ \\t]*\\d*)|(?<namespace>namespace\\b[ \\t]*[\\w.^]*)|(?<import>import\\b\\s*(?:\"(?<name>[^\"\\n\\r]*)\"?|'(?<other>[^'\\n\\r]*)'?)?))");
	private static final Pattern LANGUAGE = Pattern.compile("language\\b[ \\t]*\\d*");
	private static final Pattern BLANK_LINE = Pattern.compile("\\R[ \\t]*\\R");
	private static final Pattern REST_OF_LINE = Pattern.compile("[ \\t]*(?://[^\\n\\r]*|/\\*[^\\n\\r]*\\*/[ \\t]*)?(\\R|\\z)");

	/** The head of a text. */
	public static TextHead of(String text) {
		List<String> imports = new ArrayList<>();
		int ofImports = -1;
		int ofNamespace = -1;
		int first = -1;
		int ofComment = text.startsWith("\uFEFF") ? 1 : 0;
		boolean commented = false;
		int read = 0;
		for (Matcher part = PART.matcher(text); read < text.length() && part.find(); read = part.end()) {
			first = first < 0 && (part.group("import") != null || part.group("language") != null || part.group("namespace") != null) ? part.start() : first;
			if (part.group("import") != null) {
				ofImports = part.end();
				String name = part.group("name") != null ? part.group("name") : part.group("other");
				if (name != null) {
					imports.add(name);
				}
			} else if (part.group("namespace") != null || part.group("language") != null) {
				ofNamespace = part.end();
			} else if (part.group("comment") != null) {
				commented = true;
			} else if (commented && ofImports < 0 && ofNamespace < 0 && BLANK_LINE.matcher(part.group()).find()) {
				ofComment = part.end();
			}
		}
		String line = text.contains("\r\n") ? "\r\n" : "\n";
		if (ofImports >= 0 || ofNamespace >= 0) {
			return below(text, imports, Math.max(ofImports, ofNamespace), ofImports < ofNamespace ? line : "", line, first);
		}
		boolean onlyComments = read == text.length();
		if (onlyComments) {
			boolean ends = text.isEmpty() || text.endsWith("\n") || read == ofComment;
			return new TextHead(imports, read, ends ? "" : line, line, read);
		}
		return new TextHead(imports, ofComment, "", line + line, ofComment);
	}

	/** In the line below a place, or right there where something else goes on in its line. */
	private static TextHead below(String text, List<String> imports, int place, String gap, String line, int first) {
		Matcher rest = REST_OF_LINE.matcher(text).region(place, text.length());
		if (!rest.lookingAt()) {
			return new TextHead(imports, place, line + gap, line, first);
		}
		boolean last = rest.group(1).isEmpty();
		boolean blankFollows = last || text.startsWith("\n", rest.end()) || text.startsWith("\r", rest.end());
		return new TextHead(imports, rest.end(), (last ? line : "") + gap, last && gap.isEmpty() ? "" : line + (gap.isEmpty() || blankFollows ? "" : line), first);
	}

	/** The end of what says the version in the text that this is the head of; {@link #first} where nothing does. */
	public int endOfLanguage(String text) {
		Matcher said = LANGUAGE.matcher(text).region(first, text.length());
		return said.lookingAt() ? said.end() : first;
	}

	/** What is to stand between {@link #first} and {@link #endOfLanguage} for another version of the language. */
	public String inLanguage(String text, int version) {
		String said = "language " + version;
		if (endOfLanguage(text) > first) {
			return said;
		}
		String line = text.contains("\r\n") ? "\r\n" : "\n";
		boolean beginsLine = first == 0 || text.charAt(first - 1) == '\n' || text.charAt(first - 1) == '\uFEFF' || !text.substring(first).isBlank();
		boolean close = text.startsWith("namespace", first) || first == text.length();
		return (beginsLine ? "" : line) + said + line + (close ? "" : line);
	}

	/** The text to insert at its end for one more import. */
	public String oneMore(String name) {
		return before + "import \"" + name + "\"" + after;
	}
}
