// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.formatting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Spaces between pieces on a line: one, except where the author aligned pieces of several lines of a block in a column. Such a
 * column is kept, as far to the left as its longest line allows; numbers are aligned at their ends, all other pieces at their
 * beginnings.
 */
final class Columns {

	private static final int TAB = 4;

	private final List<Piece> pieces;
	private final int[] spaces;
	/** Columns in the text as it is, relative to the beginning of the line. */
	private final int[] source;

	Columns(List<Piece> pieces, Blocks blocks, Breaks breaks, Indents indents) {
		this.pieces = pieces;
		this.spaces = new int[pieces.size()];
		this.source = new int[pieces.size()];
		Map<Integer, List<List<Integer>>> linesOfBlocks = new LinkedHashMap<>();
		List<Integer> line = new ArrayList<>();
		for (int i = 0; i < pieces.size() - 1; i++) {
			if (breaks.before(i) > 0 || i == 0) {
				line = new ArrayList<>();
				if (!pieces.get(i).isComment() && !pieces.get(i).closes() && !indents.isContinued(i)) {
					linesOfBlocks.computeIfAbsent(blocks.block(i), block -> new ArrayList<>()).add(line);
				}
			} else {
				spaces[i] = Piece.tight(pieces.get(i - 1), pieces.get(i)) ? 0 : 1;
				source[i] = source[i - 1] + width(pieces.get(i - 1).text()) + gap(i);
			}
			line.add(i);
		}
		linesOfBlocks.values().forEach(this::align);
	}

	/** The number of spaces before a piece that does not begin a line. */
	int before(int piece) {
		return spaces[piece];
	}

	private int gap(int i) {
		String gap = pieces.get(i).gap();
		return gap == null || gap.contains("\n") ? spaces[i] : width(gap);
	}

	private static int width(String text) {
		return text.length() + (TAB - 1) * (int) text.chars().filter(c -> c == '\t').count();
	}

	// ------------------------------------------------------------------------------------------- columns of the author

	/** Pieces of lines of one block that belong below each other. */
	private record Column(boolean byEnd, List<Integer> members) {
	}

	private void align(List<List<Integer>> lines) {
		Map<Integer, Column> columns = new HashMap<>();
		for (boolean byEnd : new boolean[] { false, true }) {
			for (List<Place> places : byColumn(lines, byEnd).values()) {
				for (List<Integer> members : related(places, lines)) {
					if (members.size() > 1 && members.stream().anyMatch(member -> gap(member) > 1)) {
						Column column = new Column(byEnd, members);
						members.forEach(member -> columns.put(member, column));
					}
				}
			}
		}
		if (!columns.isEmpty()) {
			place(lines, columns);
		}
	}

	/** A piece, and the number of its line in the block. */
	private record Place(int piece, int line) {
	}

	private Map<Integer, List<Place>> byColumn(List<List<Integer>> lines, boolean byEnd) {
		Map<Integer, List<Place>> found = new TreeMap<>();
		for (int number = 0; number < lines.size(); number++) {
			List<Integer> line = lines.get(number);
			for (int i = 1; i < line.size(); i++) {
				int piece = line.get(i);
				if (spaces[piece] > 0 && pieces.get(piece).isNumber() == byEnd && !pieces.get(piece).text().contains("\n")) {
					int column = source[piece] + (byEnd ? pieces.get(piece).text().length() : 0);
					found.computeIfAbsent(column, key -> new ArrayList<>()).add(new Place(piece, number));
				}
			}
		}
		return found;
	}

	/**
	 * Aligned pieces that belong together: they are of one kind, or in successive lines with the same beginning. All others are
	 * aligned by chance. The number of spaces before them does not matter, since the formatter changes it.
	 */
	private List<List<Integer>> related(List<Place> places, List<List<Integer>> lines) {
		List<List<Integer>> groups = new ArrayList<>();
		Map<Object, List<Integer>> byKind = new HashMap<>();
		Map<Integer, List<Integer>> byLine = new HashMap<>();
		for (Place place : places) {
			Object kind = pieces.get(place.piece()).grammar();
			List<Integer> group = byKind.get(kind);
			List<Integer> above = alike(place.line() - 1, place.line(), lines) ? byLine.get(place.line() - 1) : null;
			if (group == null && above == null) {
				group = new ArrayList<>();
				groups.add(group);
			} else if (group == null) {
				group = above;
			} else if (above != null && above != group) {
				List<Integer> merged = group;
				merged.addAll(above);
				groups.remove(above);
				byKind.replaceAll((key, each) -> each == above ? merged : each);
				byLine.replaceAll((key, each) -> each == above ? merged : each);
			}
			group.add(place.piece());
			byKind.put(kind, group);
			byLine.put(place.line(), group);
		}
		return groups;
	}

	private boolean alike(int line, int next, List<List<Integer>> lines) {
		return line >= 0 && pieces.get(lines.get(line).getFirst()).grammar() == pieces.get(lines.get(next).getFirst()).grammar();
	}

	// ------------------------------------------------------------------------------------------- columns of the result

	/** Places the pieces of the lines from left to right, each column after all pieces before it. */
	private void place(List<List<Integer>> lines, Map<Integer, Column> columns) {
		Map<Integer, Integer> target = new HashMap<>();
		Map<Integer, Integer> previous = new HashMap<>();
		List<Integer> order = new ArrayList<>();
		for (List<Integer> line : lines) {
			for (int i = 0; i < line.size(); i++) {
				previous.put(line.get(i), i == 0 ? null : line.get(i - 1));
				order.add(line.get(i));
			}
		}
		order.sort(Comparator.comparingInt((Integer piece) -> columns.containsKey(piece)
				? columns.get(piece).members().stream().mapToInt(member -> source[member]).max().orElseThrow()
				: source[piece]).thenComparingInt(piece -> piece));
		for (int piece : order) {
			if (target.containsKey(piece)) {
				continue;
			}
			if (!columns.containsKey(piece)) {
				target.put(piece, earliest(piece, previous, target));
				continue;
			}
			Column column = columns.get(piece);
			int at = column.members().stream().mapToInt(member -> earliest(member, previous, target) + (column.byEnd() ? pieces.get(member).text().length() : 0)).max()
					.orElseThrow();
			for (int member : column.members()) {
				int start = column.byEnd() ? at - pieces.get(member).text().length() : at;
				target.put(member, start);
				spaces[member] = start - target.get(previous.get(member)) - width(pieces.get(previous.get(member)).text());
			}
		}
	}

	private int earliest(int piece, Map<Integer, Integer> previous, Map<Integer, Integer> target) {
		Integer before = previous.get(piece);
		return before == null ? 0 : target.get(before) + width(pieces.get(before).text()) + (Piece.tight(pieces.get(before), pieces.get(piece)) ? 0 : 1);
	}
}
