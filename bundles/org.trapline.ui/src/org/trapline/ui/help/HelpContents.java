// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.help;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.trapline.lang.ui.MarkdownText;

/**
 * All topics of the help, in their order, and what is found in them.
 *
 * @param missing ids of those topics of the highest level that could not be made, and say so
 */
public record HelpContents(List<HelpTopic> topics, Set<String> missing) {

	private static final int CONTEXT = 60;
	private static final int TITLE = 20;

	public HelpContents {
		topics = List.copyOf(topics);
		missing = Set.copyOf(missing);
	}

	/** Whether a topic could not be made, or would be part of one that could not. */
	boolean lacks(String id) {
		return missing.contains(id.split("/")[0]);
	}

	/** A topic by its id. */
	public Optional<HelpTopic> topic(String id) {
		return topics.stream().flatMap(HelpTopic::all).filter(topic -> topic.id().equals(id)).findFirst();
	}

	/**
	 * Where words were found.
	 *
	 * @param context the text around the first of them, in Markdown, the words strong
	 * @param weight  how well it fits: words in the title count more than those in the text
	 */
	public record Hit(HelpTopic topic, String context, int weight) {
	}

	/** The topics in which all words occur, the best first; a word may be the beginning of one in the text. */
	public List<Hit> search(String query) {
		List<Pattern> words = query.strip().isEmpty() ? List.of()
				: Pattern.compile("\\s+").splitAsStream(query.strip()).map(word -> Pattern.compile("(?<!\\w)" + Pattern.quote(word), Pattern.CASE_INSENSITIVE)).toList();
		List<Hit> hits = new ArrayList<>();
		if (!words.isEmpty()) {
			topics.stream().flatMap(HelpTopic::all).forEach(topic -> hit(topic, words).ifPresent(hits::add));
		}
		hits.sort(Comparator.comparingInt(Hit::weight).reversed());
		return hits;
	}

	private static Optional<Hit> hit(HelpTopic topic, List<Pattern> words) {
		String plain = MarkdownText.of(topic.text()).plain();
		int weight = 0;
		for (Pattern word : words) {
			int title = (int) word.matcher(topic.title()).results().count();
			int text = (int) word.matcher(plain).results().count();
			if (title + text == 0) {
				return Optional.empty();
			}
			weight += TITLE * title + Math.min(text, TITLE - 1);
			boolean whole = word.matcher(topic.title()).matches();
			weight += whole ? 2 * TITLE : 0;
		}
		String prose = MarkdownText.prose(topic.text());
		boolean inProse = words.stream().anyMatch(word -> word.matcher(prose).find());
		return Optional.of(new Hit(topic, context(inProse ? prose : plain, words), weight));
	}

	private static String context(String plain, List<Pattern> words) {
		var first = words.getFirst().matcher(plain);
		int at = first.find() ? first.start() : 0;
		int start = Math.max(0, at - CONTEXT);
		int end = Math.min(plain.length(), at + CONTEXT);
		String piece = plain.substring(start, end).replaceAll("\\s+", " ").replaceAll("[*`\\[\\]\\\\]", "");
		for (Pattern word : words) {
			piece = word.matcher(piece).replaceAll("**$0**");
		}
		return (start > 0 ? "…" : "") + piece + (end < plain.length() ? "…" : "");
	}

	/**
	 * The topic about a word of the language: that of the innermost rule which has it; else the element that begins with it, the choice that it is, the element
	 * that has it.
	 *
	 * @param rules names of the grammar's rules that made it where it is, the innermost first; empty where nothing is known of that
	 */
	public Optional<HelpTopic> keyword(String word, List<String> rules) {
		for (String rule : rules) {
			Optional<HelpTopic> topic = topic("language/" + rule.toLowerCase(Locale.ROOT));
			if (topic.isPresent() && (topic.get().text().contains("'" + word + "'") || topic.get().text().contains("`" + word + "`"))) {
				return topic;
			}
		}
		List<HelpTopic> language = topics.stream().flatMap(HelpTopic::all).filter(topic -> topic.id().startsWith("language/")).toList();
		for (String form : List.of("::= '" + word + "'", "- *" + word + "*", "`" + word + "`", "'" + word + "'")) {
			for (HelpTopic topic : language) {
				boolean vocabulary = topic.id().equals("language/keywords") || topic.id().equals("language/words-and-numbers");
				if (!vocabulary && topic.text().contains(form)) {
					return Optional.of(topic);
				}
			}
		}
		return topic("language/" + word.toLowerCase(Locale.ROOT));
	}
}
