// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.properties;

import java.nio.file.Path;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.ContentOutline;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.eclipse.ui.views.properties.IPropertySheetPage;

/** Gives the platform's Properties and Outline views their pages for editors of texts in the language. */
public final class PropertyPages implements IAdapterFactory {

	private static final String ENDING = ".trapline";

	@Override
	public <T> T getAdapter(Object object, Class<T> type) {
		if (object instanceof ContentOutline) {
			return type == IPropertySheetPage.class ? type.cast(new ElementPropertiesPage()) : null;
		}
		if (!(object instanceof ITextEditor editor) || editor.getEditorInput() == null || !editor.getEditorInput().getName().endsWith(ENDING)) {
			return null;
		}
		IFile file = editor.getEditorInput().getAdapter(IFile.class);
		if (type == IPropertySheetPage.class && file != null && file.getLocation() != null) {
			return type.cast(new ElementPropertiesPage(editor, file.getLocation().toPath()));
		}
		IDocument document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
		if (type == IContentOutlinePage.class && document != null) {
			// A library of a plug-in is no file of the workspace: its text is all that is needed.
			Path path = file != null && file.getLocation() != null ? file.getLocation().toPath() : Path.of(editor.getEditorInput().getName()).toAbsolutePath();
			return type.cast(new StudyOutlinePage(editor, document, path));
		}
		return null;
	}

	@Override
	public Class<?>[] getAdapterList() {
		return new Class<?>[] { IPropertySheetPage.class, IContentOutlinePage.class };
	}
}
