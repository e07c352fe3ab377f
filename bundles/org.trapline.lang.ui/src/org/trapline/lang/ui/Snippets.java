// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.trapline.lang.ui.editor.Snippet;

/** Puts snippets, written as the protocol writes them ({@code ${1:text}}, {@code $0}), into a text. */
public final class Snippets {

	private Snippets() {
	}

	/** The text of a snippet, with what its places propose. */
	public static String text(String snippet) {
		return Snippet.of(snippet).text();
	}

	/**
	 * Replaces a part of the text, and lets the user go through the places. Further lines are indented as the one that the snippet begins in.
	 *
	 * @return what to select first
	 * @throws BadLocationException when the text has no such part
	 */
	public static IRegion insert(ITextViewer viewer, int offset, int length, String snippet) throws BadLocationException {
		IDocument document = viewer.getDocument();
		IRegion line = document.getLineInformationOfOffset(offset);
		String before = document.get(line.getOffset(), offset - line.getOffset());
		String indent = before.substring(0, before.length() - before.stripLeading().length());
		Snippet whole = Snippet.of(snippet.replace("\n", "\n" + indent));
		document.replace(offset, length, whole.text());
		return whole.edit(viewer, offset);
	}
}
