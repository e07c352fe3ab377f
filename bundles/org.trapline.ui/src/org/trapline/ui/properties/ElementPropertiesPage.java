// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.properties;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.texteditor.ITextEditorExtension2;
import org.eclipse.ui.views.properties.PropertySheetPage;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.trapline.lang.ui.Renaming;
import org.trapline.model.TraplineModel;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.pages.HintPage;
import org.trapline.ui.pages.Pages;
import org.trapline.ui.study.Caret;
import org.trapline.ui.study.Latest;

/**
 * The properties of the model's element that the caret is in, or that is selected in the Outline, as the text now is. What is changed here is changed in
 * the text, in the editor, which can undo it.
 */
final class ElementPropertiesPage extends PropertySheetPage {

	/**
	 * What the properties are of.
	 *
	 * @param document the text of the editor
	 * @param path     of the file
	 * @param element  finds it in a model of the text
	 */
	record Subject(ITextEditor editor, IDocument document, Path path, Function<TraplineModel, Optional<EObject>> element) {
	}

	private final ModelItems items = new ModelItems();
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
	private Subject subject;
	private IActionBars bars;
	private Latest latest;
	private Pages pages;
	private HintPage hint;
	/** Where the caret is; a job asks for it. */
	private volatile int place;

	/** Of what is selected in the Outline. */
	ElementPropertiesPage() {
	}

	/** Of what the caret of an editor is in. */
	ElementPropertiesPage(ITextEditor editor, Path path) {
		subject = new Subject(editor, editor.getDocumentProvider().getDocument(editor.getEditorInput()), path, this::atCaret);
	}

	@Override
	public void createControl(Composite parent) {
		pages = new Pages(parent);
		hint = new HintPage(pages.control(), target -> showOutline());
		hint.say("No element selected", "Put the caret on an element of a study (a .trapline file) in the editor, or select one in the <a href=\"outline\">Outline</a>. "
				+ "Its properties are shown here; most can be changed.");
		super.createControl(pages.control());
		latest = new Latest(getControl());
		turnTo(subject);
		turnPage();
	}

	@Override
	public Control getControl() {
		return pages == null ? null : pages.control();
	}

	@Override
	public void setFocus() {
		pages.setFocus();
	}

	/** An empty table would not say what to do. */
	private void turnPage() {
		Tree table = (Tree) super.getControl();
		pages.turnTo(table.getItemCount() > 0 ? table : hint.control());
	}

	private void showOutline() {
		try {
			getSite().getPage().showView(IPageLayout.ID_OUTLINE);
		} catch (PartInitException e) {
			TraplineUi.log(e.getStatus());
		}
	}

	@Override
	public void setActionBars(IActionBars bars) {
		super.setActionBars(bars);
		this.bars = bars;
		bindUndo();
	}

	/** A change is one of the text: its undoing is the editor's, from here too. */
	private void bindUndo() {
		if (bars != null && subject != null) {
			for (String action : new String[] { ActionFactory.UNDO.getId(), ActionFactory.REDO.getId() }) {
				bars.setGlobalActionHandler(action, subject.editor().getAction(action));
			}
			bars.updateActionBars();
		}
	}

	@Override
	public void dispose() {
		turnTo(null);
		super.dispose();
	}

	@Override
	public void selectionChanged(IWorkbenchPart part, ISelection selection) {
		if (latest == null) {
			return;
		}
		if (subject != null && part == subject.editor() && selection instanceof ITextSelection text) {
			place = text.getOffset();
			show();
		} else if (selection instanceof IStructuredSelection selected && selected.getFirstElement() instanceof IAdaptable adaptable
				&& adaptable.getAdapter(Subject.class) instanceof Subject next) {
			turnTo(next);
			show();
		} else if (!(part instanceof ITextEditor)) {
			// Another outline, or nothing.
			turnTo(null);
			latest.forget();
			super.selectionChanged(part, selection);
			turnPage();
		}
	}

	private void turnTo(Subject next) {
		if (subject != null) {
			subject.document().removeDocumentListener(edits);
		}
		subject = next;
		if (subject != null) {
			subject.document().addDocumentListener(edits);
			bindUndo();
		}
	}

	private void show() {
		Subject of = subject;
		String text = of.document().get();
		boolean changeable = !(of.editor() instanceof ITextEditorExtension2 extension) || extension.isEditorInputModifiable();
		latest.ask("Properties of an element", () -> element(of, text, changeable), found -> {
			if (found.isEmpty()) {
				// Of an editor that selects nothing the platform would show the file.
				pages.turnTo(hint.control());
				return;
			}
			super.selectionChanged(of.editor(), new StructuredSelection(found.get()));
			turnPage();
			expand();
		});
	}

	/** Categories group what is seen: the platform closes them whenever another element is shown. */
	private void expand() {
		if (super.getControl() instanceof Tree tree) {
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

	private Optional<ElementSource> element(Subject of, String text, boolean changeable) {
		return Caret.model(of.path(), text).flatMap(of.element())
				.map(each -> ElementSource.of(items, each, changeable ? change(of) : null));
	}

	private ElementSource.Change change(Subject of) {
		return new ElementSource.Change() {
			@Override
			public void replace(FeatureText piece, String replacement) {
				ElementPropertiesPage.this.replace(of, piece, replacement);
			}

			@Override
			public void rename(FeatureText piece, String name) {
				if (isAsRead(of, piece)) {
					Renaming.rename(of.editor(), piece.offset(), name);
				} else {
					refuse();
				}
			}
		};
	}

	private Optional<EObject> atCaret(TraplineModel model) {
		int caret = place;
		// Blanks and comments belong to the element behind them, in which the caret is not. Between elements there is only the file itself, of which there is
		// nothing to say but its namespace.
		return Caret.word(model, caret).map(NodeModelUtils::findActualSemanticObjectFor).stream()
				.flatMap(element -> Stream.iterate(element, Objects::nonNull, EObject::eContainer)).filter(element -> holds(element, caret)).findFirst()
				.filter(element -> element != model || model.getNamespace() != null);
	}

	private static boolean holds(EObject element, int offset) {
		ICompositeNode node = NodeModelUtils.findActualNodeFor(element);
		return node != null && node.getOffset() <= offset && offset <= node.getEndOffset();
	}

	/** Replaces a piece of the text, when the text is still the one that was read. */
	private void replace(Subject of, FeatureText piece, String replacement) {
		try {
			if (isAsRead(of, piece)) {
				of.document().replace(piece.offset(), piece.text().length(), replacement);
				return;
			}
		} catch (BadLocationException e) {
			// The text is another one, as below.
		}
		refuse();
	}

	/** Whether the text can be changed, and is the one that a piece was read from. */
	private static boolean isAsRead(Subject of, FeatureText piece) {
		return (!(of.editor() instanceof ITextEditorExtension2 extension) || extension.validateEditorInputState())
				&& of.document().get().equals(NodeModelUtils.getNode(piece.element()).getRootNode().getText());
	}

	private void refuse() {
		getControl().getDisplay().beep();
		show();
	}
}
