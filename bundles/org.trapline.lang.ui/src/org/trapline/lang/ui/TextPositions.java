// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.Region;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;

/** Turns offsets into the protocol's line and column, both 0-based and in UTF-16 units, and back. */
public final class TextPositions {

	private TextPositions() {
	}

	/** The line and column of an offset; one beyond the text is taken for its end, since the text may have changed since. */
	public static Position position(IDocument document, int offset) {
		try {
			int within = Math.min(offset, document.getLength());
			int line = document.getLineOfOffset(within);
			return new Position(line, within - document.getLineOffset(line));
		} catch (BadLocationException e) {
			return new Position(0, 0);
		}
	}

	/** A range as a region of the text. */
	public static IRegion region(IDocument document, Range range) {
		int start = offset(document, range.getStart());
		return new Region(start, Math.max(0, offset(document, range.getEnd()) - start));
	}

	/** The offset of a place; one beyond a line or the text is moved back into it, since the text may have changed since. */
	public static int offset(IDocument document, Position position) {
		try {
			if (position.getLine() >= document.getNumberOfLines()) {
				return document.getLength();
			}
			int start = document.getLineOffset(position.getLine());
			int length = document.getLineLength(position.getLine());
			return Math.min(start + Math.min(position.getCharacter(), length), document.getLength());
		} catch (BadLocationException e) {
			return 0;
		}
	}
}
