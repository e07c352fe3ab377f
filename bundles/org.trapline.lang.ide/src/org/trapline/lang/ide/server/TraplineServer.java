// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;

import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SignatureHelpOptions;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.ITextRegion;
import org.eclipse.xtext.validation.Issue;
import org.trapline.catalog.Catalog;
import org.trapline.lang.ide.StudyCommands;
import org.trapline.lang.ide.completion.Snippets;
import org.trapline.lang.ide.structure.Colours;

import jakarta.inject.Inject;

/** The server's implementation of the protocol: Xtext's, with additions for this language. */
final class TraplineServer extends LanguageServerImpl {

	/** The source of diagnostics. */
	private static final String SOURCE = "Trapline";

	@Inject
	private StudyWorkspace workspace;

	@Inject
	private StudyCommands commands;

	@Inject
	private UriExtensions uris;

	@Inject
	private ExecutorService executor;

	@Inject
	private Catalog catalog;

	@Inject
	private Colours colours;

	private final CompletableFuture<Void> ready = new CompletableFuture<>();
	private volatile boolean snippets;
	private volatile boolean explanations;

	@Override
	public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
		workspace.publishTo(this::publish);
		return super.initialize(params).thenApply(result -> {
			result.setServerInfo(new ServerInfo(SOURCE));
			return result;
		});
	}

	@Override
	protected ServerCapabilities createServerCapabilities(InitializeParams params) {
		snippets = knowsSnippets(params.getCapabilities());
		explanations = knowsExplanations(params.getCapabilities());
		ServerCapabilities capabilities = super.createServerCapabilities(params);
		SemanticTokensWithRegistrationOptions tokens = new SemanticTokensWithRegistrationOptions(Colours.legend());
		tokens.setFull(true);
		tokens.setRange(true);
		capabilities.setSemanticTokensProvider(tokens);
		CompletionOptions completion = new CompletionOptions();
		completion.setTriggerCharacters(List.of(".", "\""));
		capabilities.setCompletionProvider(completion);
		capabilities.setSignatureHelpProvider(new SignatureHelpOptions(List.of("(", ",", "{", " ")));
		capabilities.setFoldingRangeProvider(true);
		capabilities.setRenameProvider(new RenameOptions(true));
		capabilities.setExecuteCommandProvider(new ExecuteCommandOptions(CommandService.COMMANDS));
		return capabilities;
	}

	// ------------------------------------------------------------------------------------------- diagnostics

	@Override
	public void initialized(InitializedParams params) {
		super.initialized(params);
		ready.complete(null);
	}

	/** With the version of the text, so that a client with a newer one can ignore them. */
	private void publish(URI uri, Integer version, Iterable<Issue> issues) {
		List<Diagnostic> diagnostics = toDiagnostics(issues);
		ready.thenRun(() -> getLanguageClient().publishDiagnostics(new PublishDiagnosticsParams(uris.toUriString(uri), diagnostics, version)));
	}

	private static boolean knowsExplanations(ClientCapabilities client) {
		return client != null && client.getTextDocument() != null && client.getTextDocument().getPublishDiagnostics() != null
				&& Boolean.TRUE.equals(client.getTextDocument().getPublishDiagnostics().getCodeDescriptionSupport());
	}

	@Override
	protected Diagnostic toDiagnostic(Issue issue) {
		Diagnostic diagnostic = super.toDiagnostic(issue);
		diagnostic.setSource(SOURCE);
		if (explanations && issue.getCode() != null) {
			LibraryFiles.explanation(catalog, issue.getCode()).map(DiagnosticCodeDescription::new).ifPresent(diagnostic::setCodeDescription);
		}
		return diagnostic;
	}

	// ------------------------------------------------------------------------------------------- colours

	@Override
	protected SemanticTokens semanticTokensFull(SemanticTokensParams params, CancelIndicator cancel) {
		return workspace.doRead(getURI(params.getTextDocument()), (document, resource) -> document == null || resource == null
				? new SemanticTokens(List.of())
				: colours.of(document, resource, 0, document.getContents().length(), cancel));
	}

	@Override
	public CompletableFuture<SemanticTokens> semanticTokensRange(SemanticTokensRangeParams params) {
		return getRequestManager().runRead(cancel -> workspace.doRead(getURI(params.getTextDocument()), (document, resource) -> {
			if (document == null || resource == null) {
				return new SemanticTokens(List.of());
			}
			ITextRegion region = document.getTextRegion(params.getRange());
			return colours.of(document, resource, region.getOffset(), region.getEndOffset(), cancel);
		}));
	}

	// ------------------------------------------------------------------------------------------- completion

	/** A client without support for snippets gets their text. */
	@Override
	protected Either<List<CompletionItem>, CompletionList> completion(CancelIndicator cancel, CompletionParams params) {
		Either<List<CompletionItem>, CompletionList> found = super.completion(cancel, params);
		if (!snippets) {
			for (CompletionItem item : found.getRight().getItems()) {
				if (item.getInsertTextFormat() == InsertTextFormat.Snippet) {
					item.setInsertTextFormat(InsertTextFormat.PlainText);
					item.getTextEdit().getLeft().setNewText(Snippets.plain(item.getTextEdit().getLeft().getNewText()));
				}
			}
		}
		return found;
	}

	private static boolean knowsSnippets(ClientCapabilities client) {
		return client != null && client.getTextDocument() != null && client.getTextDocument().getCompletion() != null
				&& client.getTextDocument().getCompletion().getCompletionItem() != null
				&& Boolean.TRUE.equals(client.getTextDocument().getCompletion().getCompletionItem().getSnippetSupport());
	}

	// ------------------------------------------------------------------------------------------- rename

	@Override
	public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
		return refusable(params.getTextDocument(), cancel -> rename(params, cancel));
	}

	@Override
	public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>> prepareRename(PrepareRenameParams params) {
		return refusable(params.getTextDocument(), cancel -> prepareRename(params, cancel));
	}

	/** A request that is refused with a reason for the user. It is not a failure of the server, as which Xtext would log it. */
	private <T> CompletableFuture<T> refusable(TextDocumentIdentifier file, Function<CancelIndicator, T> request) {
		return getRequestManager().<CompletableFuture<T>>runRead(cancel -> {
			try {
				if (!knows(file)) {
					throw new ResponseErrorException(new ResponseError(ResponseErrorCode.InvalidRequest, file.getUri() + " is neither open nor a file of the folders that are", null));
				}
				return CompletableFuture.completedFuture(request.apply(cancel));
			} catch (ResponseErrorException refused) {
				return CompletableFuture.failedFuture(refused);
			}
		}).thenCompose(answer -> answer);
	}

	/** Whether the text of a request exists: Xtext assumes it. */
	private boolean knows(TextDocumentIdentifier file) {
		return workspace.doRead(getURI(file), (document, resource) -> document != null && resource != null);
	}

	// ------------------------------------------------------------------------------------------- fixes

	@Override
	protected List<Either<Command, CodeAction>> codeAction(CodeActionParams params, CancelIndicator cancel) {
		return knows(params.getTextDocument()) ? super.codeAction(params, cancel) : List.of();
	}

	// ------------------------------------------------------------------------------------------- end

	@Override
	public CompletableFuture<Object> shutdown() {
		getRequestManager().shutdown();
		return super.shutdown();
	}

	// ------------------------------------------------------------------------------------------- commands

	/** Not a cancellable request: those end when the user types. */
	@Override
	public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
		CompletableFuture<Map<Path, String>> texts = getRequestManager().runRead(cancel -> workspace.unsaved());
		return CompletableFutures.computeAsync(executor, cancelled -> new CommandService(commands, uris).execute(params, texts.join(), cancelled::isCanceled));
	}
}
