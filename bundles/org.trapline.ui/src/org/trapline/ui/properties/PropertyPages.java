// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.properties;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.properties.IPropertySheetPage;

/** Gives the platform's Properties view a page for editors of files in the language. */
public final class PropertyPages implements IAdapterFactory {

	@Override
	public <T> T getAdapter(Object object, Class<T> type) {
		if (type == IPropertySheetPage.class && object instanceof ITextEditor editor && editor.getEditorInput() != null) {
			IFile file = editor.getEditorInput().getAdapter(IFile.class);
			if (file != null && "trapline".equals(file.getFileExtension()) && file.getLocation() != null) {
				return type.cast(new CaretPropertiesPage(editor, file.getLocation().toPath()));
			}
		}
		return null;
	}

	@Override
	public Class<?>[] getAdapterList() {
		return new Class<?>[] { IPropertySheetPage.class };
	}
}
