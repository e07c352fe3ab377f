// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.editor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextInputListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotation;
import org.eclipse.jface.text.source.projection.ProjectionAnnotationModel;
import org.eclipse.jface.text.source.projection.ProjectionViewer;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;

/** Elements, blocks and long comments can be folded. What is folded stays so while the text changes elsewhere. */
public final class Folding implements IReconciler, ITextInputListener {

	private ProjectionViewer viewer;
	private Follower<List<FoldingRange>> follower;

	@Override
	public void install(ITextViewer textViewer) {
		if (textViewer instanceof ProjectionViewer projection) {
			viewer = projection;
			viewer.addTextInputListener(this);
			inputDocumentChanged(null, viewer.getDocument());
		}
	}

	@Override
	public void uninstall() {
		inputDocumentAboutToBeChanged(null, null);
		if (viewer != null) {
			viewer.removeTextInputListener(this);
		}
	}

	@Override
	public void inputDocumentAboutToBeChanged(IDocument oldInput, IDocument newInput) {
		if (follower != null) {
			follower.dispose();
			follower = null;
		}
	}

	@Override
	public void inputDocumentChanged(IDocument oldInput, IDocument newInput) {
		if (newInput != null) {
			follower = new Follower<>(newInput, (server, file) -> server.foldingRange(new FoldingRangeRequestParams(file)), ranges -> show(newInput, ranges));
		}
	}

	private void show(IDocument document, List<FoldingRange> ranges) {
		ProjectionAnnotationModel model = viewer.getProjectionAnnotationModel();
		if (model == null || viewer.getDocument() != document) {
			return;
		}
		Set<Position> wanted = new HashSet<>();
		for (FoldingRange range : ranges) {
			position(document, range, wanted);
		}
		List<Annotation> gone = new ArrayList<>();
		for (Iterator<Annotation> all = model.getAnnotationIterator(); all.hasNext();) {
			Annotation annotation = all.next();
			if (!wanted.remove(model.getPosition(annotation))) {
				gone.add(annotation);
			}
		}
		Map<Annotation, Position> added = new HashMap<>();
		wanted.forEach(position -> added.put(new ProjectionAnnotation(), position));
		if (!gone.isEmpty() || !added.isEmpty()) {
			model.modifyAnnotations(gone.toArray(Annotation[]::new), added, null);
		}
	}

	/** Whole lines: the first stays visible. */
	private static void position(IDocument document, FoldingRange range, Set<Position> wanted) {
		try {
			int start = document.getLineOffset(range.getStartLine());
			int end = document.getLineOffset(range.getEndLine()) + document.getLineLength(range.getEndLine());
			if (range.getEndLine() > range.getStartLine()) {
				wanted.add(new Position(start, end - start));
			}
		} catch (BadLocationException e) {
			// The file has changed meanwhile: the next answer is on its way.
		}
	}

	@Override
	public IReconcilingStrategy getReconcilingStrategy(String contentType) {
		return null;
	}
}
