// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.formatting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.xtext.formatting2.FormatterPreferenceKeys;
import org.eclipse.xtext.formatting2.FormatterRequest;
import org.eclipse.xtext.formatting2.IFormatter2;
import org.eclipse.xtext.formatting2.regionaccess.ITextRegionAccess;
import org.eclipse.xtext.formatting2.regionaccess.ITextReplacement;
import org.eclipse.xtext.preferences.ITypedPreferenceValues;
import org.eclipse.xtext.util.ITextRegion;

/**
 * Formats texts. Only the white space between words and the indentation of comments change; formatting is idempotent. A text with syntax errors is
 * not changed.
 */
public class TraplineFormatter implements IFormatter2 {

	private static final String INDENTATION = "\t";

	@Override
	public List<ITextReplacement> format(FormatterRequest request) {
		ITextRegionAccess access = request.getTextRegionAccess();
		if (access.hasSyntaxError()) {
			return List.of();
		}
		List<Piece> pieces = Piece.of(access);
		Blocks blocks = new Blocks(pieces, access);
		Breaks breaks = new Breaks(pieces, blocks);
		Indents indents = new Indents(pieces, blocks);
		Columns columns = new Columns(pieces, blocks, breaks, indents);
		ITypedPreferenceValues preferences = request.getPreferences();
		String indentation = preferences == null ? INDENTATION : preferences.getPreference(FormatterPreferenceKeys.indentation);
		String text = access.regionForDocument().getText();
		String lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
		List<ITextReplacement> edits = new ArrayList<>();
		for (int i = 0; i < pieces.size(); i++) {
			Piece piece = pieces.get(i);
			if (request.isFormatUndefinedHiddenRegionsOnly() && piece.gap() != null) {
				continue;
			}
			boolean last = i == pieces.size() - 1;
			String gap = lineBreak.repeat(breaks.before(i)) + (breaks.before(i) > 0 || i == 0 ? last ? "" : indentation.repeat(indents.of(i)) : " ".repeat(columns.before(i)));
			replace(request, piece.start(), piece.offset() - piece.start(), gap, edits);
			if (piece.isComment() && piece.text().contains("\n")) {
				replace(request, piece.offset(), piece.text().length(), comment(piece.text(), indentation.repeat(indents.of(i)), lineBreak), edits);
			}
		}
		return edits;
	}

	/** A comment of several lines: lines that begin with a star are aligned with the first star, others keep their relative indentation. */
	private static String comment(String text, String indentation, String lineBreak) {
		List<String> lines = text.lines().map(String::stripTrailing).toList();
		boolean stars = lines.stream().skip(1).allMatch(line -> line.stripLeading().startsWith("*"));
		if (stars) {
			return lines.getFirst() + lines.stream().skip(1).map(line -> lineBreak + indentation + " " + line.strip()).collect(Collectors.joining());
		}
		int common = lines.stream().skip(1).filter(line -> !line.isBlank()).mapToInt(line -> line.length() - line.stripLeading().length()).min().orElse(0);
		return lines.getFirst() + lines.stream().skip(1)
				.map(line -> lineBreak + (line.isBlank() ? "" : indentation + "   " + line.substring(Math.min(common, line.length()))))
				.collect(Collectors.joining());
	}

	private static void replace(FormatterRequest request, int offset, int length, String by, List<ITextReplacement> edits) {
		ITextRegionAccess access = request.getTextRegionAccess();
		if (isAsked(request.getRegions(), offset, length) && !access.textForOffset(offset, length).equals(by)) {
			edits.add(access.getRewriter().createReplacement(offset, length, by));
		}
	}

	private static boolean isAsked(Collection<ITextRegion> regions, int offset, int length) {
		return regions.isEmpty() || regions.stream().anyMatch(region -> offset >= region.getOffset() && offset + length <= region.getOffset() + region.getLength());
	}
}
