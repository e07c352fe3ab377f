// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.parser;

import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;

/** The words of a text that the parser left out. They are in the node model, and no part of the grammar stands for them. */
public final class SkippedWords {

	private SkippedWords() {
	}

	/** Whether the parser left a word out. */
	public static boolean contain(INode node) {
		return node instanceof ILeafNode leaf && !leaf.isHidden() && (leaf.getGrammarElement() == null || leaf.getGrammarElement() instanceof AbstractRule);
	}

	/** Whether nothing is wrong with a part of a text: no error in it, and no word left out. */
	public static boolean spare(ICompositeNode part) {
		for (INode each : part.getAsTreeIterable()) {
			if (each.getSyntaxErrorMessage() != null || contain(each)) {
				return false;
			}
		}
		return true;
	}
}
