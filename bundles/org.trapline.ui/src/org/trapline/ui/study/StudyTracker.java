// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.study;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.texteditor.ITextEditor;

/** Follows the study in the active editor: tells when it is another one, when its text changes, and where the caret is. On the UI thread. */
public final class StudyTracker {

	/** Typing is over when nothing comes for so many milliseconds. */
	private static final int PAUSE = 250;

	private final IWorkbenchPage page;
	private final Consumer<Optional<OpenStudy>> changed;
	private final IntConsumer caret;
	private final IPartListener2 parts = new IPartListener2() {
		@Override
		public void partActivated(IWorkbenchPartReference reference) {
			follow();
		}

		@Override
		public void partBroughtToTop(IWorkbenchPartReference reference) {
			follow();
		}

		@Override
		public void partClosed(IWorkbenchPartReference reference) {
			follow();
		}

		@Override
		public void partInputChanged(IWorkbenchPartReference reference) {
			follow();
		}
	};
	private final IDocumentListener edits = new IDocumentListener() {
		@Override
		public void documentAboutToBeChanged(DocumentEvent event) {
			// Only what is there counts.
		}

		@Override
		public void documentChanged(DocumentEvent event) {
			tellSoon();
		}
	};
	private final ISelectionChangedListener moves = event -> {
		if (event.getSelection() instanceof ITextSelection text) {
			tellCaret(text.getOffset());
		}
	};
	private Optional<ITextEditor> editor = Optional.empty();
	private Optional<IDocument> document = Optional.empty();
	private int pending;
	private boolean disposed;

	/**
	 * Begins to follow; tells at once what is there.
	 *
	 * @param changed is told of the study that is open, and of none
	 * @param caret   is told where in the text the caret is
	 */
	public StudyTracker(IWorkbenchPage page, Consumer<Optional<OpenStudy>> changed, IntConsumer caret) {
		this.page = page;
		this.changed = changed;
		this.caret = caret;
		page.addPartListener(parts);
		follow();
		if (editor.isEmpty()) {
			changed.accept(Optional.empty());
		}
	}

	private void follow() {
		Optional<ITextEditor> now = study(page.getActiveEditor());
		if (now.equals(editor)) {
			return;
		}
		leave();
		editor = now;
		document = now.map(each -> each.getDocumentProvider().getDocument(each.getEditorInput()));
		document.ifPresent(each -> each.addDocumentListener(edits));
		now.map(ITextEditor::getSelectionProvider).filter(IPostSelectionProvider.class::isInstance).map(IPostSelectionProvider.class::cast)
				.ifPresent(provider -> provider.addPostSelectionChangedListener(moves));
		tell();
	}

	private void leave() {
		document.ifPresent(each -> each.removeDocumentListener(edits));
		editor.map(ITextEditor::getSelectionProvider).filter(IPostSelectionProvider.class::isInstance).map(IPostSelectionProvider.class::cast)
				.ifPresent(provider -> provider.removePostSelectionChangedListener(moves));
	}

	private static Optional<ITextEditor> study(IEditorPart part) {
		if (part instanceof ITextEditor text && text.getEditorInput() != null) {
			IFile file = text.getEditorInput().getAdapter(IFile.class);
			if (file != null && "trapline".equals(file.getFileExtension()) && file.getLocation() != null) {
				return Optional.of(text);
			}
		}
		return Optional.empty();
	}

	private void tellSoon() {
		int number = ++pending;
		Display display = page.getWorkbenchWindow().getShell().getDisplay();
		display.asyncExec(() -> display.timerExec(PAUSE, () -> {
			if (number == pending && !disposed) {
				tell();
			}
		}));
	}

	private void tell() {
		if (!disposed) {
			changed.accept(current());
		}
	}

	private void tellCaret(int offset) {
		if (!disposed) {
			caret.accept(offset);
		}
	}

	/** The study that is open, as it is now. */
	public Optional<OpenStudy> current() {
		return editor.map(text -> {
			IFile file = text.getEditorInput().getAdapter(IFile.class);
			return new OpenStudy(file, file.getLocation().toPath(), text, OpenStudy.unsaved(page));
		});
	}

	/** Ends to follow. */
	public void dispose() {
		disposed = true;
		page.removePartListener(parts);
		leave();
	}
}
