// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.study;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.trapline.catalog.Library;
import org.trapline.result.Source;
import org.trapline.run.compile.SourcePlace;
import org.trapline.ui.TextInput;
import org.trapline.ui.run.Runs;

/** Goes to places in texts. */
public final class Places {

	private Places() {
	}

	/** Opens the text of a place, with its line selected. */
	public static void open(IWorkbenchPage page, SourcePlace place) throws PartInitException {
		Optional<IEditorPart> editor = editor(page, place);
		if (editor.isPresent()) {
			reveal(editor.get(), place.line());
		}
	}

	/** A place in a few words: {@code kvm-2017, line 94}. */
	public static String name(SourcePlace place) {
		String source = place.source();
		return source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1) + ", line " + place.line();
	}

	private static Optional<IEditorPart> editor(IWorkbenchPage page, SourcePlace place) throws PartInitException {
		if (place.kind() == Source.Kind.LIBRARY) {
			Optional<Library> library = Runs.ofWorkbench().catalog().library(place.source());
			return library.isEmpty() ? Optional.empty() : Optional.of(open(page, library.get()));
		}
		Path path = Path.of(place.source());
		IFile[] files = ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(path.toUri());
		return Optional.of(files.length > 0 ? IDE.openEditor(page, files[0]) : TextInput.open(page, path, path.toString()));
	}

	/** Opens a library of a plug-in: it can be read, not changed. */
	public static IEditorPart open(IWorkbenchPage page, Library library) throws PartInitException {
		return TextInput.open(page, library.location(), "Library " + library.name());
	}

	private static void reveal(IEditorPart editor, int line) {
		ITextEditor text = Adapters.adapt(editor, ITextEditor.class);
		if (text == null || line < 1) {
			return;
		}
		IDocument document = text.getDocumentProvider().getDocument(text.getEditorInput());
		try {
			IRegion region = document.getLineInformation(Math.min(line, document.getNumberOfLines()) - 1);
			text.selectAndReveal(region.getOffset(), region.getLength());
		} catch (BadLocationException e) {
			// The text changed meanwhile: the open file is the best there is.
		}
	}
}
