// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.DefaultInformationControl.IInformationPresenterExtension;
import org.eclipse.jface.text.IInformationControl;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.Drawable;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/**
 * Shows the part of Markdown that the server writes: strong and emphasized words, code, blocks of code, lists and headings. It needs no
 * browser, which not every machine has.
 */
public final class Markdown implements DefaultInformationControl.IInformationPresenter, IInformationPresenterExtension {

	private static final Pattern INLINE = Pattern.compile("\\*\\*(.+?)\\*\\*|`([^`]+)`|(?<![\\w*])\\*([^*\\s][^*]*)\\*(?![\\w*])|\\[([^\\]]+)\\]\\([^)]*\\)|\\\\([\\\\`*_{}\\[\\]()#+.!<>|-])");

	/** A hover window. */
	public static IInformationControl control(Shell parent) {
		return new DefaultInformationControl(parent, new Markdown());
	}

	@Override
	public String updatePresentation(Drawable drawable, String markdown, TextPresentation presentation, int maxWidth, int maxHeight) {
		Text text = text(markdown);
		text.styles().forEach(presentation::addStyleRange);
		return text.plain();
	}

	@Override
	public String updatePresentation(Display display, String markdown, TextPresentation presentation, int maxWidth, int maxHeight) {
		return updatePresentation((Drawable) display, markdown, presentation, maxWidth, maxHeight);
	}

	/** A text and how its parts look. */
	record Text(String plain, List<StyleRange> styles) {
	}

	/** What Markdown says, for reading. */
	static Text text(String markdown) {
		StringBuilder plain = new StringBuilder();
		List<StyleRange> styles = new ArrayList<>();
		boolean code = false;
		boolean blank = false;
		for (String line : markdown.strip().split("\r?\n", -1)) {
			if (line.startsWith("```")) {
				code = !code;
				continue;
			}
			if (line.isBlank() && !code) {
				blank = !plain.isEmpty();
				continue;
			}
			if (!plain.isEmpty()) {
				plain.append(blank ? "\n\n" : "\n");
			}
			blank = false;
			if (code) {
				style(styles, plain.length(), line.length(), SWT.NORMAL, true);
				plain.append(line.replace("\t", "    "));
				fit(styles, plain.length());
			} else if (line.startsWith("#")) {
				int start = plain.length();
				plain.append(line.replaceFirst("^#+\\s*", ""));
				style(styles, start, plain.length() - start, SWT.BOLD, false);
			} else {
				inline(line.replaceFirst("^(\\s*)[-*] ", "$1• "), plain, styles);
			}
		}
		return new Text(plain.toString(), styles);
	}

	private static void inline(String line, StringBuilder plain, List<StyleRange> styles) {
		Matcher matcher = INLINE.matcher(line);
		int done = 0;
		while (matcher.find()) {
			plain.append(line, done, matcher.start());
			int start = plain.length();
			if (matcher.group(1) != null) {
				inlineStrong(matcher.group(1), plain, styles);
			} else if (matcher.group(2) != null) {
				plain.append(matcher.group(2));
				style(styles, start, plain.length() - start, SWT.NORMAL, true);
			} else if (matcher.group(3) != null) {
				plain.append(matcher.group(3));
				style(styles, start, plain.length() - start, SWT.ITALIC, false);
			} else {
				plain.append(matcher.group(4) != null ? matcher.group(4) : matcher.group(5));
			}
			done = matcher.end();
		}
		plain.append(line, done, line.length());
	}

	private static void inlineStrong(String strong, StringBuilder plain, List<StyleRange> styles) {
		int start = plain.length();
		boolean code = strong.startsWith("`") && strong.endsWith("`");
		plain.append(code ? strong.substring(1, strong.length() - 1) : strong);
		style(styles, start, plain.length() - start, SWT.BOLD, code);
	}

	private static void style(List<StyleRange> styles, int start, int length, int style, boolean code) {
		if (length > 0) {
			StyleRange range = new StyleRange(start, length, null, null, style);
			if (code) {
				Font font = style == SWT.BOLD ? JFaceResources.getFontRegistry().getBold(JFaceResources.TEXT_FONT) : JFaceResources.getFont(JFaceResources.TEXT_FONT);
				range.font = font;
			}
			styles.add(range);
		}
	}

	/** The last style goes to the end of the text: its tabs became spaces. */
	private static void fit(List<StyleRange> styles, int end) {
		if (!styles.isEmpty() && styles.getLast().start < end) {
			styles.getLast().length = end - styles.getLast().start;
		}
	}
}
