// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.content.IContentType;
import org.eclipse.jface.text.IDocument;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.ui.PlatformUI;

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

	/** Marker attribute: the diagnostic as the protocol writes it, in JSON; the server wants it back when it is asked for what can be done. */
	String DIAGNOSTIC = "diagnostic";

	/**
	 * A question to the server.
	 *
	 * @param <T> the kind of answer
	 */
	interface Question<T> {

		/** Asks; called on the server's thread, once the server knows the document's text. */
		CompletableFuture<T> ask(TextDocumentService server, TextDocumentIdentifier document);
	}

	/** Asks about a document as it is now. The answer is empty for a document that no file buffer holds, and when typing overtook the question. */
	<T> CompletableFuture<Optional<T>> ask(IDocument document, Question<T> question);

	/** Asks about a file, be it in an editor or not. */
	<T> CompletableFuture<Optional<T>> ask(IFile file, Question<T> question);

	/** What the numbers in answers about colours mean. */
	SemanticTokensLegend legend();

	/** Does a command of the server, as code lenses name them. */
	void execute(Command command);

	/** Looks at files anew, as if they had just changed. */
	void check(List<IFile> files);

	/** What may stand at {@code offset}; empty for a document that no file buffer holds. */
	default CompletableFuture<List<CompletionItem>> completion(IDocument document, int offset) {
		return ask(document, (server, file) -> server.completion(new CompletionParams(file, TextPositions.position(document, offset))))
				.thenApply(found -> found.map(items -> items.map(list -> list, CompletionList::getItems)).orElse(List.of()));
	}

	/** What there is to say about the element at {@code offset}. */
	default CompletableFuture<Optional<Hover>> hover(IDocument document, int offset) {
		return ask(document, (server, file) -> server.hover(new HoverParams(file, TextPositions.position(document, offset))));
	}

	/** Whether a file is one of Trapline's, by its name. */
	static boolean isTrapline(String file) {
		IContentType type = Platform.getContentTypeManager().getContentType(CONTENT_TYPE);
		return type != null && type.isAssociatedWith(file);
	}

	/** The workbench's. */
	static LanguageService ofWorkbench() {
		return PlatformUI.getWorkbench().getService(LanguageService.class);
	}
}
