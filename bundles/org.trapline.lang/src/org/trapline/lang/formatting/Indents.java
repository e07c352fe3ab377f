// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.formatting;

import java.util.List;

/** How far lines are indented: once for each block, and once more where what the line before began goes on. */
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
		// A comment stands as what it is about.
		while (word < pieces.size() - 1 && pieces.get(word).isComment()) {
			word++;
		}
		if (word != piece && pieces.get(word).closes()) {
			return blocks.depth(piece);
		}
		return blocks.depth(word) + (isContinued(word) ? 1 : 0);
	}

	/** Whether a line that begins with a piece goes on with what another one began. */
	boolean isContinued(int piece) {
		return !pieces.get(piece).isComment() && !pieces.get(piece).closes() && !pieces.get(piece).opens() && !blocks.begins(piece);
	}
}
