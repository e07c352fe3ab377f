// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.window.Window;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.trapline.lang.ui.editor.Edits;

/** Gives elements other names, in all files of the workspace that name them. */
public final class Renaming {

	/** What it is called. */
	public static final String TITLE = "Rename Element";

	/** Its topic of the help. */
	public static final String TOPIC = "wizards/rename-element";

	/** What it means to rename an element, in Markdown. */
	public static final String EXPLANATION = """
			Gives an element another name where it is declared, and in all files of the workspace that refer to it. The files that change open in editors and are not \
			saved: each change is one step that can be undone.

			A name has letters, digits and `_`, and does not begin with a digit; many elements may have several such parts, joined by dots. Refused with the reason are words \
			of the language, names that are taken, and elements of a plug-in's library: these can be extended, not changed.""";

	private Renaming() {
	}

	/** Asks for another name of what is named at a place of a text, and gives it. */
	public static void ask(ITextEditor editor, int offset) {
		IDocument document = document(editor);
		Position place = TextPositions.position(document, offset);
		take(editor, LanguageService.ofWorkbench().ask(document, (server, file) -> server.prepareRename(new PrepareRenameParams(file, place))), found -> {
			if (found.isSecond()) {
				String name = found.getSecond().getPlaceholder();
				NameDialog dialog = new NameDialog(editor.getSite().getShell(), TITLE, "New name of '%s':".formatted(name), name,
						text -> text.isBlank() || text.equals(name) ? "" : null, TOPIC);
				if (dialog.open() == Window.OK) {
					rename(editor, place, dialog.name());
				}
			}
		});
	}

	/** Gives what is named at a place of a text another name; tells why when that cannot be. */
	public static void rename(ITextEditor editor, int offset, String name) {
		rename(editor, TextPositions.position(document(editor), offset), name);
	}

	private static void rename(ITextEditor editor, Position place, String name) {
		take(editor, LanguageService.ofWorkbench().ask(document(editor), (server, file) -> server.rename(new RenameParams(file, place, name))),
				change -> Edits.apply(editor.getSite().getPage(), change));
	}

	private static IDocument document(ITextEditor editor) {
		return editor.getDocumentProvider().getDocument(editor.getEditorInput());
	}

	/** What comes of an answer. */
	private interface Next<T> {
		void take(T answer);
	}

	/** Goes on with an answer; says why when the server refuses. */
	private static <T> void take(ITextEditor editor, CompletableFuture<Optional<T>> answer, Next<T> next) {
		answer.whenComplete((found, failure) -> PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
			Shell shell = editor.getSite().getShell();
			Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
			if (cause instanceof ResponseErrorException refused) {
				MessageDialog.openInformation(shell, TITLE, refused.getResponseError().getMessage());
			} else if (failure == null && found.isPresent()) {
				next.take(found.get());
			} else if (failure == null) {
				MessageDialog.openInformation(shell, TITLE, "Put the caret on the name of an element.");
			} else {
				MessageDialog.openError(shell, TITLE, "The language server did not answer: " + cause.getMessage());
			}
		}));
	}
}
