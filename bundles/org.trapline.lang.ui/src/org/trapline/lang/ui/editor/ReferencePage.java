// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.editor;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredViewer;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.search.ui.text.AbstractTextSearchViewPage;
import org.eclipse.search.ui.text.Match;
import org.eclipse.swt.graphics.Image;
import org.trapline.lang.ui.editor.ReferenceSearch.Line;
import org.trapline.lang.ui.editor.ReferenceSearch.Reference;

/** Shows in the Search view what names an element: lines below their files. */
public final class ReferencePage extends AbstractTextSearchViewPage {

	private TreeViewer tree;

	/** Called by the Search view. */
	public ReferencePage() {
		super(FLAG_LAYOUT_TREE);
	}

	@Override
	protected void configureTreeViewer(TreeViewer viewer) {
		tree = viewer;
		viewer.setUseHashlookup(true);
		viewer.setContentProvider(new Files());
		viewer.setLabelProvider(new DelegatingStyledCellLabelProvider(new Labels()));
		viewer.setAutoExpandLevel(2);
	}

	@Override
	protected void configureTableViewer(TableViewer viewer) {
		throw new UnsupportedOperationException("there is no flat layout");
	}

	@Override
	protected void elementsChanged(Object[] objects) {
		refresh();
	}

	@Override
	protected void clear() {
		refresh();
	}

	private void refresh() {
		if (tree != null) {
			tree.refresh();
			tree.expandToLevel(2);
		}
	}

	@Override
	protected void showMatch(Match match, int offset, int length, boolean activate) {
		if (match instanceof Reference reference) {
			Places.show(getSite().getPage(), ((Line) reference.getElement()).uri(), reference.range());
		}
	}

	@Override
	public StructuredViewer getViewer() {
		return super.getViewer();
	}

	/** The lines by the names of their files. */
	private static final class Files implements ITreeContentProvider {

		private Map<String, List<Line>> lines = Map.of();

		@Override
		public Object[] getElements(Object input) {
			if (input instanceof ReferenceSearch.Result result) {
				lines = Arrays.stream(result.getElements()).map(Line.class::cast).sorted(Comparator.comparing(Line::file).thenComparing(Line::number))
						.collect(Collectors.groupingBy(Line::file, LinkedHashMap::new, Collectors.toList()));
			}
			return lines.keySet().toArray();
		}

		@Override
		public Object[] getChildren(Object parent) {
			return parent instanceof String file ? lines.getOrDefault(file, List.of()).toArray() : new Object[0];
		}

		@Override
		public Object getParent(Object element) {
			return element instanceof Line line ? line.file() : null;
		}

		@Override
		public boolean hasChildren(Object element) {
			return element instanceof String;
		}
	}

	private static final class Labels extends LabelProvider implements DelegatingStyledCellLabelProvider.IStyledLabelProvider {

		@Override
		public StyledString getStyledText(Object element) {
			return switch (element) {
			case Line line -> new StyledString(line.number() + ": ", StyledString.QUALIFIER_STYLER).append(line.text());
			default -> new StyledString(String.valueOf(element));
			};
		}

		@Override
		public Image getImage(Object element) {
			return Icons.of(element instanceof Line ? CompletionItemKind.Field : CompletionItemKind.File);
		}
	}
}
