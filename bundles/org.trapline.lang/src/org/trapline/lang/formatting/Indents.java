// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.formatting;

import java.util.List;

/** The indentation of lines: once for each block, and once more for a continuation of the line before. */
final class Indents {

	private final List<Piece> pieces;
	private final Blocks blocks;

	Indents(List<Piece> pieces, Blocks blocks) {
		this.pieces = pieces;
		this.blocks = blocks;
	}

	/** The indentation of a line that begins with a piece. */
	int of(int piece) {
		int word = piece;
		// A comment is indented like the element that it documents.
		while (word < pieces.size() - 1 && pieces.get(word).isComment()) {
			word++;
		}
		if (word != piece && pieces.get(word).closes()) {
			return blocks.depth(piece);
		}
		return blocks.depth(word) + (isContinued(word) ? 1 : 0);
	}

	/** Whether a line that begins with a piece continues another line. */
	boolean isContinued(int piece) {
		return !pieces.get(piece).isComment() && !pieces.get(piece).closes() && !pieces.get(piece).opens() && !blocks.begins(piece);
	}
}
