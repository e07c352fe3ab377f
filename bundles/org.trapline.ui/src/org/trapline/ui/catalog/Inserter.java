// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.catalog;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.action.IStatusLineManager;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.Position;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.texteditor.ITextEditor;
import org.trapline.run.catalog.CatalogEntry;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.run.Runs;
import org.trapline.ui.study.Latest;
import org.trapline.ui.study.OpenStudy;

/**
 * Inserts what is wanted, in the order in which it is wanted. What fits is found beside: meanwhile one can go on, and what was typed counts. Call it on
 * the UI thread.
 */
final class Inserter {

	private final Latest latest;
	private final IWorkbenchPage page;
	private final Queue<Wanted> waiting = new ArrayDeque<>();
	private Optional<Written> last = Optional.empty();
	private boolean busy;

	/** @param control as long as it is there, things are inserted */
	Inserter(Control control, IWorkbenchPage page) {
		this.latest = new Latest(control);
		this.page = page;
	}

	/** @param dropped where it was let go, which moves with the text; empty where the caret says */
	private record Wanted(ITextEditor editor, CatalogEntry entry, List<CatalogEntry> all, Optional<Position> dropped) {
	}

	/** What was inserted last: as long as nobody went on from there, the next one goes behind it, not in place of what is to be filled in. */
	private record Written(ITextEditor editor, String text, ITextSelection selection, int end) {
		boolean isUntouched(ITextEditor now) {
			return now == editor && document(now).get().equals(text) && now.getSelectionProvider().getSelection() instanceof ITextSelection selected
					&& selected.getOffset() == selection.getOffset() && selected.getLength() == selection.getLength();
		}
	}

	/** Inserts at the caret, or in place of what is selected. */
	void insert(ITextEditor editor, CatalogEntry entry, List<CatalogEntry> all) {
		insert(new Wanted(editor, entry, all, Optional.empty()));
	}

	/** Inserts at a place. */
	void insert(ITextEditor editor, CatalogEntry entry, List<CatalogEntry> all, int offset) {
		Position dropped = new Position(offset);
		try {
			document(editor).addPosition(dropped);
		} catch (BadLocationException e) {
			TraplineUi.log(Status.error("Dropped outside of the text", e));
			return;
		}
		insert(new Wanted(editor, entry, all, Optional.of(dropped)));
	}

	private void insert(Wanted wanted) {
		page.activate(wanted.editor());
		waiting.add(wanted);
		if (!busy) {
			next();
		}
	}

	private void next() {
		Wanted wanted = waiting.peek();
		busy = wanted != null;
		if (wanted == null) {
			return;
		}
		IDocument document = document(wanted.editor());
		IFile file = document == null ? null : wanted.editor().getEditorInput().getAdapter(IFile.class);
		if (file == null) {
			// The editor was closed meanwhile.
			waiting.remove();
			next();
			return;
		}
		Path path = file.getLocation().toPath();
		Map<Path, String> texts = OpenStudy.unsaved(page);
		Insertion insertion = insertion(wanted, path, texts, document.get());
		latest.ask("Inserting " + wanted.entry().name(), () -> insertion.choose(Runs.ofWorkbench().studies(), wanted.entry(), wanted.all()), answer -> {
			if (document(wanted.editor()) == document && document.get().equals(insertion.text())) {
				waiting.remove();
				wanted.dropped().ifPresent(document::removePosition);
				take(answer, insertion, wanted.editor());
			}
			next();
		});
	}

	private void take(Insertion.Answer answer, Insertion insertion, ITextEditor editor) {
		IStatusLineManager line = editor.getEditorSite().getActionBars().getStatusLineManager();
		switch (answer) {
		case Insertion.Answer.Fits fits -> {
			line.setErrorMessage(null);
			int end = insertion.write(editor, fits.draft());
			last = Optional.of(new Written(editor, document(editor).get(), (ITextSelection) editor.getSelectionProvider().getSelection(), end));
		}
		case Insertion.Answer.Refused refused -> {
			line.setErrorMessage(refused.reason());
			page.getWorkbenchWindow().getShell().getDisplay().beep();
		}
		}
	}

	private Insertion insertion(Wanted wanted, Path path, Map<Path, String> texts, String text) {
		if (wanted.dropped().isPresent()) {
			return Insertion.at(path, texts, text, wanted.dropped().get().getOffset(), 0);
		}
		Optional<Integer> behind = last.filter(written -> written.isUntouched(wanted.editor())).map(Written::end);
		if (behind.isPresent()) {
			return Insertion.at(path, texts, text, behind.get(), 0);
		}
		ITextSelection caret = (ITextSelection) wanted.editor().getSelectionProvider().getSelection();
		return Insertion.at(path, texts, text, caret.getOffset(), caret.getLength());
	}

	/** Null when the editor is closed. */
	private static IDocument document(ITextEditor editor) {
		return editor.getDocumentProvider() == null ? null : editor.getDocumentProvider().getDocument(editor.getEditorInput());
	}
}
