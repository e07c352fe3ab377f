// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.fixes;

import java.io.StringReader;
import java.util.Comparator;
import java.util.List;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParser;
import org.trapline.lang.parser.SyntaxMessages;

import com.google.common.collect.Iterables;

import jakarta.inject.Inject;

/** Tries fixes out: the remedy in a message may not work literally in every text. */
final class Trial {

	@Inject
	private IParser parser;

	/** Whether a fix changes the text without adding syntax errors, and removes one if it is meant to. */
	boolean leavesNoNewError(Problem problem, Fix fix) {
		List<TextEdit> edits = fix.edits().stream().sorted(Comparator.comparingInt((TextEdit edit) -> start(problem, edit)).reversed()).toList();
		if (edits.isEmpty()) {
			return false;
		}
		String text = problem.document().getContents();
		int from = 0;
		int to = text.length();
		// Only the element is parsed: long texts take no longer than short ones.
		INode element = element(problem);
		if (element != null && !problem.code().equals(SyntaxMessages.CODE) && start(problem, edits.getLast()) >= element.getOffset()
				&& edits.stream().allMatch(edit -> end(problem, edit) <= element.getEndOffset())) {
			from = element.getOffset();
			to = element.getEndOffset();
		}
		StringBuilder fixed = new StringBuilder(text.substring(from, to));
		for (TextEdit edit : edits) {
			fixed.replace(start(problem, edit) - from, end(problem, edit) - from, edit.getNewText());
		}
		String before = text.substring(from, to);
		int allowed = errors(before) - (problem.code().equals(SyntaxMessages.CODE) ? 1 : 0);
		return !before.contentEquals(fixed) && errors(fixed.toString()) <= allowed;
	}

	private static INode element(Problem problem) {
		EObject part = problem.element().orElse(null);
		while (part != null && part.eContainer() != null && part.eContainer().eContainer() != null) {
			part = part.eContainer();
		}
		return part == null || part.eContainer() == null ? null : NodeModelUtils.findActualNodeFor(part);
	}

	private int errors(String text) {
		return Iterables.size(parser.parse(new StringReader(text)).getSyntaxErrors());
	}

	private static int start(Problem problem, TextEdit edit) {
		return problem.document().getOffSet(edit.getRange().getStart());
	}

	private static int end(Problem problem, TextEdit edit) {
		return problem.document().getOffSet(edit.getRange().getEnd());
	}
}
