// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.server;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.ui.services.IDisposable;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.trapline.catalog.Catalog;
import org.trapline.lang.ide.TraplineLanguageServer;
import org.trapline.lang.ui.LanguageService;

/**
 * The language server inside this process, and the client that the server answers to.
 * <p>
 * One thread of its own makes every call to the server, in the order of the events that cause them: the server needs that
 * order, and the UI thread never waits. It also keeps all state of this class, except where stated.
 */
final class ServerConnection implements LanguageService, IDisposable {

	/** How often a question is asked that changes of other files overtake. */
	private static final int ATTEMPTS = 5;

	private final ScheduledThreadPoolExecutor serverThread;
	private final Map<IDocument, OpenDocument> openDocuments = new HashMap<>();
	private final Set<String> folders = new HashSet<>();
	private final BufferWatch buffers = new BufferWatch(this);
	private final WorkspaceWatch workspace = new WorkspaceWatch(this);
	private final ServerLog log = new ServerLog();
	private LanguageServer server;
	private volatile SemanticTokensLegend legend = new SemanticTokensLegend(List.of(), List.of());

	ServerConnection() {
		serverThread = new ScheduledThreadPoolExecutor(1, task -> {
			Thread thread = new Thread(task, "Trapline language server client");
			thread.setDaemon(true);
			return thread;
		}) {
			@Override
			protected void afterExecute(Runnable task, Throwable thrown) {
				super.afterExecute(task, thrown);
				logFailure(task);
			}
		};
		serverThread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
		log.connect();
		submit(this::start);
		// First listen, then look at what is there: twice told does no harm, untold would.
		buffers.connect();
		workspace.connect();
	}

	private void start() {
		// The client's wish that the process ends means another process than this one.
		LanguageServerImpl created = TraplineLanguageServer.create(Catalog.installed(), new WorkbenchCommands(), () -> {
		});
		created.connect(new WorkbenchClient(this));
		WorkspaceClientCapabilities workspaceCapabilities = new WorkspaceClientCapabilities();
		workspaceCapabilities.setWorkspaceFolders(true);
		CompletionItemCapabilities proposals = new CompletionItemCapabilities(true);
		proposals.setDocumentationFormat(List.of(MarkupKind.MARKDOWN));
		TextDocumentClientCapabilities textCapabilities = new TextDocumentClientCapabilities();
		textCapabilities.setCompletion(new CompletionCapabilities(proposals));
		ClientCapabilities capabilities = new ClientCapabilities();
		capabilities.setWorkspace(workspaceCapabilities);
		capabilities.setTextDocument(textCapabilities);
		InitializeParams parameters = new InitializeParams();
		parameters.setCapabilities(capabilities);
		parameters.setWorkspaceFolders(List.of());
		legend = created.initialize(parameters).join().getCapabilities().getSemanticTokensProvider().getLegend();
		created.initialized(new InitializedParams());
		server = created;
	}

	/** What a task of the server's thread threw nobody else gets to see. */
	private static void logFailure(Runnable task) {
		if (task instanceof Future<?> done && done.isDone() && done.state() == Future.State.FAILED) {
			log("The language server failed", done.exceptionNow());
		}
	}

	/** Runs a task on the server's thread, after all earlier ones; what it throws is logged. */
	private void submit(Runnable task) {
		try {
			serverThread.execute(task);
		} catch (RejectedExecutionException e) {
			// The workbench is closing.
		}
	}

	/** Tells the server of projects that came and went. Any thread. */
	void projectsChanged(Set<IProject> opened, Set<String> closed) {
		submit(() -> changeFolders(opened, closed));
	}

	private void changeFolders(Set<IProject> opened, Set<String> closed) {
		List<WorkspaceFolder> added = opened.stream().filter(project -> project.getLocationURI() != null)
				.filter(project -> folders.add(uri(project)))
				.map(project -> new WorkspaceFolder(uri(project), project.getName())).toList();
		List<WorkspaceFolder> removed = closed.stream().filter(folders::remove)
				.map(folder -> new WorkspaceFolder(folder, folder)).toList();
		if (server != null && !(added.isEmpty() && removed.isEmpty())) {
			server.getWorkspaceService().didChangeWorkspaceFolders(
					new DidChangeWorkspaceFoldersParams(new WorkspaceFoldersChangeEvent(added, removed)));
		}
	}

	/** Tells the server of files that changed on disk. Any thread. */
	void filesChanged(List<FileEvent> events) {
		submit(() -> {
			if (server != null) {
				server.getWorkspaceService().didChangeWatchedFiles(new DidChangeWatchedFilesParams(events));
			}
		});
	}

	@Override
	public <T> CompletableFuture<Optional<T>> ask(IDocument document, Question<T> question) {
		long asked = stamp(document);
		return answer(() -> stamp(document) == asked, ATTEMPTS, () -> {
			OpenDocument open = openDocuments.get(document);
			if (open == null) {
				return CompletableFuture.completedFuture(null);
			}
			open.flush();
			return question.ask(server.getTextDocumentService(), new TextDocumentIdentifier(open.uri()));
		});
	}

	@Override
	public <T> CompletableFuture<Optional<T>> ask(IFile file, Question<T> question) {
		String uri = uri(file);
		return answer(() -> true, ATTEMPTS, () -> {
			if (server == null) {
				return CompletableFuture.completedFuture(null);
			}
			openDocuments.values().stream().filter(open -> open.uri().equals(uri)).forEach(OpenDocument::flush);
			return question.ask(server.getTextDocumentService(), new TextDocumentIdentifier(uri));
		});
	}

	@Override
	public void check(List<IFile> files) {
		List<FileEvent> changes = files.stream().map(file -> new FileEvent(uri(file), FileChangeType.Changed)).toList();
		submit(() -> {
			// What a document says counts, not the file behind it.
			openDocuments.values().stream().filter(open -> changes.stream().anyMatch(change -> change.getUri().equals(open.uri()))).forEach(OpenDocument::send);
			filesChanged(changes);
		});
	}

	@Override
	public void execute(Command command) {
		submit(() -> {
			if (server != null) {
				openDocuments.values().forEach(OpenDocument::flush);
				server.getWorkspaceService().executeCommand(new ExecuteCommandParams(command.getCommand(), command.getArguments())).exceptionally(failure -> {
					log("The command " + command.getTitle() + " failed", failure);
					return null;
				});
			}
		});
	}

	@Override
	public SemanticTokensLegend legend() {
		return legend;
	}

	/** A question that a change overtook is asked again, as long as it makes sense: what changed may be another file. After that there is no answer. */
	private <T> CompletableFuture<Optional<T>> answer(BooleanSupplier sense, int attempts, Supplier<CompletableFuture<T>> question) {
		try {
			return CompletableFuture.supplyAsync(question, serverThread).thenCompose(answer -> answer).handle((found, failure) -> {
				Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
				if (cause != null && !isOvertaken(cause)) {
					return CompletableFuture.<Optional<T>>failedFuture(cause);
				}
				return cause != null && attempts > 1 && sense.getAsBoolean() ? answer(sense, attempts - 1, question)
						: CompletableFuture.completedFuture(Optional.ofNullable(found));
			}).thenCompose(answer -> answer);
		} catch (RejectedExecutionException e) {
			// The workbench is closing.
			return CompletableFuture.completedFuture(Optional.empty());
		}
	}

	private static long stamp(IDocument document) {
		return ((IDocumentExtension4) document).getModificationStamp();
	}

	private static boolean isOvertaken(Throwable failure) {
		return failure instanceof CancellationException || failure instanceof ResponseErrorException response
				&& response.getResponseError().getCode() == ResponseErrorCode.RequestCancelled.getValue();
	}

	/** Tells the server of a text that an editor holds from now on. Any thread. */
	void open(ITextFileBuffer buffer, String uri) {
		submit(() -> {
			IDocument document = buffer.getDocument();
			if (server != null && document != null && !openDocuments.containsKey(document)) {
				openDocuments.put(document, new OpenDocument(document, uri, server.getTextDocumentService(), serverThread));
			}
		});
	}

	/** Tells the server that no editor holds a text any more. Any thread. */
	void close(IDocument document) {
		submit(() -> {
			OpenDocument open = openDocuments.remove(document);
			if (open != null) {
				open.close();
			}
		});
	}

	/** Tells, on the server's thread, which text of a place the server knows from an editor; null when there is none. Any thread. */
	void sentText(String uri, Consumer<String> answer) {
		submit(() -> answer.accept(openDocuments.values().stream().filter(open -> isSame(open.uri(), uri)).map(OpenDocument::sentText).findFirst().orElse(null)));
	}

	private static boolean isSame(String uri, String other) {
		return uri.equals(other) || URI.create(uri).equals(URI.create(other));
	}

	@Override
	public void dispose() {
		buffers.disconnect();
		workspace.disconnect();
		log.close();
		submit(() -> {
			openDocuments.values().forEach(OpenDocument::close);
			openDocuments.clear();
			if (server != null) {
				// Only "shutdown": "exit" would end the process, as the protocol wants it of a server of its own.
				server.shutdown();
			}
		});
		serverThread.shutdown();
	}

	/** A place of the workspace as the protocol writes it: {@code file:///…}. */
	static String uri(IResource resource) {
		return uri(resource.getLocationURI());
	}

	/** A place as the protocol writes it. */
	static String uri(URI location) {
		return "file".equals(location.getScheme()) ? "file://" + location.getRawPath() : location.toString();
	}

	private static void log(String message, Throwable cause) {
		Platform.getLog(ServerConnection.class).error(message, cause);
	}
}
