// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.catalog;

import java.util.Optional;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.ITextViewerExtension5;
import org.eclipse.jface.util.LocalSelectionTransfer;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredViewer;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.dnd.IDragAndDropService;
import org.eclipse.ui.texteditor.ITextEditor;
import org.trapline.run.catalog.CatalogEntry;

/** Dragging entries of the catalog with the mouse: from the view's tree, into editors. Studies are not dragged: they become projects. */
final class EntryDrag {

	/** Marks a widget that takes entries already. */
	private static final String MARK = EntryDrag.class.getName();

	/** Takes an entry that is let go. */
	interface Drop {
		/** @param offset in the editor's document */
		void drop(CatalogEntry entry, int offset);
	}

	private EntryDrag() {
	}

	/** Lets entries be dragged out of a viewer. */
	static void from(StructuredViewer viewer) {
		viewer.addDragSupport(DND.DROP_COPY, new Transfer[] { LocalSelectionTransfer.getTransfer() }, new DragSourceAdapter() {
			@Override
			public void dragStart(DragSourceEvent event) {
				LocalSelectionTransfer.getTransfer().setSelection(viewer.getSelection());
				event.doit = dragged().filter(entry -> entry.kind() != CatalogEntry.Kind.STUDY).isPresent();
			}

			@Override
			public void dragFinished(DragSourceEvent event) {
				LocalSelectionTransfer.getTransfer().setSelection(null);
			}
		});
	}

	/** Lets entries be dropped into an editor, for the rest of its life: the first one who asks gets them. */
	static void into(ITextEditor editor, Drop drop) {
		if (!(editor.getAdapter(Control.class) instanceof StyledText widget) || widget.getData(MARK) != null) {
			return;
		}
		// Once for the life of the editor: the workbench can only take away all targets of a widget, its own ones with them.
		widget.setData(MARK, Boolean.TRUE);
		editor.getSite().getService(IDragAndDropService.class).addMergedDropTarget(widget, DND.DROP_COPY, new Transfer[] { LocalSelectionTransfer.getTransfer() },
				new DropTargetAdapter() {
					@Override
					public void dragOver(DropTargetEvent event) {
						event.detail = dragged().isPresent() && editor.isEditable() ? DND.DROP_COPY : DND.DROP_NONE;
						event.feedback = DND.FEEDBACK_SELECT | DND.FEEDBACK_SCROLL;
					}

					@Override
					public void drop(DropTargetEvent event) {
						Point place = widget.toControl(event.x, event.y);
						int caret = Math.max(0, widget.getOffsetAtPoint(place) < 0 ? widget.getCharCount() : widget.getOffsetAtPoint(place));
						int offset = Adapters.adapt(editor, ITextViewer.class) instanceof ITextViewerExtension5 folded ? folded.widgetOffset2ModelOffset(caret) : caret;
						dragged().ifPresent(entry -> drop.drop(entry, offset));
					}
				});
	}

	private static Optional<CatalogEntry> dragged() {
		return LocalSelectionTransfer.getTransfer().getSelection() instanceof IStructuredSelection selection && selection.getFirstElement() instanceof CatalogEntry entry
				? Optional.of(entry) : Optional.empty();
	}
}
