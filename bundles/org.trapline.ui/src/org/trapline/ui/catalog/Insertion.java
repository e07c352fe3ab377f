// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.IRewriteTarget;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.ui.texteditor.ITextEditor;
import org.trapline.lang.scoping.TextHead;
import org.trapline.lang.ui.Snippets;
import org.trapline.run.Diagnostic;
import org.trapline.run.Studies;
import org.trapline.run.catalog.CatalogEntry;
import org.trapline.ui.TraplineUi;
import org.trapline.ui.catalog.Drafts.Draft;

/**
 * Puts something installed into a text. What is written depends on the place: the first draft is taken that the language accepts there, so that the grammar
 * and the validation decide, and nothing here knows them.
 *
 * @param path   of the file
 * @param texts  of other files that are not saved
 * @param text   of the file as it is
 * @param offset where to
 * @param length of what is replaced
 */
record Insertion(Path path, Map<Path, String> texts, String text, int offset, int length) {

	/** What stands for any element: where it may stand, any other may. */
	private static final String PROBE = "\ncontrol trapline.probe\n";

	/** As it is wanted; but above the imports and the comment that begins a text nothing may stand: what is wanted there goes below them. */
	static Insertion at(Path path, Map<Path, String> texts, String text, int offset, int length) {
		try {
			IDocument document = new Document(text);
			int head = TextHead.of(text).end();
			if (offset >= head) {
				return new Insertion(path, texts, text, offset, length);
			}
			int line = document.getLineOfOffset(head);
			while (line + 1 < document.getNumberOfLines() && lineAt(document, line).isBlank()) {
				line++;
			}
			return new Insertion(path, texts, text, document.getLineOffset(line), 0);
		} catch (BadLocationException e) {
			throw new IllegalArgumentException("no place in the text: " + offset, e);
		}
	}

	/** What comes of looking for what fits. */
	sealed interface Answer {

		/** This fits. */
		record Fits(Draft draft) implements Answer {
		}

		/** @param reason for the user */
		record Refused(String reason) implements Answer {
		}
	}

	/** Finds the draft that fits; takes its time, as the text is checked with each. A text that would only get one more error is left alone. */
	Answer choose(Studies studies, CatalogEntry entry, List<CatalogEntry> all) {
		String before = text.substring(0, offset);
		String after = text.substring(offset + length);
		Drafts drafts = new Drafts(entry, all, before, after, Set.copyOf(TextHead.of(text).imports()));
		try {
			List<String> problems = errors(studies, before + after);
			if (isWithin(errors(studies, before + PROBE + after), problems)) {
				Draft element = drafts.element();
				return new Answer.Fits(new Draft(parted(element.snippet()), element.uses()));
			}
			for (Draft draft : drafts.within()) {
				Draft apart = new Draft(spaced(draft.snippet()), draft.uses());
				IDocument trial = new Document(before + after);
				int shift = addImports(trial, apart.uses(), offset);
				trial.replace(offset + shift, 0, Snippets.text(apart.snippet()));
				if (isWithin(errors(studies, trial.get()), problems)) {
					return new Answer.Fits(apart);
				}
			}
			// The status line has room for some 90 letters.
			return new Answer.Refused(entry.name() + " cannot be inserted here" + (problems.isEmpty() ? ": put the caret between elements, or where a " + entry.kind().id() + " is named"
					: "; this may be due to an error: " + problems.getFirst()));
		} catch (IOException | BadLocationException | RuntimeException e) {
			TraplineUi.log(Status.warning("What fits for " + entry.name() + " is not known", e));
			return new Answer.Refused("%s was not inserted because the file cannot be checked: %s".formatted(entry.name(), e.getMessage()));
		}
	}

	private List<String> errors(Studies studies, String candidate) throws IOException {
		Map<Path, String> with = new HashMap<>(texts);
		with.put(path, candidate);
		return studies.withTexts(with).check(path).stream().filter(each -> each.severity() == Diagnostic.Severity.ERROR).map(Diagnostic::message).toList();
	}

	/** Whether there is no problem that was not there before. */
	private static boolean isWithin(List<String> problems, List<String> before) {
		List<String> rest = new ArrayList<>(problems);
		before.forEach(rest::remove);
		return rest.isEmpty();
	}

	/** A word does not grow together with those beside it. */
	private String spaced(String snippet) {
		boolean first = offset > 0 && isOfWord(text.charAt(offset - 1)) && !snippet.startsWith(",");
		boolean last = offset + length < text.length() && isOfWord(text.charAt(offset + length));
		return (first ? " " : "") + snippet + (last ? " " : "");
	}

	private static boolean isOfWord(char c) {
		return Character.isLetterOrDigit(c) || c == '_' || c == '"' || c == '{' || c == '}';
	}

	/** An element has lines of its own. */
	private String parted(String snippet) {
		int line = text.lastIndexOf('\n', offset - 1) + 1;
		int end = text.indexOf('\n', offset + length);
		boolean first = !text.substring(line, offset).isBlank() || text.substring(0, line).endsWith("}\n") && snippet.contains("\n");
		boolean last = !text.substring(offset + length, end < 0 ? text.length() : end).isBlank();
		return (first ? "\n" : "") + snippet + (last || end < 0 ? "\n" : "");
	}

	/**
	 * Writes a draft into an editor, as one step that is undone at once; where it has places to fill in, the user goes through them.
	 *
	 * @return where what is written ends
	 */
	int write(ITextEditor editor, Draft draft) {
		ITextViewer viewer = Adapters.adapt(editor, ITextViewer.class);
		IRewriteTarget target = Adapters.adapt(editor, IRewriteTarget.class);
		IRegion selection;
		int end;
		target.beginCompoundChange();
		try {
			IDocument document = viewer.getDocument();
			int shift = addImports(document, draft.uses(), offset);
			int rest = document.getLength() - offset - shift - length;
			selection = Snippets.insert(viewer, offset + shift, length, draft.snippet());
			end = document.getLength() - rest;
		} catch (BadLocationException e) {
			TraplineUi.log(Status.error("Inserting from the catalog failed", e));
			return offset;
		} finally {
			target.endCompoundChange();
		}
		editor.selectAndReveal(selection.getOffset(), selection.getLength());
		return end;
	}

	// ------------------------------------------------------------------------------------------- imports

	/**
	 * Adds the imports that are missing.
	 *
	 * @return by how much the place moves
	 */
	private static int addImports(IDocument document, Set<CatalogEntry> uses, int offset) throws BadLocationException {
		int shift = 0;
		// Who imports much first: it may bring the others with it.
		for (CatalogEntry entry : uses.stream().sorted((a, b) -> Integer.compare(a.importedBy().size(), b.importedBy().size())).toList()) {
			if (TextHead.of(document.get()).imports().stream().noneMatch(entry.importedBy()::contains)) {
				shift += addImport(document, entry.library(), offset + shift);
			}
		}
		return shift;
	}

	private static int addImport(IDocument document, String library, int offset) throws BadLocationException {
		TextHead head = TextHead.of(document.get());
		String whole = head.oneMore(library);
		document.replace(head.end(), 0, whole);
		return head.end() <= offset ? whole.length() : 0;
	}

	private static String lineAt(IDocument document, int number) throws BadLocationException {
		return document.get(document.getLineOffset(number), document.getLineLength(number)).stripLeading();
	}
}
