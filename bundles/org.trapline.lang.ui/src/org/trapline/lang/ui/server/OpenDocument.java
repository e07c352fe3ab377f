// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.server;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.services.TextDocumentService;

/**
 * A document that an editor holds, kept in step with the server. Changes are sent when typing has paused, always as the
 * whole text: a copy of it costs well under a millisecond, and no chain of edits can go out of step.
 */
final class OpenDocument implements IDocumentListener {

	/** Pause in typing, in milliseconds, after which the server is told. */
	private static final long PAUSE = 100;

	private final IDocument document;
	private final String uri;
	private final ScheduledExecutorService serverThread;
	private final TextDocumentService server;
	private ScheduledFuture<?> pending;
	private String latest;
	// Only the server's thread reads and writes these two.
	private String sent;
	private int version;

	/** Opens the document in the server. Call it on the server's thread. */
	OpenDocument(IDocument document, String uri, TextDocumentService server, ScheduledExecutorService serverThread) {
		this.document = document;
		this.uri = uri;
		this.server = server;
		this.serverThread = serverThread;
		document.addDocumentListener(this);
		// A change on the UI thread meanwhile waits, and then finds itself newer than what is sent here.
		synchronized (this) {
			latest = document.get();
			sent = latest;
		}
		server.didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "trapline", ++version, sent)));
	}

	IDocument document() {
		return document;
	}

	String uri() {
		return uri;
	}

	/** The text that the server knows. Call it on the server's thread. */
	String sentText() {
		return sent;
	}

	@Override
	public void documentAboutToBeChanged(DocumentEvent event) {
		// only the new text matters
	}

	@Override
	public synchronized void documentChanged(DocumentEvent event) {
		latest = event.getDocument().get();
		if (pending != null) {
			pending.cancel(false);
		}
		if (!serverThread.isShutdown()) {
			pending = serverThread.schedule(this::flush, PAUSE, TimeUnit.MILLISECONDS);
		}
	}

	/** Sends what was typed and not yet sent. Call it on the server's thread. */
	void flush() {
		String text;
		synchronized (this) {
			text = latest;
		}
		if (!text.equals(sent)) {
			sent = text;
			send();
		}
	}

	/** Sends the text that the server knows once more: it looks at it anew. Call it on the server's thread. */
	void send() {
		server.didChange(new DidChangeTextDocumentParams(new VersionedTextDocumentIdentifier(uri, ++version),
				List.of(new TextDocumentContentChangeEvent(sent))));
	}

	/** Ends the connection; from now on the server reads the file itself. Call it on the server's thread. */
	void close() {
		document.removeDocumentListener(this);
		synchronized (this) {
			if (pending != null) {
				pending.cancel(false);
			}
		}
		server.didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri)));
	}
}
