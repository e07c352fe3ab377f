// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.fixes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.xtext.nodemodel.ILeafNode;
import org.trapline.lang.parser.SkippedWords;
import org.trapline.lang.parser.SyntaxMessages;

/** Quick fixes for syntax errors: the missing sign, or the removal of unexpected words. */
final class SyntaxFixes implements FixProvider {

	private static final Pattern ONE_SIGN = Pattern.compile("unexpected .*: expected '([^\\w\\s]+)'$");

	@Override
	public List<Fix> fixes(Problem problem) {
		if (!problem.code().equals(SyntaxMessages.CODE)) {
			return List.of();
		}
		List<Fix> fixes = new ArrayList<>();
		Matcher sign = ONE_SIGN.matcher(problem.message());
		if (sign.find()) {
			boolean atEnd = problem.message().startsWith("unexpected end of file");
			int at = atEnd ? problem.document().getContents().stripTrailing().length() : problem.start();
			fixes.add(Fix.replace("Add '" + sign.group(1) + "'", problem.document(), at, at, atEnd ? "\n" + sign.group(1) : sign.group(1) + " "));
		}
		skipped(problem, fixes);
		return fixes;
	}

	/** The words from the one of the message to the last one that the parser skipped. */
	private static void skipped(Problem problem, List<Fix> fixes) {
		int start = -1;
		int end = -1;
		for (ILeafNode leaf : problem.resource().getParseResult().getRootNode().getLeafNodes()) {
			if (leaf.getEndOffset() <= problem.start() || leaf.isHidden()) {
				continue;
			}
			if (!SkippedWords.contain(leaf)) {
				break;
			}
			start = start < 0 ? leaf.getOffset() : start;
			end = leaf.getEndOffset();
		}
		if (start >= 0) {
			String text = problem.document().getContents();
			String what = text.substring(start, end).replaceAll("\\s+", " ");
			int after = end;
			// With the rest of its line where nothing else is on it.
			int line = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
			int lineEnd = text.indexOf('\n', end) < 0 ? text.length() : text.indexOf('\n', end) + 1;
			boolean alone = text.substring(line, start).isBlank() && text.substring(end, lineEnd).isBlank();
			fixes.add(Fix.replace("Remove '" + (what.length() > 40 ? what.substring(0, 39) + "…" : what) + "'", problem.document(), alone ? line : start,
					alone ? lineEnd : after, ""));
		}
	}
}
