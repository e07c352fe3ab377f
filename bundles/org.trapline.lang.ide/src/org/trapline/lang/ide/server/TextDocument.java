// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.server;

import java.util.Arrays;

import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.util.ITextRegion;
import org.eclipse.xtext.util.TextRegion;

/**
 * A text with a table of its lines, so that places in long texts are found at once. A place beyond the end of its line or of the
 * text means that end, as the protocol says.
 */
final class TextDocument extends Document {

	private final int[] lineStarts;

	TextDocument(Integer version, String contents) {
		super(version, contents, false);
		lineStarts = lineStarts(contents);
	}

	private static int[] lineStarts(String text) {
		int[] starts = new int[16];
		int count = 1;
		for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
			if (count == starts.length) {
				starts = Arrays.copyOf(starts, 2 * count);
			}
			starts[count++] = at + 1;
		}
		return Arrays.copyOf(starts, count);
	}

	@Override
	public int getOffSet(Position position) {
		int line = position.getLine();
		if (line >= lineStarts.length) {
			return getContents().length();
		}
		int end = line + 1 < lineStarts.length ? lineStarts[line + 1] - 1 : getContents().length();
		if (end > lineStarts[line] && end < getContents().length() && getContents().charAt(end - 1) == '\r') {
			end--;
		}
		return Math.max(lineStarts[line], Math.min(lineStarts[line] + position.getCharacter(), end));
	}

	@Override
	public Position getPosition(int offset) {
		if (offset < 0 || offset > getContents().length()) {
			throw new IndexOutOfBoundsException("offset " + offset + " in a text of " + getContents().length());
		}
		int found = Arrays.binarySearch(lineStarts, offset);
		int line = found >= 0 ? found : -found - 2;
		return new Position(line, offset - lineStarts[line]);
	}

	@Override
	public ITextRegion getTextRegion(Range range) {
		int start = getOffSet(range.getStart());
		return new TextRegion(start, Math.max(0, getOffSet(range.getEnd()) - start));
	}

	@Override
	public int getLineCount() {
		return lineStarts.length;
	}

	@Override
	public String getLineContent(int line) {
		if (line < 0 || line >= lineStarts.length) {
			throw new IndexOutOfBoundsException("line " + line + " of " + lineStarts.length);
		}
		int start = lineStarts[line];
		return getContents().substring(start, getOffSet(new Position(line, Integer.MAX_VALUE - start)));
	}

	@Override
	public TextDocument applyTextDocumentChanges(Iterable<? extends TextDocumentContentChangeEvent> changes) {
		TextDocument changed = this;
		for (TextDocumentContentChangeEvent change : changes) {
			String text = change.getText();
			if (change.getRange() != null) {
				ITextRegion region = changed.getTextRegion(change.getRange());
				String before = changed.getContents();
				text = before.substring(0, region.getOffset()) + change.getText() + before.substring(region.getEndOffset());
			}
			changed = new TextDocument(getVersion() == null ? null : getVersion() + 1, text);
		}
		return changed;
	}
}
