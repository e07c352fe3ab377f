// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.tests;

import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentSymbolCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.FrameworkUtil;
import org.trapline.catalog.Catalog;
import org.trapline.lang.ide.StudyCommands;
import org.trapline.lang.ide.server.LibraryFiles;
import org.trapline.lang.ide.server.ServerParts;

/** An editor with a folder of files, connected to a server of its own over pipes. Everything goes through the protocol's text. */
final class Client extends TemporaryFolder implements LanguageClient {

	static final Catalog CATALOG = FrameworkUtil.getBundle(Client.class) != null ? Catalog.installed()
			: Catalog.onClassPath(Client.class.getClassLoader());

	/** How long an answer may take, in seconds: generous, since test machines are slow. */
	private static final long PATIENCE = 60;

	/** Says when pipes close, which they do after each test. Held here: a logger that nobody holds forgets its level. */
	private static final Logger PROTOCOL = Logger.getLogger("org.eclipse.lsp4j.jsonrpc.json.StreamMessageProducer");

	private final Map<String, List<Diagnostic>> diagnostics = new HashMap<>();
	private final Map<String, String> texts = new HashMap<>();
	private final Map<String, Integer> versions = new ConcurrentHashMap<>();
	private final CountDownLatch exited = new CountDownLatch(1);
	private final StudyCommands commands;
	private boolean snippets;
	private ExecutorService threads;
	private Path folder;
	private LanguageServer server;
	private InitializeResult initialized;

	Client() {
		this(new RecordedCommands());
	}

	Client(StudyCommands commands) {
		this.commands = commands;
	}

	/** Lets the client know snippets. */
	Client withSnippets() {
		snippets = true;
		return this;
	}

	// ------------------------------------------------------------------------------------------- the connection

	@Override
	protected void before() throws Throwable {
		super.before();
		PROTOCOL.setLevel(Level.WARNING);
		folder = newFolder("workspace").toPath().toRealPath();
		threads = Executors.newCachedThreadPool(task -> {
			Thread thread = new Thread(task, "protocol");
			thread.setDaemon(true);
			return thread;
		});
		Pipe toServer = Pipe.open();
		Pipe toClient = Pipe.open();
		LanguageServerImpl real = ServerParts.assemble(LibraryFiles.unpacked(CATALOG, newFolder("cache").toPath().toRealPath()), commands, exited::countDown);
		Launcher<LanguageClient> serverSide = Launcher.createLauncher(real, LanguageClient.class, in(toServer), out(toClient), threads, it -> it);
		real.connect(serverSide.getRemoteProxy());
		serverSide.startListening();
		Launcher<LanguageServer> clientSide = Launcher.createLauncher(this, LanguageServer.class, in(toClient), out(toServer), threads, it -> it);
		server = clientSide.getRemoteProxy();
		clientSide.startListening();
	}

	private static InputStream in(Pipe pipe) {
		return Channels.newInputStream(pipe.source());
	}

	private static OutputStream out(Pipe pipe) {
		return Channels.newOutputStream(pipe.sink());
	}

	/** Says hello, as an editor does that has the folder open. */
	Client start() {
		if (initialized != null) {
			return this;
		}
		initialized = get(server.initialize(initializeParams()));
		server.initialized(new InitializedParams());
		return this;
	}

	private InitializeParams initializeParams() {
		WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
		workspace.setWorkspaceFolders(true);
		TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
		text.setDocumentSymbol(new DocumentSymbolCapabilities());
		text.getDocumentSymbol().setHierarchicalDocumentSymbolSupport(true);
		text.setPublishDiagnostics(new PublishDiagnosticsCapabilities());
		text.getPublishDiagnostics().setCodeDescriptionSupport(true);
		text.setCompletion(new CompletionCapabilities(new CompletionItemCapabilities(snippets)));
		InitializeParams params = new InitializeParams();
		params.setCapabilities(new ClientCapabilities(workspace, text, null));
		params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "studies")));
		return params;
	}

	@Override
	protected void after() {
		try {
			get(server.shutdown());
			server.exit();
			assertTrue("the server wants to end", exits());
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		} finally {
			threads.shutdownNow();
			super.after();
		}
	}

	/** What the server said of itself. */
	InitializeResult initialized() {
		return initialized;
	}

	LanguageServer server() {
		return server;
	}

	boolean exits() throws InterruptedException {
		return exited.await(PATIENCE, TimeUnit.SECONDS);
	}

	/** An answer of the server. */
	static <T> T get(CompletableFuture<T> answer) {
		try {
			return answer.get(PATIENCE, TimeUnit.SECONDS);
		} catch (InterruptedException | ExecutionException | TimeoutException e) {
			throw new AssertionError(e);
		}
	}

	// ------------------------------------------------------------------------------------------- files

	Path folder() {
		return folder;
	}

	/** Writes a file behind the server's back. */
	Path write(String name, String text) {
		try {
			return Files.writeString(folder.resolve(name), text);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	String uri(String name) {
		return folder.resolve(name).normalize().toUri().toString();
	}

	TextDocumentIdentifier file(String name) {
		return new TextDocumentIdentifier(uri(name));
	}

	/** Opens a text in an editor; it need not be on disk. */
	void open(String name, String text) {
		texts.put(name, text);
		versions.put(name, 1);
		forget(uri(name));
		server.getTextDocumentService().didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri(name), "trapline", 1, text)));
	}

	/** Opens a text with the caret at the bar, which is not in the text; returns the caret's place. */
	Position openAtCaret(String name, String text) {
		int caret = text.indexOf('|');
		assertTrue("the text has a caret", caret >= 0);
		open(name, text.substring(0, caret) + text.substring(caret + 1));
		return place(name, caret);
	}

	/** Replaces a piece of an open text, as typing does. */
	void type(String name, String piece, String by) {
		String text = texts.get(name);
		int start = text.indexOf(piece);
		assertTrue(text + " has " + piece, start >= 0);
		TextDocumentContentChangeEvent change = new TextDocumentContentChangeEvent(by);
		change.setRange(new Range(place(name, start), place(name, start + piece.length())));
		change(name, change, text.substring(0, start) + by + text.substring(start + piece.length()));
	}

	/** Replaces all of an open text. */
	void rewrite(String name, String text) {
		change(name, new TextDocumentContentChangeEvent(text), text);
	}

	private void change(String name, TextDocumentContentChangeEvent change, String text) {
		texts.put(name, text);
		forget(uri(name));
		server.getTextDocumentService().didChange(new DidChangeTextDocumentParams(
				new VersionedTextDocumentIdentifier(uri(name), versions.merge(name, 1, Integer::sum)), List.of(change)));
	}

	void close(String name) {
		versions.remove(name);
		forget(uri(name));
		server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(file(name)));
	}

	String text(String name) {
		return texts.get(name);
	}

	/** Where a piece of an open text begins. */
	Position at(String name, String piece) {
		int start = texts.get(name).indexOf(piece);
		assertTrue(texts.get(name) + " has " + piece, start >= 0);
		return place(name, start);
	}

	/** Where a character of an open text is. */
	Position place(String name, int offset) {
		String before = texts.get(name).substring(0, offset);
		return new Position((int) before.chars().filter(c -> c == '\n').count(), offset - before.lastIndexOf('\n') - 1);
	}

	/** The piece of a text that a range means. */
	static String piece(String text, Range range) {
		return text.substring(offset(text, range.getStart()), offset(text, range.getEnd()));
	}

	/** A text with edits, which all mean places in it as it was. */
	static String edited(String text, List<? extends TextEdit> edits) {
		List<TextEdit> sorted = new ArrayList<>(edits);
		sorted.sort(Comparator.comparingInt((TextEdit edit) -> offset(text, edit.getRange().getStart())).reversed());
		StringBuilder edited = new StringBuilder(text);
		for (TextEdit edit : sorted) {
			edited.replace(offset(text, edit.getRange().getStart()), offset(text, edit.getRange().getEnd()), edit.getNewText());
		}
		return edited.toString();
	}

	private static int offset(String text, Position position) {
		int line = 0;
		for (int i = 0; i < position.getLine(); i++) {
			line = text.indexOf('\n', line) + 1;
		}
		return line + position.getCharacter();
	}

	// ------------------------------------------------------------------------------------------- what the server tells

	private synchronized void forget(String uri) {
		diagnostics.remove(uri);
	}

	@Override
	public synchronized void publishDiagnostics(PublishDiagnosticsParams params) {
		Integer current = versions.entrySet().stream().filter(open -> uri(open.getKey()).equals(params.getUri())).map(Map.Entry::getValue).findFirst().orElse(null);
		if (current != null && params.getVersion() != null && !current.equals(params.getVersion())) {
			// About a text that is not there any more.
			return;
		}
		diagnostics.put(params.getUri(), params.getDiagnostics());
		notifyAll();
	}

	/** What the server says of a file once it has said something that meets the condition. */
	synchronized List<Diagnostic> diagnostics(String name, Predicate<List<Diagnostic>> condition) {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
		while (diagnostics.get(uri(name)) == null || !condition.test(diagnostics.get(uri(name)))) {
			long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
			if (left <= 0) {
				fail("no such diagnostics of " + name + " within " + PATIENCE + " s; the last: " + diagnostics.get(uri(name)));
			}
			try {
				wait(left);
			} catch (InterruptedException e) {
				throw new AssertionError(e);
			}
		}
		return diagnostics.get(uri(name));
	}

	/** Whether the server said anything of a file. */
	synchronized boolean told(String name) {
		return diagnostics.containsKey(uri(name));
	}

	/** What the server says of a file next, as {@code LINE:COLUMN code: message}. */
	List<String> problems(String name) {
		return diagnostics(name, found -> true).stream().map(each -> each.getRange().getStart().getLine() + 1 + ":" + (each.getRange().getStart().getCharacter() + 1)
				+ " " + each.getCode().getLeft() + ": " + each.getMessage().getLeft()).toList();
	}

	@Override
	public void telemetryEvent(Object event) {
		// no interest
	}

	@Override
	public void showMessage(MessageParams message) {
		// no interest
	}

	@Override
	public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
		return CompletableFuture.completedFuture(null);
	}

	@Override
	public void logMessage(MessageParams message) {
		// no interest
	}
}
