// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.documentation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.documentation.IEObjectDocumentationProvider;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

import jakarta.inject.Inject;

/** The documentation of an element by its author: the comment right before it, in either form. */
public class Comments {

	@Inject
	private IEObjectDocumentationProvider blocks;

	/** The text of the comment, without its marks. */
	public Optional<String> of(EObject element) {
		ICompositeNode node = NodeModelUtils.getNode(element);
		if (node == null) {
			return Optional.empty();
		}
		Deque<String> lines = new ArrayDeque<>();
		boolean block = false;
		for (ILeafNode leaf : node.getLeafNodes()) {
			if (!leaf.isHidden()) {
				break;
			}
			String text = leaf.getText();
			if (text.startsWith("//")) {
				lines.add(text.substring(2).strip());
				block = false;
			} else if (text.startsWith("/*")) {
				lines.clear();
				block = true;
			} else if (text.chars().filter(c -> c == '\n').count() > (block || lines.isEmpty() ? 1 : 0)) {
				// A blank line: a comment before it is about something else. (A line comment ends with its line break.)
				lines.clear();
				block = false;
			}
		}
		if (block) {
			return Optional.ofNullable(blocks.getDocumentation(element)).map(String::strip).filter(text -> !text.isEmpty());
		}
		// A separator line between sections is not documentation.
		String text = lines.stream().filter(line -> !line.startsWith("----")).collect(Collectors.joining("\n")).strip();
		return text.isEmpty() ? Optional.empty() : Optional.of(text);
	}
}
