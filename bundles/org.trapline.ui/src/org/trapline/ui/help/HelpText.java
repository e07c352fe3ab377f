// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.help;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markdown as a text to be read, with where its parts are that look different. It is what the pages need: headings, lists, code, tables, strong and
 * emphasized words, links. No widget is needed, and no browser, which not every machine has.
 *
 * @param plain the text
 * @param spans its parts, in order; none overlap
 */
record HelpText(String plain, List<Span> spans) {

	/** How a part looks. */
	enum Look {
		HEADING, STRONG, EMPHASIS, CODE, LINK
	}

	/** A part; {@code target} is where a link goes to, and null of all others. */
	record Span(int start, int length, Look look, String target) {
	}

	private static final Pattern INLINE = Pattern.compile(
			"\\*\\*(.+?)\\*\\*|`([^`]+)`|(?<![\\w*])\\*([^*\\s][^*]*)\\*(?![\\w*])|\\[([^\\]]+)\\]\\(([^)]*)\\)|\\\\([\\\\`*_{}\\[\\]()#+.!<>|-])");

	/** What a reader sees, without how it looks. */
	static String plain(String markdown) {
		return of(markdown).plain();
	}

	/** What a reader sees of it that is no block of code. */
	static String prose(String markdown) {
		return plain(Pattern.compile("^```.*?^```", Pattern.MULTILINE | Pattern.DOTALL).matcher(markdown).replaceAll(""));
	}

	static HelpText of(String markdown) {
		Writer writer = new Writer();
		List<String> header = List.of();
		boolean code = false;
		for (String line : markdown.lines().toList()) {
			if (line.startsWith("```")) {
				code = !code;
			} else if (code) {
				writer.span(line.replace("\t", "    "), Look.CODE, null);
				writer.plain.append('\n');
			} else if (line.startsWith("|")) {
				List<String> cells = cells(line);
				if (cells.stream().allMatch(cell -> cell.matches(":?-+:?|"))) {
					continue;
				}
				if (header.isEmpty()) {
					header = cells;
				} else {
					writer.row(header, cells);
				}
				continue;
			} else if (line.startsWith("#")) {
				writer.span(line.replaceFirst("^#+\\s*", ""), Look.HEADING, null);
				writer.plain.append('\n');
			} else {
				writer.inline(line.replaceFirst("^(\\s*)[-*] ", "$1• "));
				writer.plain.append('\n');
			}
			header = List.of();
		}
		return new HelpText(writer.plain.toString(), writer.spans);
	}

	private static List<String> cells(String line) {
		String inner = line.strip().replaceFirst("^\\|", "").replaceFirst("\\|$", "");
		return Pattern.compile("(?<!\\\\)\\|").splitAsStream(inner).map(String::strip).toList();
	}

	private static final class Writer {

		private final StringBuilder plain = new StringBuilder();
		private final List<Span> spans = new ArrayList<>();

		void span(String text, Look look, String target) {
			if (!text.isEmpty()) {
				spans.add(new Span(plain.length(), text.length(), look, target));
				plain.append(text);
			}
		}

		/** A row of a table reads as an entry of a list: tables are wider than views. */
		void row(List<String> header, List<String> cells) {
			plain.append("• ");
			inline(cells.getFirst());
			for (int i = 1; i < cells.size(); i++) {
				if (!cells.get(i).isEmpty()) {
					plain.append(i == 1 ? ": " : "; ");
					if (i > 1 && i < header.size() && !header.get(i).isEmpty()) {
						span(header.get(i), Look.EMPHASIS, null);
						plain.append(' ');
					}
					inline(cells.get(i).replace("<br>", "; "));
				}
			}
			plain.append('\n');
		}

		void inline(String line) {
			Matcher matcher = INLINE.matcher(line);
			int done = 0;
			while (matcher.find()) {
				plain.append(line, done, matcher.start());
				if (matcher.group(1) != null) {
					span(matcher.group(1).replace("`", ""), Look.STRONG, null);
				} else if (matcher.group(2) != null) {
					span(matcher.group(2), Look.CODE, null);
				} else if (matcher.group(3) != null) {
					span(matcher.group(3), Look.EMPHASIS, null);
				} else if (matcher.group(4) != null) {
					span(matcher.group(4).replace("`", ""), Look.LINK, matcher.group(5));
				} else {
					plain.append(matcher.group(6));
				}
				done = matcher.end();
			}
			plain.append(line, done, line.length());
		}
	}
}
