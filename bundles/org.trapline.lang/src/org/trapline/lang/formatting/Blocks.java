// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.formatting;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.Action;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Group;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.formatting2.regionaccess.IEObjectRegion;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionAccess;

/** The block of each piece, and whether a part of the block begins with it. */
final class Blocks {

	/** The block of a whole text. */
	static final int NONE = -1;

	private final int[] block;
	private final int[] depth;
	private final int[] closing;
	private final int[] opening;
	private final boolean[] begins;
	private final boolean[] nested;
	private final boolean[] element;

	Blocks(List<Piece> pieces, ITextRegionAccess access) {
		int count = pieces.size();
		block = new int[count];
		depth = new int[count];
		closing = new int[count];
		opening = new int[count];
		begins = new boolean[count];
		nested = new boolean[count];
		element = new boolean[count];
		Map<EObject, Integer> firsts = firsts(pieces);
		Deque<Integer> open = new ArrayDeque<>();
		for (int i = 0; i < count; i++) {
			Piece piece = pieces.get(i);
			if (piece.closes() && !open.isEmpty()) {
				opening[i] = open.peek();
				closing[open.pop()] = i;
			} else {
				opening[i] = NONE;
			}
			block[i] = open.isEmpty() ? NONE : open.peek();
			depth[i] = open.size();
			if (piece.owner() != null) {
				begins[i] = begins(i, pieces, firsts, access);
				element[i] = begins[i] && block[i] == NONE;
			}
			if (piece.opens()) {
				open.forEach(outer -> nested[outer] = true);
				open.push(i);
			}
		}
	}

	private static Map<EObject, Integer> firsts(List<Piece> pieces) {
		Map<EObject, Integer> firsts = new HashMap<>();
		for (int i = 0; i < pieces.size(); i++) {
			for (EObject each = pieces.get(i).owner(); each != null && firsts.putIfAbsent(each, i) == null;) {
				each = each.eContainer();
			}
		}
		return firsts;
	}

	/** The piece that opens the block around a piece. A closing brace is not in its block. */
	int block(int piece) {
		return block[piece];
	}

	/** In how many blocks a piece is. */
	int depth(int piece) {
		return depth[piece];
	}

	/** The piece that closes the block that this one opens; 0 where none does. */
	int closing(int piece) {
		return closing[piece];
	}

	/** The piece that opens the block that this one closes; none where it closes none. */
	int opening(int piece) {
		return opening[piece];
	}

	/** Whether the block that a piece opens has blocks in it. */
	boolean hasBlocks(int piece) {
		return nested[piece];
	}

	/** Whether a part of the block begins with the piece, or the first element that a keyword of the block introduces, but not the second name of a list. */
	boolean begins(int piece) {
		return begins[piece];
	}

	/** Whether an import or an element begins with the piece. */
	boolean beginsElement(int piece) {
		return element[piece];
	}

	private boolean begins(int index, List<Piece> pieces, Map<EObject, Integer> firsts, ITextRegionAccess access) {
		EObject part = null;
		EObject owner = pieces.get(index).owner();
		while (owner.eContainer() != null && firsts.get(owner) == index) {
			part = owner;
			owner = owner.eContainer();
		}
		boolean inBlock = block[index] == NONE ? owner.eContainer() == null : pieces.get(block[index]).owner() == owner;
		if (!inBlock) {
			return false;
		}
		if (part == null) {
			return !isIntroduced(pieces.get(index).grammar());
		}
		IEObjectRegion region = access.regionForEObject(part);
		return region == null || !isIntroduced(region.getGrammarElement());
	}

	/** Whether a keyword of the block precedes this in the grammar, as it precedes each name of a list. */
	private static boolean isIntroduced(EObject grammar) {
		EObject inner = grammar;
		while (inner != null && inner.eContainer() instanceof AbstractElement outer) {
			if (outer instanceof Group group) {
				if (group.getElements().stream().anyMatch(each -> each instanceof Keyword keyword && keyword.getValue().equals("{"))) {
					int place = group.getElements().indexOf(inner);
					return place > 0 && isWord(group.getElements().get(place - 1));
				}
				AbstractElement first = group.getElements().stream().filter(each -> !(each instanceof Action)).findFirst().orElse(null);
				if (first != inner && isWord(first)) {
					return true;
				}
			}
			inner = outer;
		}
		return false;
	}

	private static boolean isWord(AbstractElement element) {
		return element instanceof Keyword keyword && Character.isLetter(keyword.getValue().charAt(0))
				|| element instanceof Alternatives words && words.getElements().stream().allMatch(Blocks::isWord);
	}
}
