// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.editor;

import java.util.List;
import java.util.Objects;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.DelegatingStyledCellLabelProvider;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.ContentOutlinePage;
import org.trapline.lang.ui.TextPositions;

/** The elements of a text and their parts. The selection and the caret follow each other. */
final class OutlinePage extends ContentOutlinePage {

	private final ITextEditor editor;
	private final IDocument document;
	private final ISelectionChangedListener moves = this::caretMoved;
	private Follower<List<Either<SymbolInformation, DocumentSymbol>>> follower;
	private boolean following;

	OutlinePage(ITextEditor editor, IDocument document) {
		this.editor = editor;
		this.document = document;
	}

	/**
	 * An element of the outline. It is the same one as long as it has the same name below the same owner, so that what is expanded stays so
	 * when the text changes.
	 */
	private record Node(Node owner, DocumentSymbol symbol, int number) {

		private static List<Node> of(Node owner, List<DocumentSymbol> symbols) {
			Node[] nodes = new Node[symbols.size()];
			for (int i = 0; i < nodes.length; i++) {
				DocumentSymbol symbol = symbols.get(i);
				int same = (int) symbols.subList(0, i).stream().filter(before -> before.getName().equals(symbol.getName())).count();
				nodes[i] = new Node(owner, symbol, same);
			}
			return List.of(nodes);
		}

		List<Node> parts() {
			return symbol.getChildren() == null ? List.of() : of(this, symbol.getChildren());
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof Node node && symbol.getName().equals(node.symbol.getName()) && number == node.number && Objects.equals(owner, node.owner);
		}

		@Override
		public int hashCode() {
			return Objects.hash(symbol.getName(), number, owner);
		}
	}

	@Override
	public void createControl(Composite parent) {
		super.createControl(parent);
		TreeViewer tree = getTreeViewer();
		tree.setUseHashlookup(true);
		tree.setContentProvider(new Parts());
		tree.setLabelProvider(new DelegatingStyledCellLabelProvider(new Labels()));
		tree.setInput(List.of());
		follower = new Follower<>(document, (server, file) -> server.documentSymbol(new DocumentSymbolParams(file)), this::show);
		if (editor.getSelectionProvider() instanceof IPostSelectionProvider provider) {
			provider.addPostSelectionChangedListener(moves);
		}
	}

	private void show(List<Either<SymbolInformation, DocumentSymbol>> symbols) {
		Control control = getControl();
		if (control == null || control.isDisposed()) {
			return;
		}
		List<Node> nodes = Node.of(null, symbols.stream().filter(Either::isRight).map(Either::getRight).toList());
		control.setRedraw(false);
		try {
			following = true;
			Object[] expanded = getTreeViewer().getExpandedElements();
			getTreeViewer().setInput(nodes);
			getTreeViewer().setExpandedElements(expanded);
		} finally {
			following = false;
			control.setRedraw(true);
		}
	}

	@Override
	public void selectionChanged(SelectionChangedEvent event) {
		super.selectionChanged(event);
		if (!following && event.getSelection() instanceof IStructuredSelection selection && selection.getFirstElement() instanceof Node node) {
			IRegion name = TextPositions.region(document, node.symbol().getSelectionRange());
			following = true;
			try {
				editor.selectAndReveal(name.getOffset(), name.getLength());
			} finally {
				following = false;
			}
		}
	}

	private void caretMoved(SelectionChangedEvent event) {
		if (following || getControl() == null || getControl().isDisposed() || !(event.getSelection() instanceof ITextSelection caret)
				|| !(getTreeViewer().getInput() instanceof List<?> nodes)) {
			return;
		}
		Node around = around(nodes.stream().map(Node.class::cast).toList(), caret.getOffset());
		following = true;
		try {
			getTreeViewer().setSelection(around == null ? StructuredSelection.EMPTY : new StructuredSelection(around), true);
		} finally {
			following = false;
		}
	}

	/** The innermost element around a place whose owner is expanded; null where there is none. */
	private Node around(List<Node> nodes, int offset) {
		for (Node node : nodes) {
			IRegion region = TextPositions.region(document, node.symbol().getRange());
			if (region.getOffset() <= offset && offset <= region.getOffset() + region.getLength()) {
				Node inner = getTreeViewer().getExpandedState(node) ? around(node.parts(), offset) : null;
				return inner == null ? node : inner;
			}
		}
		return null;
	}

	@Override
	public void dispose() {
		if (follower != null) {
			follower.dispose();
		}
		if (editor.getSelectionProvider() instanceof IPostSelectionProvider provider) {
			provider.removePostSelectionChangedListener(moves);
		}
		super.dispose();
	}

	private static final class Parts implements ITreeContentProvider {

		@Override
		public Object[] getElements(Object input) {
			return input instanceof List<?> nodes ? nodes.toArray() : new Object[0];
		}

		@Override
		public Object[] getChildren(Object parent) {
			return ((Node) parent).parts().toArray();
		}

		@Override
		public Object getParent(Object element) {
			return ((Node) element).owner();
		}

		@Override
		public boolean hasChildren(Object element) {
			return !((Node) element).parts().isEmpty();
		}
	}

	private static final class Labels extends LabelProvider implements DelegatingStyledCellLabelProvider.IStyledLabelProvider {

		@Override
		public StyledString getStyledText(Object element) {
			DocumentSymbol symbol = ((Node) element).symbol();
			StyledString text = new StyledString(symbol.getName());
			if (symbol.getDetail() != null && !symbol.getDetail().isBlank()) {
				text.append("  " + symbol.getDetail(), StyledString.QUALIFIER_STYLER);
			}
			return text;
		}

		@Override
		public Image getImage(Object element) {
			return Icons.of(((Node) element).symbol().getKind());
		}
	}
}
