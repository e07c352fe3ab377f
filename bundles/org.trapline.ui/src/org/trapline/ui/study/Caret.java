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

/** What is at the caret. */
public final class Caret {

	private Caret() {
	}

	/**
	 * The word of a text that an offset is in. Not on the UI thread: the text is read.
	 *
	 * @param path of the text's file
	 * @return empty where there is none, or the text cannot be read
	 */
	public static Optional<ILeafNode> word(Path path, String text, int offset) {
		try {
			TraplineModel model = Runs.ofWorkbench().studies().withTexts(Map.of(path, text)).read(path);
			ICompositeNode root = NodeModelUtils.getNode(model);
			return Optional.ofNullable(root == null ? null : NodeModelUtils.findLeafNodeAtOffset(root.getRootNode(), offset));
		} catch (IOException | CatalogException e) {
			// Nothing is known of a text that cannot be read; the editor says why.
			return Optional.empty();
		}
	}
}
