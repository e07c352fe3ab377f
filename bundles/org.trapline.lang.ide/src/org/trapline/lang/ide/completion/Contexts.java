// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.completion;

import java.util.stream.Stream;

import org.eclipse.xtext.ide.editor.contentassist.antlr.ContentAssistContextFactory;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.trapline.lang.parser.SkippedWords;
import org.trapline.model.TraplineModel;

/**
 * Finds what the grammar allows at a place. Xtext parses the text before the place for it, and knows nothing more after the
 * first error. Here it gets the element around the place only, without the words that the parser left out: errors
 * elsewhere do not matter, and long files take no longer than short ones.
 */
public class Contexts extends ContentAssistContextFactory {

	@Override
	protected String getInputToParse(String text, int end) {
		int start = startOfElement(end);
		StringBuilder input = new StringBuilder(text.substring(start, Math.max(start, end)));
		for (ILeafNode leaf : rootNode.getLeafNodes()) {
			if (leaf.getOffset() >= end) {
				break;
			}
			if (leaf.getOffset() >= start && SkippedWords.contain(leaf)) {
				for (int i = leaf.getOffset(); i < Math.min(leaf.getEndOffset(), end); i++) {
					input.setCharAt(i - start, ' ');
				}
			}
		}
		return input.toString();
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
