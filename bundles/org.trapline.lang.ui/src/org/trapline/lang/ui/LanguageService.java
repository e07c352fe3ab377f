// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.Hover;

/**
 * The workbench's connection to the Trapline language server. There is one per workbench; ask the workbench for it
 * ({@code PlatformUI.getWorkbench().getService(LanguageService.class)}). It watches all text file buffers and the
 * workspace by itself; editors only ask questions.
 * <p>
 * Every method returns at once; the answers come on a thread of the language server. A future fails when the server could
 * not be started.
 */
public interface LanguageService {

	/** The content type of Trapline files. */
	String CONTENT_TYPE = "org.trapline.lang.trapline";

	/** The type of the markers that carry the server's diagnostics; the attribute {@link #CODE} holds the code. */
	String PROBLEM_MARKER = "org.trapline.lang.ui.problem";

	/** Marker attribute: the stable name of the kind of problem. */
	String CODE = "code";

	/** What may stand at {@code offset}; empty for a document that no file buffer holds. */
	CompletableFuture<List<CompletionItem>> completion(IDocument document, int offset);

	/** What there is to say about the element at {@code offset}. */
	CompletableFuture<Optional<Hover>> hover(IDocument document, int offset);
}
