// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.editor;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

/** Gives editors of Trapline texts their page in the Outline view. */
public final class OutlineFactory implements IAdapterFactory {

	@Override
	public <T> T getAdapter(Object adaptable, Class<T> adapter) {
		if (adapter == IContentOutlinePage.class && adaptable instanceof ITextEditor editor && TextTester.isText(editor.getEditorInput())) {
			IDocument document = Places.document(editor);
			return document == null ? null : adapter.cast(new OutlinePage(editor, document));
		}
		return null;
	}

	@Override
	public Class<?>[] getAdapterList() {
		return new Class<?>[] { IContentOutlinePage.class };
	}
}
