// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.editor;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.text.DefaultInformationControl;
import org.eclipse.jface.text.DefaultInformationControl.IInformationPresenterExtension;
import org.eclipse.jface.text.IInformationControl;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.Drawable;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.trapline.lang.ui.MarkdownText;

/** Shows the Markdown that the server writes, in windows of their own: at the mouse, and beside proposals. Links are not followed there. */
public final class Markdown implements DefaultInformationControl.IInformationPresenter, IInformationPresenterExtension {

	/** A line of text that is longer is broken, so that no window is wider than a screen. */
	private static final int COLUMNS = 100;

	/** A hover window. */
	public static IInformationControl control(Shell parent) {
		return new DefaultInformationControl(parent, new Markdown());
	}

	@Override
	public String updatePresentation(Drawable drawable, String markdown, TextPresentation presentation, int maxWidth, int maxHeight) {
		MarkdownText text = MarkdownText.of(markdown);
		for (MarkdownText.Span span : text.spans()) {
			if (span.look() != MarkdownText.Look.LINK) {
				presentation.addStyleRange(style(span));
			}
		}
		return wrapped(text);
	}

	@Override
	public String updatePresentation(Display display, String markdown, TextPresentation presentation, int maxWidth, int maxHeight) {
		return updatePresentation((Drawable) display, markdown, presentation, maxWidth, maxHeight);
	}

	private static StyleRange style(MarkdownText.Span span) {
		StyleRange range = new StyleRange(span.start(), span.length(), null, null);
		switch (span.look()) {
		case HEADING, STRONG -> range.fontStyle = SWT.BOLD;
		case EMPHASIS -> range.fontStyle = SWT.ITALIC;
		default -> range.font = JFaceResources.getFont(JFaceResources.TEXT_FONT);
		}
		return range;
	}

	/** The text with long lines broken where spaces are, so that no place of a style changes. Lines of code stay whole. */
	private static String wrapped(MarkdownText text) {
		StringBuilder wrapped = new StringBuilder(text.plain());
		int start = 0;
		while (start < wrapped.length()) {
			int end = wrapped.indexOf("\n", start) < 0 ? wrapped.length() : wrapped.indexOf("\n", start);
			if (!isCode(text, start, end)) {
				wrap(wrapped, start, end);
			}
			start = end + 1;
		}
		return wrapped.toString();
	}

	private static boolean isCode(MarkdownText text, int start, int end) {
		return text.spans().stream().anyMatch(span -> span.look() == MarkdownText.Look.CODE && span.start() <= start && end <= span.start() + span.length());
	}

	private static void wrap(StringBuilder text, int start, int end) {
		int line = start;
		while (end - line > COLUMNS) {
			int space = text.lastIndexOf(" ", line + COLUMNS);
			if (space <= line) {
				return;
			}
			text.setCharAt(space, '\n');
			line = space + 1;
		}
	}
}
