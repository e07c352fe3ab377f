// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.editor;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.trapline.lang.ui.LanguageService;
import org.trapline.lang.ui.TextPositions;

/** Gives the element at the caret another name, in all files of the workspace that name it. */
public final class RenameHandler extends AbstractHandler {

	private static final String TITLE = "Rename Element";

	@Override
	public Object execute(ExecutionEvent event) {
		StudyEditor.of(event).ifPresent(study -> {
			Position caret = TextPositions.position(study.document(), study.selection().getOffset());
			take(study, LanguageService.ofWorkbench().ask(study.document(), (server, file) -> server.prepareRename(new PrepareRenameParams(file, caret))), found -> {
				if (found.isSecond()) {
					ask(study, caret, found.getSecond().getPlaceholder());
				}
			});
		});
		return null;
	}

	private static void ask(StudyEditor study, Position caret, String name) {
		InputDialog dialog = new InputDialog(study.editor().getSite().getShell(), TITLE, "New name of '%s':".formatted(name), name,
				text -> text.isBlank() || text.equals(name) ? "" : null);
		if (dialog.open() == Window.OK) {
			take(study, LanguageService.ofWorkbench().ask(study.document(), (server, file) -> server.rename(new RenameParams(file, caret, dialog.getValue()))),
					change -> Edits.apply(study.page(), change));
		}
	}

	/** What comes of an answer. */
	private interface Next<T> {
		void take(T answer);
	}

	/** Goes on with an answer; says why when the server refuses. */
	private static <T> void take(StudyEditor study, CompletableFuture<Optional<T>> answer, Next<T> next) {
		answer.whenComplete((found, failure) -> PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
			Shell shell = study.editor().getSite().getShell();
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
