// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.help;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jface.preference.JFacePreferences;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.trapline.lang.ui.MarkdownText;
import org.trapline.ui.study.Latest;

/**
 * A topic to be read, and the way that was taken to it. Links are followed by the mouse, or by Tab and Enter. Until the help is made it says so, and then shows
 * what was asked for last.
 */
final class HelpReader {

	/** Where one begins. */
	static final String START = "help";

	private static final String FOUND = "search:";
	private static final String BULLET = "• ";

	private final StyledText page;
	private final Optional<Consumer<String>> outside;
	private final Runnable changed;
	private final Latest word;
	private final Latest help;
	private final Deque<String> back = new ArrayDeque<>();
	private final Deque<String> forward = new ArrayDeque<>();
	private Optional<HelpContents> contents = Optional.empty();
	private List<MarkdownText.Span> links = List.of();
	/** Whether the help is being made. */
	private boolean making;
	/** What is shown, or will be as soon as the contents are made. */
	private String shown = "";
	/** What is wanted as soon as the contents are made. */
	private Runnable wanted = () -> show(START);

	/**
	 * @param outside follows links that lead out of the help; without it these are mere text
	 * @param changed is told when something else is shown
	 */
	HelpReader(Composite parent, Optional<Consumer<String>> outside, Runnable changed) {
		this.outside = outside;
		this.changed = changed;
		page = new StyledText(parent, SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.MULTI);
		page.setMargins(12, 8, 12, 8);
		page.setLineSpacing(2);
		page.setCaret(null);
		page.addListener(SWT.MouseUp, event -> {
			if (page.getSelectionCount() == 0) {
				linkAt(event.x, event.y).ifPresent(link -> follow(link.target()));
			}
		});
		page.addListener(SWT.MouseMove,
				event -> page.setCursor(linkAt(event.x, event.y).isPresent() ? page.getDisplay().getSystemCursor(SWT.CURSOR_HAND) : null));
		page.addListener(SWT.Traverse, event -> {
			if (event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
				boolean next = event.detail == SWT.TRAVERSE_TAB_NEXT;
				event.doit = !selectLink(next);
				if (!event.doit) {
					event.detail = SWT.TRAVERSE_NONE;
				}
			} else if (event.detail == SWT.TRAVERSE_RETURN && selected().isPresent()) {
				// Not the button of a dialog: the key goes on to the page.
				event.doit = false;
				event.detail = SWT.TRAVERSE_NONE;
			}
		});
		page.addListener(SWT.KeyDown, event -> {
			if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
				selected().ifPresent(link -> follow(link.target()));
			}
		});
		word = new Latest(page);
		help = new Latest(page);
		write("Building the help…");
		make();
	}

	/** Makes what is not made yet, then shows what is wanted. */
	private void make() {
		if (making) {
			return;
		}
		making = true;
		List<HelpTopic> workbench = HelpPages.ofWorkbench(PlatformUI.getWorkbench());
		InstalledHelp installed = PlatformUI.getWorkbench().getService(InstalledHelp.class);
		help.ask("Help", () -> installed.contents(workbench), made -> {
			making = false;
			contents = Optional.of(made);
			wanted.run();
		});
	}

	StyledText control() {
		return page;
	}

	/** All topics; empty while they are made. */
	Optional<HelpContents> contents() {
		return contents;
	}

	/** The id of the topic that is shown; empty while the contents are made. */
	String shown() {
		return shown;
	}

	/** Shows a topic; the contents when there is none of this id. One that could not be made is made again. */
	void show(String id) {
		word.forget();
		if (contents.filter(made -> !made.lacks(id)).isPresent()) {
			turnTo(id);
		} else {
			wanted = () -> turnTo(id);
			make();
		}
	}

	private void turnTo(String id) {
		if (!shown.isEmpty() && !shown.equals(id)) {
			back.push(shown);
			forward.clear();
		}
		go(id);
	}

	/** Shows what the language makes of a word where it is. */
	void showKeyword(String keyword, Supplier<List<String>> rules) {
		word.ask("Help on " + keyword, rules, found -> when(() -> show(contents.orElseThrow().keyword(keyword, found).map(HelpTopic::id).orElse("language"))));
	}

	/** Shows the topics with some words. */
	void find(String words) {
		show(FOUND + words);
	}

	private void when(Runnable wish) {
		if (contents.isPresent()) {
			wish.run();
		} else {
			wanted = wish;
		}
	}

	private void go(String id) {
		shown = id;
		if (id.startsWith(FOUND)) {
			write(found(id.substring(FOUND.length())));
		} else {
			HelpContents made = contents.orElseThrow();
			// Of a page that could not be made there are no parts: it says why.
			HelpTopic topic = made.topic(id).or(() -> made.topic(id.split("/")[0])).orElseGet(() -> made.topics().getFirst());
			shown = topic.id();
			write("# " + topic.title() + "\n\n" + topic.text() + (topic.parts().isEmpty() || topic.text().contains("](" + topic.parts().getFirst().id() + ")") ? ""
					: "\n\n" + HelpTopic.list(topic.parts())));
		}
		changed.run();
	}

	/** Shows what was shown before. */
	void goBack() {
		if (!back.isEmpty()) {
			forward.push(shown);
			go(back.pop());
		}
	}

	/** Shows what was shown before going back. */
	void goForward() {
		if (!forward.isEmpty()) {
			back.push(shown);
			go(forward.pop());
		}
	}

	boolean canGoBack() {
		return !back.isEmpty();
	}

	boolean canGoForward() {
		return !forward.isEmpty();
	}

	private String found(String words) {
		List<HelpContents.Hit> hits = contents.orElseThrow().search(words);
		if (hits.isEmpty()) {
			return "# Nothing found\n\nNo topic has all of these words: *" + words + "*. Use fewer words, or only their beginnings.";
		}
		StringBuilder text = new StringBuilder("# " + hits.size() + (hits.size() == 1 ? " topic" : " topics") + " with " + words + "\n");
		hits.forEach(hit -> text.append("\n[%s](%s)\n%s\n".formatted(hit.topic().title(), hit.topic().id(), hit.context())));
		return text.toString();
	}

	private void write(String markdown) {
		MarkdownText text = MarkdownText.of(markdown);
		links = text.spans().stream().filter(this::isLink).toList();
		GC gc = new GC(page);
		int hanging = gc.textExtent(BULLET).x;
		gc.dispose();
		page.setText(text.plain());
		page.setStyleRanges(text.spans().stream().filter(span -> span.look() != MarkdownText.Look.LINK || isLink(span)).map(this::style).toArray(StyleRange[]::new));
		for (int line = 0; line < page.getLineCount(); line++) {
			if (page.getLine(line).startsWith(BULLET)) {
				page.setLineWrapIndent(line, 1, hanging);
			}
		}
		page.setSelection(0);
		page.setTopIndex(0);
	}

	private boolean isLink(MarkdownText.Span span) {
		return span.look() == MarkdownText.Look.LINK && (outside.isPresent() || !leadsOut(span.target()));
	}

	private static boolean leadsOut(String target) {
		return target.contains(":");
	}

	private StyleRange style(MarkdownText.Span span) {
		StyleRange range = new StyleRange(span.start(), span.length(), null, null);
		switch (span.look()) {
		case HEADING -> range.font = JFaceResources.getFont(JFaceResources.HEADER_FONT);
		case STRONG -> range.fontStyle = SWT.BOLD;
		case EMPHASIS -> range.fontStyle = SWT.ITALIC;
		case CODE -> range.font = JFaceResources.getFont(JFaceResources.TEXT_FONT);
		case LINK -> {
			range.underline = true;
			range.underlineStyle = SWT.UNDERLINE_LINK;
			range.foreground = JFaceResources.getColorRegistry().get(JFacePreferences.HYPERLINK_COLOR);
		}
		}
		return range;
	}

	/** Selects the next or the last link before; false where there is none, so that the focus goes on. */
	private boolean selectLink(boolean next) {
		int caret = next ? page.getSelection().y : page.getSelection().x;
		Optional<MarkdownText.Span> link = next ? links.stream().filter(each -> each.start() >= caret).findFirst()
				: links.reversed().stream().filter(each -> each.start() + each.length() <= caret && each.start() < caret).findFirst();
		link.ifPresent(each -> {
			page.setSelection(each.start(), each.start() + each.length());
			page.showSelection();
		});
		return link.isPresent();
	}

	private Optional<MarkdownText.Span> selected() {
		int start = page.getSelection().x;
		return links.stream().filter(each -> each.start() <= start && start < each.start() + each.length()).findFirst();
	}

	private Optional<MarkdownText.Span> linkAt(int x, int y) {
		int offset = page.getOffsetAtPoint(new Point(x, y));
		return links.stream().filter(link -> link.start() <= offset && offset < link.start() + link.length()).findFirst();
	}

	private void follow(String target) {
		if (leadsOut(target)) {
			outside.ifPresent(each -> each.accept(target));
		} else {
			show(target);
		}
	}
}
