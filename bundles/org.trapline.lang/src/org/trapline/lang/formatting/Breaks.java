// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.formatting;

import java.util.List;

/**
 * Line breaks: those of the author, with at most one blank line. In addition, an element begins a line, an opening brace does not,
 * and a part after a block of several lines does. In a text without layout, a block that contains blocks, or does not fit a line,
 * is broken into lines.
 */
final class Breaks {

	/** The approximate maximum length of a line in a text without layout. */
	private static final int WIDTH = 120;
	private static final int TAB = 4;

	private final List<Piece> pieces;
	private final Blocks blocks;
	private final int[] before;

	Breaks(List<Piece> pieces, Blocks blocks) {
		this.pieces = pieces;
		this.blocks = blocks;
		this.before = new int[pieces.size()];
		int column = 0;
		for (int i = 0; i < pieces.size(); i++) {
			before[i] = pieces.get(i).gap() == null ? undecided(i, column) : decided(i);
			column = (before[i] > 0 ? blocks.depth(i) * TAB : column + 1) + pieces.get(i).text().length();
		}
	}

	/** How many lines end between the piece before and this one. */
	int before(int piece) {
		return before[piece];
	}

	private int decided(int i) {
		Piece piece = pieces.get(i);
		if (isLast(i)) {
			return i == 0 ? 0 : 1;
		}
		if (i == 0) {
			return 0;
		}
		Piece previous = pieces.get(i - 1);
		int least = previous.isLineComment() || piece.owner() != null && blocks.beginsElement(i) || endsLines(i) ? 1 : 0;
		int wanted = Math.max(least, Math.min(2, piece.breaks()));
		if (previous.opens() && piece.closes() || piece.opens() && least == 0) {
			return 0;
		}
		return previous.opens() || piece.closes() ? Math.min(wanted, 1) : wanted;
	}

	/** Whether a block of several lines ends here, or right before. */
	private boolean endsLines(int i) {
		if (pieces.get(i).closes()) {
			int open = blocks.opening(i);
			return open != Blocks.NONE && before[open + 1] > 0;
		}
		return pieces.get(i - 1).closes() && !pieces.get(i).isComment() && before[i - 1] > 0;
	}

	private int undecided(int i, int column) {
		if (i == 0 || isLast(i)) {
			return i == 0 ? 0 : 1;
		}
		Piece piece = pieces.get(i);
		Piece previous = pieces.get(i - 1);
		if (piece.owner() != null && blocks.beginsElement(i)) {
			return sameKind(i) ? 1 : 2;
		}
		if (previous.isLineComment()) {
			return 1;
		}
		int block = blocks.block(i);
		if (piece.closes()) {
			int open = blocks.opening(i);
			return open != Blocks.NONE && open < i - 1 && isBroken(open) ? 1 : 0;
		}
		if (piece.text().equals(",")) {
			return 0;
		}
		if (block != Blocks.NONE && isBroken(block) && blocks.begins(i) && !previous.text().equals(",")) {
			return 1;
		}
		return previous.text().equals(",") && column + piece.text().length() > WIDTH && !inParentheses(i) ? 1 : 0;
	}

	private boolean inParentheses(int i) {
		int before = i - 1;
		while (before > 0 && !pieces.get(before).isComment() && pieces.get(before).text().matches("[\\w.]+|,")) {
			before--;
		}
		return pieces.get(before).text().equals("(");
	}

	/** Whether an element follows one of its kind, both without a block: they are a list. */
	private boolean sameKind(int i) {
		int before = i - 1;
		while (before > 0 && !blocks.beginsElement(before)) {
			before--;
		}
		boolean block = pieces.get(i - 1).closes();
		for (int next = i + 1; next < pieces.size() && !blocks.beginsElement(next); next++) {
			block |= pieces.get(next).opens();
		}
		return !block && pieces.get(before).owner() != null && pieces.get(before).owner().eClass() == pieces.get(i).owner().eClass();
	}

	private boolean isBroken(int open) {
		int close = blocks.closing(open);
		if (blocks.hasBlocks(open)) {
			return true;
		}
		int start = open;
		while (start > 0 && before[start] == 0) {
			start--;
		}
		int length = blocks.depth(start) * TAB;
		for (int i = start; i <= close; i++) {
			length += pieces.get(i).text().length() + 1;
		}
		return length > WIDTH;
	}

	private boolean isLast(int i) {
		return i == pieces.size() - 1;
	}
}
