// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.structure;

import java.util.ArrayList;
import java.util.List;

import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.folding.FoldingRangeService;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.trapline.model.Import;
import org.trapline.model.TraplineModel;

import jakarta.inject.Singleton;

/** Folding regions: blocks between braces, comments of several lines, and the imports. Found by words, so that syntax errors do not matter. */
@Singleton
public class Folds extends FoldingRangeService {

	@Override
	public List<FoldingRange> createFoldingRanges(Document document, XtextResource resource, CancelIndicator cancel) {
		List<FoldingRange> found = new ArrayList<>();
		if (document == null || resource == null) {
			return found;
		}
		List<Integer> open = new ArrayList<>();
		int commentStart = -1;
		int commentEnd = -1;
		for (ILeafNode leaf : resource.getParseResult().getRootNode().getLeafNodes()) {
			String text = leaf.getText();
			if (text.startsWith("/*") && leaf.isHidden()) {
				add(found, line(document, leaf.getOffset()), line(document, leaf.getEndOffset()), FoldingRangeKind.Comment);
			} else if (text.startsWith("//") && leaf.isHidden()) {
				int line = line(document, leaf.getOffset());
				if (line != commentEnd + 1) {
					add(found, commentStart, commentEnd, FoldingRangeKind.Comment);
					commentStart = line;
				}
				commentEnd = line;
			} else if (text.equals("{") && !leaf.isHidden()) {
				open.add(line(document, leaf.getOffset()));
			} else if (text.equals("}") && !leaf.isHidden() && !open.isEmpty()) {
				// The line of the closing brace stays visible.
				add(found, open.removeLast(), line(document, leaf.getOffset()) - 1, FoldingRangeKind.Region);
			}
		}
		add(found, commentStart, commentEnd, FoldingRangeKind.Comment);
		imports(document, resource, found);
		found.sort((a, b) -> Integer.compare(a.getStartLine(), b.getStartLine()));
		return found;
	}

	private static void imports(Document document, XtextResource resource, List<FoldingRange> found) {
		if (!resource.getContents().isEmpty() && resource.getContents().get(0) instanceof TraplineModel model && !model.getImports().isEmpty()) {
			Import first = model.getImports().getFirst();
			Import last = model.getImports().getLast();
			add(found, line(document, NodeModelUtils.findActualNodeFor(first).getOffset()),
					line(document, NodeModelUtils.findActualNodeFor(last).getOffset()), FoldingRangeKind.Imports);
		}
	}

	private static int line(Document document, int offset) {
		return document.getPosition(offset).getLine();
	}

	private static void add(List<FoldingRange> found, int start, int end, String kind) {
		if (start >= 0 && end > start) {
			FoldingRange range = new FoldingRange(start, end);
			range.setKind(kind);
			found.add(range);
		}
	}
}
