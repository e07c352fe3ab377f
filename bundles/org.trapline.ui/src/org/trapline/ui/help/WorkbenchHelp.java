// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.help;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.help.IContext;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.help.AbstractHelpUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.trapline.lang.ui.LanguageService;
import org.trapline.ui.TraplineUi;

/**
 * The platform's help commands (Help Contents, Search, F1), answered by the Help view. The platform's own help system would show pages of a web server
 * in a browser; neither is needed for text that is made on this machine.
 */
public final class WorkbenchHelp extends AbstractHelpUI {

	private static final String ENDING = ".trapline";

	/** Does something with the Help view. */
	private interface Wish {
		void of(HelpView view);
	}

	@Override
	public void displayHelp() {
		show(view -> view.show("help"));
	}

	@Override
	public void displaySearch() {
		show(HelpView::setFocusToSearch);
	}

	@Override
	public void search(String expression) {
		show(view -> view.find(expression));
	}

	@Override
	public void displayHelpResource(String topic) {
		show(view -> view.show(topic));
	}

	@Override
	public void displayContext(IContext context, int x, int y) {
		displayDynamicHelp();
	}

	@Override
	public boolean isContextHelpDisplayed() {
		return false;
	}

	/** F1: the topic of what is active. */
	@Override
	public void displayDynamicHelp() {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		IWorkbenchPart part = window == null || window.getActivePage() == null ? null : window.getActivePage().getActivePart();
		switch (part) {
		case null -> displayHelp();
		case ITextEditor editor when editor.getEditorInput().getName().endsWith(ENDING) -> {
			String word = word(editor);
			show(word.isEmpty() ? view -> view.show("language") : view -> view.showKeyword(word));
		}
		default -> {
			String id = part.getSite().getId();
			String problem = part.getSite().getSelectionProvider() != null && part.getSite().getSelectionProvider().getSelection() instanceof IStructuredSelection selection
					? problem(selection) : "";
			show(view -> view.show(problem.isEmpty() ? "views/" + id : "language/" + problem));
		}
		}
	}

	/** The code of the selected problem, if one is selected that has one. */
	private static String problem(IStructuredSelection selection) {
		IMarker marker = selection.isEmpty() ? null : Adapters.adapt(selection.getFirstElement(), IMarker.class);
		return marker == null || !marker.exists() ? "" : marker.getAttribute(LanguageService.CODE, "");
	}

	private static String word(ITextEditor editor) {
		IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		if (!(editor.getSelectionProvider().getSelection() instanceof ITextSelection selection)) {
			return "";
		}
		try {
			int start = selection.getOffset();
			int end = start;
			while (start > 0 && isPart(document.getChar(start - 1))) {
				start--;
			}
			while (end < document.getLength() && isPart(document.getChar(end))) {
				end++;
			}
			return document.get(start, end - start);
		} catch (BadLocationException e) {
			return "";
		}
	}

	private static boolean isPart(char letter) {
		return Character.isLetterOrDigit(letter) || letter == '-' || letter == '_';
	}

	private static void show(Wish wish) {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		IWorkbenchPage page = window == null ? null : window.getActivePage();
		if (page == null) {
			return;
		}
		try {
			wish.of((HelpView) page.showView(HelpView.ID));
		} catch (PartInitException e) {
			TraplineUi.log(e.getStatus());
		}
	}
}
