// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.Position;

/** Turns offsets into the protocol's line and column, both 0-based and in UTF-16 units, and back. */
final class TextPositions {

	private TextPositions() {
	}

	static Position position(IDocument document, int offset) throws BadLocationException {
		int line = document.getLineOfOffset(offset);
		return new Position(line, offset - document.getLineOffset(line));
	}

	/** The offset of a place; one beyond a line or the text is moved back into it, since the text may have changed since. */
	static int offset(IDocument document, Position position) {
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
