// SPDX-License-Identifier: EPL-2.0
package org.trapline.ui.properties;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.properties.PropertySheetPage;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.trapline.catalog.CatalogException;
import org.trapline.model.TraplineModel;
import org.trapline.ui.run.Runs;
import org.trapline.ui.study.Latest;

/** The properties of the model's element that the caret is in, as the text is now. */
final class CaretPropertiesPage extends PropertySheetPage {

	private final ITextEditor editor;
	private final Path path;
	private Latest latest;

	CaretPropertiesPage(ITextEditor editor, Path path) {
		this.editor = editor;
		this.path = path;
	}

	@Override
	public void createControl(Composite parent) {
		super.createControl(parent);
		latest = new Latest(getControl());
	}

	@Override
	public void selectionChanged(IWorkbenchPart part, ISelection selection) {
		if (part != editor || !(selection instanceof ITextSelection place) || latest == null) {
			return;
		}
		String text = editor.getDocumentProvider().getDocument(editor.getEditorInput()).get();
		latest.ask("Properties at the caret", () -> element(text, place.getOffset()),
				found -> super.selectionChanged(part, found.map(StructuredSelection::new).orElse(StructuredSelection.EMPTY)));
	}

	private Optional<EObject> element(String text, int offset) {
		try {
			TraplineModel model = Runs.ofWorkbench().studies().withTexts(Map.of(path, text)).read(path);
			ICompositeNode root = NodeModelUtils.getNode(model);
			ILeafNode leaf = root == null ? null : NodeModelUtils.findLeafNodeAtOffset(root.getRootNode(), offset);
			return Optional.ofNullable(leaf == null ? null : NodeModelUtils.findActualSemanticObjectFor(leaf));
		} catch (IOException | CatalogException e) {
			// Nothing is known of a text that cannot be read; the editor says why.
			return Optional.empty();
		}
	}
}
