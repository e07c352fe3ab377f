// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui;

import java.util.List;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.eclipse.ui.IMarkerResolutionRelevance;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.trapline.lang.ui.server.ProblemMarkers;
import org.trapline.lang.ui.editor.Answers;
import org.trapline.lang.ui.editor.Edits;

/** What can be done about a problem, in the editor (Ctrl+1) and in the Problems view, whether the file is open or not. */
public final class ProblemFixes implements IMarkerResolutionGenerator2 {

	private static final IMarkerResolution[] NONE = {};

	@Override
	public boolean hasResolutions(IMarker marker) {
		// Whether there is one only the server knows; nearly every problem that has a code has.
		return marker.getAttribute(LanguageService.CODE, null) != null;
	}

	@Override
	public IMarkerResolution[] getResolutions(IMarker marker) {
		Optional<Diagnostic> problem = ProblemMarkers.diagnostic(marker);
		if (problem.isEmpty() || !(marker.getResource() instanceof IFile file)) {
			return NONE;
		}
		Optional<List<Either<Command, CodeAction>>> actions = Answers.await(LanguageService.ofWorkbench().ask(file,
				(server, text) -> server.codeAction(new CodeActionParams(text, problem.get().getRange(), new CodeActionContext(List.of(problem.get()))))));
		return actions.stream().flatMap(List::stream).filter(Either::isRight).map(Either::getRight).filter(action -> action.getEdit() != null)
				.map(Fix::new).toArray(IMarkerResolution[]::new);
	}

	/** One thing that can be done. The first of a problem is the likely one. */
	private static final class Fix implements IMarkerResolution2, IMarkerResolutionRelevance {

		private final String title;
		private final WorkspaceEdit change;
		private final boolean likely;

		Fix(CodeAction action) {
			title = action.getTitle();
			change = action.getEdit();
			likely = Boolean.TRUE.equals(action.getIsPreferred());
		}

		@Override
		public String getLabel() {
			return title;
		}

		@Override
		public void run(IMarker marker) {
			IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
			if (window != null && window.getActivePage() != null) {
				Edits.apply(window.getActivePage(), change);
			}
		}

		@Override
		public int getRelevanceForResolution() {
			return likely ? 1 : 0;
		}

		@Override
		public String getDescription() {
			return title;
		}

		@Override
		public Image getImage() {
			return null;
		}
	}
}
