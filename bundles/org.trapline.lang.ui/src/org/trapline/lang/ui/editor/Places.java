// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.editor;

import java.net.URI;
import java.util.Optional;

import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.filesystem.IFileStore;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.Range;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.texteditor.ITextEditor;
import org.trapline.lang.ui.TextPositions;

/** Places in texts as the protocol names them: files of the workspace, and of the libraries of plug-ins, which can only be read. */
final class Places {

	private Places() {
	}

	/** The file of the workspace at a place. */
	static Optional<IFile> file(String uri) {
		URI location = URI.create(uri);
		if ("file".equals(location.getScheme())) {
			for (IFile file : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(location)) {
				if (file.isAccessible()) {
					return Optional.of(file);
				}
			}
		}
		return Optional.empty();
	}

	/** Opens a file in an editor. Call it on the UI thread. */
	static Optional<ITextEditor> open(IWorkbenchPage page, String uri, boolean activate) {
		try {
			Optional<IFile> file = file(uri);
			IEditorPart editor;
			if (file.isPresent()) {
				editor = IDE.openEditor(page, file.get(), activate);
			} else {
				IFileStore store = EFS.getStore(URI.create(uri));
				editor = IDE.openEditorOnFileStore(page, store);
			}
			return editor instanceof ITextEditor text ? Optional.of(text) : Optional.empty();
		} catch (CoreException e) {
			Platform.getLog(Places.class).log(e.getStatus());
		}
		return Optional.empty();
	}

	/** Shows a range of a file in an editor. Call it on the UI thread. */
	static void show(IWorkbenchPage page, String uri, Range range) {
		open(page, uri, true).ifPresent(editor -> {
			IDocument document = document(editor);
			if (document != null) {
				IRegion region = TextPositions.region(document, range);
				editor.selectAndReveal(region.getOffset(), region.getLength());
			}
		});
	}

	/** The text in an editor. */
	static IDocument document(ITextEditor editor) {
		return editor.getDocumentProvider().getDocument(editor.getEditorInput());
	}
}
