// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.reconciler.IReconciler;
import org.eclipse.jface.text.reconciler.IReconcilingStrategy;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.IAnnotationModel;
import org.eclipse.jface.text.source.IAnnotationModelExtension;
import org.eclipse.jface.text.source.ISourceViewer;
import org.eclipse.jface.viewers.IPostSelectionProvider;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.swt.custom.StyledText;
import org.trapline.lang.ui.LanguageService;
import org.trapline.lang.ui.TextPositions;

/** Marks where else the element at the caret is meant. The editor's button for occurrences turns it off. */
public final class Occurrences implements IReconciler {

	/** The platform's kind of annotation, so that its colours in both themes and its preferences hold. */
	static final String ANNOTATION = "org.eclipse.ui.genericeditor.text";
	private static final String BUNDLE = "org.eclipse.ui.genericeditor";
	private static final String SWITCH = "org.eclipse.ui.genericeditor.togglehighlight";
	private static final Executor PAUSE = CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);

	private final AtomicInteger newest = new AtomicInteger();
	private final ISelectionChangedListener moves = event -> moved();
	private ISourceViewer viewer;
	private Annotation[] shown = {};

	@Override
	public void install(ITextViewer textViewer) {
		if (textViewer instanceof ISourceViewer source && source.getSelectionProvider() instanceof IPostSelectionProvider provider) {
			viewer = source;
			provider.addPostSelectionChangedListener(moves);
		}
	}

	@Override
	public void uninstall() {
		newest.incrementAndGet();
		if (viewer != null && viewer.getSelectionProvider() instanceof IPostSelectionProvider provider) {
			provider.removePostSelectionChangedListener(moves);
		}
	}

	private void moved() {
		int number = newest.incrementAndGet();
		StyledText text = viewer.getTextWidget();
		IDocument document = viewer.getDocument();
		if (text == null || text.isDisposed() || document == null) {
			return;
		}
		if (!InstanceScope.INSTANCE.getNode(BUNDLE).getBoolean(SWITCH, true)) {
			show(document, List.of());
			return;
		}
		int caret = viewer.getSelectedRange().x;
		PAUSE.execute(() -> {
			if (number == newest.get()) {
				Answers.show(LanguageService.ofWorkbench().ask(document,
						(server, file) -> server.documentHighlight(new DocumentHighlightParams(file, TextPositions.position(document, caret)))), found -> {
							if (number == newest.get() && viewer.getDocument() == document) {
								show(document, found.isEmpty() ? List.of() : List.copyOf(found.get()));
							}
						});
			}
		});
	}

	private void show(IDocument document, List<DocumentHighlight> occurrences) {
		IAnnotationModel model = viewer.getAnnotationModel();
		if (!(model instanceof IAnnotationModelExtension extension)) {
			return;
		}
		Map<Annotation, Position> added = new HashMap<>();
		for (DocumentHighlight occurrence : occurrences) {
			IRegion region = TextPositions.region(document, occurrence.getRange());
			added.put(new Annotation(ANNOTATION, false, null), new Position(region.getOffset(), region.getLength()));
		}
		extension.replaceAnnotations(shown, added);
		shown = added.keySet().toArray(Annotation[]::new);
	}

	@Override
	public IReconcilingStrategy getReconcilingStrategy(String contentType) {
		return null;
	}
}
