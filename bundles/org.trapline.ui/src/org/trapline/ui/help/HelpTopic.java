// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.help;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A topic of the help: what is read at once.
 *
 * @param id    by which links name it: {@code language/stack}
 * @param title for people
 * @param text  in Markdown
 * @param parts below it in the contents
 */
public record HelpTopic(String id, String title, String text, List<HelpTopic> parts) {

	public HelpTopic {
		parts = List.copyOf(parts);
	}

	/** This topic and all below it, in the order of the contents. */
	public Stream<HelpTopic> all() {
		return Stream.concat(Stream.of(this), parts.stream().flatMap(HelpTopic::all));
	}

	/** A page of Markdown as topics: one for each heading, below each other as the headings are. Links within the page name these. */
	static HelpTopic ofPage(String id, String title, String markdown) {
		List<String> lines = markdown.lines().filter(line -> !line.startsWith("<!--") && !line.startsWith("# ")).toList();
		int[] depths = new int[lines.size()];
		boolean code = false;
		for (int i = 0; i < depths.length; i++) {
			code ^= lines.get(i).startsWith("```");
			depths[i] = code ? 0 : depth(lines.get(i));
		}
		return new Page(id, lines, depths).topic(id, title, 0, depths.length);
	}

	/** @param depths how many signs a heading has, by line; 0 for other lines */
	private record Page(String id, List<String> lines, int[] depths) {

		/** The topic of a part of the lines, without its heading. */
		HelpTopic topic(String topic, String title, int from, int to) {
			int start = from;
			while (start < to && depths[start] == 0) {
				start++;
			}
			String own = String.join("\n", lines.subList(from, start)).strip().replace("](#", "](" + id + "/");
			List<HelpTopic> parts = new ArrayList<>();
			while (start < to) {
				int end = start + 1;
				while (end < to && (depths[end] == 0 || depths[end] > depths[start])) {
					end++;
				}
				String heading = lines.get(start).substring(depths[start]).strip().replace("`", "");
				parts.add(topic(id + "/" + slug(heading), heading, start + 1, end));
				start = end;
			}
			return new HelpTopic(topic, title, own.isEmpty() ? list(parts) : own, parts);
		}
	}

	private static int depth(String line) {
		int depth = 0;
		while (depth < line.length() && line.charAt(depth) == '#') {
			depth++;
		}
		return depth < line.length() && line.charAt(depth) == ' ' ? depth : 0;
	}

	/** Links to topics. */
	static String list(List<HelpTopic> topics) {
		return String.join("\n", topics.stream().map(topic -> "- [%s](%s)".formatted(topic.title(), topic.id())).toList());
	}

	/** A heading as links name it. */
	static String slug(String heading) {
		return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\s-]", "").strip().replaceAll("\\s+", "-");
	}
}
