// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.properties;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorExtension2;
import org.eclipse.ui.views.properties.PropertySheetPage;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.trapline.ui.study.Caret;
import org.trapline.ui.study.Latest;

/**
 * The properties of the model's element that the caret is in, as the text is now. What is changed here is changed in the text, in the editor, which
 * can undo it.
 */
final class CaretPropertiesPage extends PropertySheetPage {

	private final ModelItems items = new ModelItems();
	private final ITextEditor editor;
	private final IDocument document;
	private final Path path;
	private final IDocumentListener edits = new IDocumentListener() {
		@Override
		public void documentAboutToBeChanged(DocumentEvent event) {
			// Only what is there counts.
		}

		@Override
		public void documentChanged(DocumentEvent event) {
			// An edit before the place moves it. Typing moves the caret, which asks anew; undoing and changes made here may not.
			if (event.getOffset() + event.getLength() <= place) {
				place += event.getText().length() - event.getLength();
			}
			show();
		}
	};
	private Latest latest;
	private int place;

	CaretPropertiesPage(ITextEditor editor, Path path) {
		this.editor = editor;
		this.document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		this.path = path;
	}

	@Override
	public void createControl(Composite parent) {
		super.createControl(parent);
		latest = new Latest(getControl());
		document.addDocumentListener(edits);
	}

	@Override
	public void setActionBars(IActionBars bars) {
		super.setActionBars(bars);
		// A change is one of the text: its undoing is the editor's, from here too.
		for (String action : new String[] { ActionFactory.UNDO.getId(), ActionFactory.REDO.getId() }) {
			bars.setGlobalActionHandler(action, editor.getAction(action));
		}
	}

	@Override
	public void dispose() {
		document.removeDocumentListener(edits);
		super.dispose();
	}

	@Override
	public void selectionChanged(IWorkbenchPart part, ISelection selection) {
		if (part == editor && selection instanceof ITextSelection text && latest != null) {
			place = text.getOffset();
			show();
		}
	}

	private void show() {
		String text = document.get();
		int offset = Math.min(place, text.length());
		latest.ask("Properties at the caret", () -> element(text, offset),
				found -> {
					super.selectionChanged(editor, found.map(StructuredSelection::new).orElse(StructuredSelection.EMPTY));
					expand();
				});
	}

	/** Categories group what is seen: the platform closes them whenever another element is shown. */
	private void expand() {
		if (getControl() instanceof Tree tree) {
			for (TreeItem category : tree.getItems()) {
				if (category.getItemCount() > 0) {
					Event event = new Event();
					event.item = category;
					// The view makes the lines of a category when that is opened.
					tree.notifyListeners(SWT.Expand, event);
					category.setExpanded(true);
				}
			}
		}
	}

	private Optional<ElementSource> element(String text, int offset) {
		return Caret.word(path, text, offset).map(NodeModelUtils::findActualSemanticObjectFor).map(each -> ElementSource.of(items, each, this::replace));
	}

	/** Replaces a piece of the text, when the text is still the one that was read. */
	private void replace(FeatureText piece, String replacement) {
		boolean open = !(editor instanceof ITextEditorExtension2 extension) || extension.validateEditorInputState();
		try {
			if (open && document.getLength() >= piece.offset() + piece.text().length()
					&& document.get().equals(NodeModelUtils.getNode(piece.element()).getRootNode().getText())) {
				document.replace(piece.offset(), piece.text().length(), replacement);
				return;
			}
		} catch (BadLocationException e) {
			// The text is another one, as below.
		}
		getControl().getDisplay().beep();
		show();
	}
}
