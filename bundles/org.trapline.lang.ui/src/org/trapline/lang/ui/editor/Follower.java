// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.editor;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.jface.text.IDocumentListener;
import org.trapline.lang.ui.LanguageService;
import org.trapline.lang.ui.LanguageService.Question;

/**
 * Keeps something up to date with a document: asks the server when typing has paused, and hands over, on the UI thread, those answers
 * that are about the text as it is then.
 *
 * @param <T> the kind of answer
 */
final class Follower<T> implements IDocumentListener {

	private static final Executor PAUSE = CompletableFuture.delayedExecutor(250, TimeUnit.MILLISECONDS);
	/** A document is there a little before the server knows it. */
	private static final int ATTEMPTS = 40;

	private final IDocument document;
	private final Question<T> question;
	private final Consumer<T> show;
	private final AtomicInteger newest = new AtomicInteger();
	private volatile boolean disposed;

	/** Begins to follow. */
	Follower(IDocument document, Question<T> question, Consumer<T> show) {
		this.document = document;
		this.question = question;
		this.show = show;
		document.addDocumentListener(this);
		ask(newest.incrementAndGet(), ATTEMPTS);
	}

	@Override
	public void documentAboutToBeChanged(DocumentEvent event) {
		// only the new text matters
	}

	@Override
	public void documentChanged(DocumentEvent event) {
		refresh();
	}

	/** Asks again soon. */
	void refresh() {
		int number = newest.incrementAndGet();
		PAUSE.execute(() -> ask(number, ATTEMPTS));
	}

	private void ask(int number, int attempts) {
		if (disposed || number != newest.get()) {
			return;
		}
		long asked = stamp();
		Answers.show(LanguageService.ofWorkbench().ask(document, question), answer -> {
			if (disposed || number != newest.get()) {
				return;
			}
			if (answer.isPresent() && asked == stamp()) {
				show.accept(answer.get());
			} else if (attempts > 0) {
				PAUSE.execute(() -> ask(number, attempts - 1));
			}
		});
	}

	private long stamp() {
		return ((IDocumentExtension4) document).getModificationStamp();
	}

	/** Ends to follow. */
	void dispose() {
		disposed = true;
		document.removeDocumentListener(this);
	}
}
