// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.formatting;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.formatting2.regionaccess.IComment;
import org.eclipse.xtext.formatting2.regionaccess.IHiddenRegion;
import org.eclipse.xtext.formatting2.regionaccess.IHiddenRegionPart;
import org.eclipse.xtext.formatting2.regionaccess.ISemanticRegion;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionAccess;
import org.eclipse.xtext.formatting2.regionaccess.ITextSegment;

/**
 * A word, name, number, sign or comment of a text, with the gap before it.
 *
 * @param text    its text, without the line break that ends a line comment
 * @param gap     the white space before it; null where it is undecided
 * @param start   where the gap begins
 * @param offset  where the piece begins
 * @param grammar its element of the grammar; the rule of comments for a comment
 * @param owner   the element that it is a part of; null for a comment
 */
record Piece(String text, String gap, int start, int offset, EObject grammar, EObject owner) {

	boolean isComment() {
		return owner == null;
	}

	boolean isLineComment() {
		return isComment() && text.startsWith("//");
	}

	boolean opens() {
		return !isComment() && text.equals("{");
	}

	boolean closes() {
		return !isComment() && text.equals("}");
	}

	boolean isNumber() {
		return !isComment() && Character.isDigit(text.charAt(0));
	}

	/** How many lines end in the gap. */
	int breaks() {
		return gap == null ? 0 : (int) gap.chars().filter(c -> c == '\n').count();
	}

	int end() {
		return offset + text.length();
	}

	/** Whether no space belongs between two pieces on a line. */
	static boolean tight(Piece before, Piece after) {
		return !before.isComment() && !after.isComment()
				&& (after.text.equals(",") || after.text.equals(")") || after.text.equals("(") || before.text.equals("("));
	}

	/** The pieces of a text, and a last one without text for the gap that ends it. */
	static List<Piece> of(ITextRegionAccess access) {
		List<Piece> pieces = new ArrayList<>();
		Gap gap = new Gap();
		IHiddenRegion hidden = access.regionForRootEObject().getPreviousHiddenRegion();
		while (hidden != null) {
			gap.undefined |= hidden.isUndefined() && hidden.getLength() == 0;
			for (IHiddenRegionPart part : hidden.getParts()) {
				// A byte order mark is neither a comment nor a space: it belongs to the gap.
				if (part instanceof IComment && part.getText().startsWith("/")) {
					String text = part.getText();
					String body = text.startsWith("//") ? text.stripTrailing() : text;
					pieces.add(gap.end(body, part.getOffset(), part.getGrammarElement(), null));
					gap.add(text.substring(body.length()));
				} else {
					gap.add(part.getText());
				}
			}
			ISemanticRegion word = hidden.getNextSemanticRegion();
			if (word == null) {
				break;
			}
			if (word.getLength() > 0) {
				pieces.add(gap.end(word.getText(), word.getOffset(), word.getGrammarElement(), word.getSemanticElement()));
			}
			hidden = word.getNextHiddenRegion();
		}
		ITextSegment all = access.regionForDocument();
		pieces.add(gap.end("", all.getEndOffset(), null, null));
		return pieces;
	}

	/** A gap that is being read. */
	private static final class Gap {

		private final StringBuilder text = new StringBuilder();
		private boolean undefined;


		void add(String more) {
			text.append(more);
		}

		Piece end(String piece, int offset, EObject grammar, EObject owner) {
			// In a text with layout a gap may be empty; without layout it is undecided.
			Piece ended = new Piece(piece, undefined && text.isEmpty() ? null : text.toString(), offset - text.length(), offset, grammar, owner);
			text.setLength(0);
			undefined = false;
			return ended;
		}
	}
}
