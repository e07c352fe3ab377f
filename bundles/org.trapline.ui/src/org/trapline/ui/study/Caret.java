// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.trapline.catalog.CatalogException;
import org.trapline.model.TraplineModel;
import org.trapline.ui.run.Runs;

/** What is at the caret, in a text that may not be saved. */
public final class Caret {

	private Caret() {
	}

	/**
	 * The model of a text. Not on the UI thread: the text is read.
	 *
	 * @param path of the text's file
	 * @return empty where the text cannot be read
	 */
	public static Optional<TraplineModel> model(Path path, String text) {
		try {
			return Optional.of(Runs.ofWorkbench().studies().withTexts(Map.of(path, text)).read(path)).filter(model -> NodeModelUtils.getNode(model) != null);
		} catch (IOException | CatalogException e) {
			// Nothing is known of a text that cannot be read; the editor says why.
			return Optional.empty();
		}
	}

	/** The word of a model's text that an offset is in, or that is the last one before it; empty where there is none. */
	public static Optional<ILeafNode> word(TraplineModel model, int offset) {
		ICompositeNode root = NodeModelUtils.getNode(model).getRootNode();
		return Optional.ofNullable(NodeModelUtils.findLeafNodeAtOffset(root, Math.min(offset, root.getTotalEndOffset())));
	}
}
