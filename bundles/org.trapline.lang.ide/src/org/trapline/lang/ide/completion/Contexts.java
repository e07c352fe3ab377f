// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.eclipse.xtext.ide.editor.contentassist.antlr.ContentAssistContextFactory;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.trapline.lang.parser.SkippedWords;
import org.trapline.model.TraplineModel;

/**
 * Finds the elements of the grammar that are allowed at a place. Xtext parses the text before the place for this, and finds nothing
 * after the first error. Here it parses only the element around the place, without words that the parser skipped: errors elsewhere
 * do not matter, and long files take no longer than short ones.
 */
public class Contexts extends ContentAssistContextFactory {

	@Override
	protected String getInputToParse(String text, int end) {
		int start = Math.min(startOfElement(end), end);
		StringBuilder input = new StringBuilder(text.substring(start, end));
		List<ILeafNode> skippedLast = new ArrayList<>();
		for (ILeafNode leaf : rootNode.getLeafNodes()) {
			if (leaf.getOffset() >= end) {
				break;
			}
			if (leaf.getOffset() >= start && SkippedWords.contain(leaf)) {
				skippedLast.add(leaf);
			} else if (!leaf.isHidden()) {
				skippedLast.forEach(word -> blank(word, input, start));
				skippedLast.clear();
			}
		}
		// Skipped words right before the place may be the ones that are being typed: the parser skipped them since their continuation is missing.
		if (!skippedLast.isEmpty() && getParser().getFollowElements(input.toString(), false).isEmpty()) {
			skippedLast.forEach(word -> blank(word, input, start));
		}
		return input.toString();
	}

	private static void blank(ILeafNode word, StringBuilder input, int start) {
		for (int i = word.getOffset() - start; i < Math.min(word.getEndOffset() - start, input.length()); i++) {
			input.setCharAt(i, ' ');
		}
	}

	@Override
	protected String getInputToParse(INode node) {
		return getInputToParse(rootNode.getText(), node.getOffset());
	}

	/** Where the last import or element begins before a place. */
	private int startOfElement(int offset) {
		if (!(parseResult.getRootASTElement() instanceof TraplineModel model)) {
			return 0;
		}
		return Stream.concat(model.getImports().stream(), model.getElements().stream()).map(NodeModelUtils::findActualNodeFor)
				.filter(node -> node != null && node.getOffset() < offset).mapToInt(ICompositeNode::getOffset).max().orElse(0);
	}
}
