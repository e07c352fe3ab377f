// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.editor;

import java.util.Optional;

import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;

/** The editor that a command is about. */
record StudyEditor(ITextEditor editor, IDocument document, ITextSelection selection) {

	static Optional<StudyEditor> of(ExecutionEvent event) {
		if (HandlerUtil.getActiveEditor(event) instanceof ITextEditor editor && editor.getSelectionProvider().getSelection() instanceof ITextSelection selection) {
			return Optional.ofNullable(Places.document(editor)).map(document -> new StudyEditor(editor, document, selection));
		}
		return Optional.empty();
	}

	/** Says something where the caret's place is said, when nothing comes of a command. */
	void say(String message) {
		editor.getEditorSite().getActionBars().getStatusLineManager().setErrorMessage(message);
		editor.getSite().getShell().getDisplay().beep();
	}
}
