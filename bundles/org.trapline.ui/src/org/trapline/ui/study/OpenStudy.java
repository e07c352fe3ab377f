// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.study;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * A study as it is in an editor.
 *
 * @param file   the file of the workspace
 * @param path   the file on the disk
 * @param editor where it is open
 * @param texts  what is in editors and not yet saved, of this file and of others that it may import
 */
public record OpenStudy(IFile file, Path path, ITextEditor editor, Map<Path, String> texts) {

	public OpenStudy {
		Objects.requireNonNull(file);
		Objects.requireNonNull(path);
		Objects.requireNonNull(editor);
		texts = Map.copyOf(texts);
	}

	/**
	 * Opens a file's editor in front of others, without the focus.
	 *
	 * @return empty when the file is not on this machine's disk, or has an editor of another kind
	 * @throws PartInitException when its editor cannot be opened
	 */
	public static Optional<OpenStudy> open(IWorkbenchPage page, IFile file) throws PartInitException {
		if (file.getLocation() != null && IDE.openEditor(page, file, false) instanceof ITextEditor text) {
			return Optional.of(new OpenStudy(file, file.getLocation().toPath(), text, unsaved(page)));
		}
		return Optional.empty();
	}

	/** The texts of all changed editors of a page. */
	public static Map<Path, String> unsaved(IWorkbenchPage page) {
		Map<Path, String> texts = new HashMap<>();
		for (IEditorReference reference : page.getEditorReferences()) {
			if (reference.isDirty() && reference.getEditor(false) instanceof ITextEditor text) {
				IFile file = text.getEditorInput().getAdapter(IFile.class);
				IDocument document = text.getDocumentProvider().getDocument(text.getEditorInput());
				if (file != null && file.getLocation() != null && document != null) {
					texts.put(file.getLocation().toPath(), document.get());
				}
			}
		}
		return texts;
	}
}
