// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.catalogue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.text.TextUtilities;
import org.eclipse.ui.texteditor.ITextEditor;
import org.trapline.run.CatalogueEntry;
import org.trapline.ui.TraplineUi;

/** Puts the name of something installed into a text, and imports the library that has it where the text does not yet. */
final class Insertion {

	private static final Pattern IMPORT = Pattern.compile("(?m)^[ \\t]*import[ \\t]+\"([^\"]*)\"[^\\n\\r]*");

	private Insertion() {
	}

	/** Replaces what is selected in an editor, as one step that is undone at once. */
	static void insert(ITextEditor editor, CatalogueEntry entry) {
		IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		ITextSelection selection = (ITextSelection) editor.getSelectionProvider().getSelection();
		IRewriteTarget target = Adapters.adapt(editor, IRewriteTarget.class);
		if (target != null) {
			target.beginCompoundChange();
		}
		try {
			String name = spaced(document, selection.getOffset(), entry.name());
			document.replace(selection.getOffset(), selection.getLength(), name);
			int caret = selection.getOffset() + name.length();
			if (!isVisible(document.get(), entry)) {
				caret += addImport(document, entry.library());
			}
			editor.selectAndReveal(caret, 0);
		} catch (BadLocationException e) {
			TraplineUi.log(Status.error("Inserting " + entry.name() + " failed", e));
		} finally {
			if (target != null) {
				target.endCompoundChange();
			}
		}
	}

	/** A name does not grow together with a word before it. */
	private static String spaced(IDocument document, int offset, String name) throws BadLocationException {
		return offset > 0 && (Character.isLetterOrDigit(document.getChar(offset - 1)) || document.getChar(offset - 1) == '_') ? " " + name : name;
	}

	private static boolean isVisible(String text, CatalogueEntry entry) {
		Matcher imports = IMPORT.matcher(text);
		while (imports.find()) {
			if (entry.importedBy().contains(imports.group(1))) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Adds an import below those that are there; else at the top, below a comment that begins the text.
	 *
	 * @return how much longer the text is
	 */
	private static int addImport(IDocument document, String library) throws BadLocationException {
		String text = document.get();
		String line = "import \"" + library + "\"" + TextUtilities.getDefaultLineDelimiter(document);
		Matcher imports = IMPORT.matcher(text);
		int last = -1;
		while (imports.find()) {
			last = imports.start();
		}
		int at;
		if (last >= 0) {
			at = nextLine(document, document.getLineOfOffset(last));
		} else {
			at = 0;
			for (int number = 0; number < document.getNumberOfLines() && lineAt(document, number).startsWith("//"); number++) {
				at = nextLine(document, number);
			}
		}
		document.replace(at, 0, line);
		return line.length();
	}

	private static String lineAt(IDocument document, int number) throws BadLocationException {
		return document.get(document.getLineOffset(number), document.getLineLength(number)).stripLeading();
	}

	private static int nextLine(IDocument document, int number) throws BadLocationException {
		return document.getLineOffset(number) + document.getLineLength(number);
	}
}
