// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.help;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IPath;
import org.eclipse.help.IContext;
import org.eclipse.jface.dialogs.IDialogPage;
import org.eclipse.jface.dialogs.IPageChangeProvider;
import org.eclipse.jface.dialogs.TrayDialog;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.help.AbstractHelpUI;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.INode;
import org.trapline.lang.ui.LanguageService;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.study.Caret;

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
		show(view -> view.show(HelpReader.START));
	}

	@Override
	public void displaySearch() {
		show(HelpView::setFocusToSearch);
	}

	@Override
	public void search(String expression) {
		show(view -> view.find(expression));
	}

	/** A topic, beside the dialog that is active if there is one. */
	@Override
	public void displayHelpResource(String topic) {
		if (!inDialog(dialog -> HelpTray.show(dialog, topic))) {
			show(view -> view.show(topic));
		}
	}

	/** Help on a page that is not Trapline's: where the help begins. */
	@Override
	public void displayContext(IContext context, int x, int y) {
		if (!inDialog(dialog -> HelpTray.show(dialog, HelpReader.START))) {
			displayActive();
		}
	}

	@Override
	public boolean isContextHelpDisplayed() {
		return false;
	}

	/** F1: the topic of what is active. */
	@Override
	public void displayDynamicHelp() {
		if (!inDialog(WorkbenchHelp::askFocus)) {
			displayActive();
		}
	}

	/** Does something with the dialog that is active; false when none is that can show help. */
	private static boolean inDialog(Consumer<TrayDialog> action) {
		Shell shell = Display.getCurrent().getActiveShell();
		if (shell != null && shell.getData() instanceof TrayDialog dialog) {
			action.accept(dialog);
			return true;
		}
		return false;
	}

	/** What has the focus, or what is around it, knows its topic. */
	private static void askFocus(TrayDialog dialog) {
		Control control = Display.getCurrent().getFocusControl();
		while (control != null && !control.isListening(SWT.Help)) {
			control = control.getParent();
		}
		if (control != null) {
			control.notifyListeners(SWT.Help, new Event());
		} else if (dialog instanceof IPageChangeProvider pages && pages.getSelectedPage() instanceof IDialogPage page) {
			// The focus is on a button below the page.
			page.performHelp();
		} else {
			HelpTray.show(dialog, HelpReader.START);
		}
	}

	private static void displayActive() {
		IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		IWorkbenchPart part = window == null || window.getActivePage() == null ? null : window.getActivePage().getActivePart();
		switch (part) {
		case null -> show(view -> view.show(HelpReader.START));
		case ITextEditor editor when editor.getEditorInput().getName().endsWith(ENDING) -> {
			String word = word(editor);
			show(word.isEmpty() ? view -> view.show("language") : view -> view.showKeyword(word, rules(editor)));
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

	/** Asks for the names of the grammar's rules that made the word at the caret, the innermost first; not on the UI thread. */
	private static Supplier<List<String>> rules(ITextEditor editor) {
		String text = editor.getDocumentProvider().getDocument(editor.getEditorInput()).get();
		IPath file = editor.getEditorInput() instanceof IFileEditorInput input ? input.getFile().getLocation() : null;
		if (file == null || !(editor.getSelectionProvider().getSelection() instanceof ITextSelection selection)) {
			return List::of;
		}
		int offset = selection.getOffset();
		return () -> Caret.model(file.toPath(), text).flatMap(model -> Caret.word(model, offset)).stream()
				.flatMap(leaf -> Stream.<INode>iterate(leaf, Objects::nonNull, INode::getParent)).map(node -> EcoreUtil2.getContainerOfType(node.getGrammarElement(), AbstractRule.class))
				.filter(Objects::nonNull).map(AbstractRule::getName).distinct().toList();
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
