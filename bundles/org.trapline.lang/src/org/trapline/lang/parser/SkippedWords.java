// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.parser;

import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;

/** The words of a text that the parser skipped. They are in the node model, without an element of the grammar. */
public final class SkippedWords {

	private SkippedWords() {
	}

	/** Whether the parser skipped a word. */
	public static boolean contain(INode node) {
		return node instanceof ILeafNode leaf && !leaf.isHidden() && (leaf.getGrammarElement() == null || leaf.getGrammarElement() instanceof AbstractRule);
	}

	/** Whether a part of a text is correct: without an error and without a skipped word. */
	public static boolean spare(ICompositeNode part) {
		for (INode each : part.getAsTreeIterable()) {
			if (each.getSyntaxErrorMessage() != null || contain(each)) {
				return false;
			}
		}
		return true;
	}
}
