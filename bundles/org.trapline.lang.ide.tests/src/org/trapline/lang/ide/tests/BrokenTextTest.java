// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.tests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.Rule;
import org.junit.Test;
import org.trapline.run.Examples;

/**
 * Whatever is typed, the server answers: every shipped study is cut off in a word, loses one, and goes on in the next line within one, at {@value #PLACES}
 * places. Nothing that an editor asks then, of the text or of what is there, fails.
 */
public class BrokenTextTest {

	private static final int PLACES = 9;
	private static final String FILE = "broken.trapline";

	@Rule
	public final Client client = new Client();

	/** Makes a text from a shipped one at a word. */
	private enum Change {
		CUT {
			@Override
			String of(String text, MatchResult word) {
				return text.substring(0, (word.start() + word.end()) / 2);
			}
		},
		LOSE {
			@Override
			String of(String text, MatchResult word) {
				return text.substring(0, word.start()) + text.substring(word.end());
			}
		},
		BREAK {
			@Override
			String of(String text, MatchResult word) {
				int middle = (word.start() + word.end()) / 2;
				return text.substring(0, middle) + "\n" + text.substring(middle);
			}
		};

		abstract String of(String text, MatchResult word);
	}

	@Test
	public void everyQuestionIsAnswered() throws IOException {
		client.start().open(FILE, "");
		for (Map.Entry<String, String> study : studies().entrySet()) {
			List<MatchResult> words = Pattern.compile("[^\\s]+").matcher(study.getValue()).results().toList();
			for (int i = 0; i < PLACES; i++) {
				Change change = Change.values()[i % Change.values().length];
				MatchResult word = words.get((2 * i + 1) * words.size() / (2 * PLACES));
				String broken = change.of(study.getValue(), word);
				try {
					client.rewrite(FILE, broken);
					List<Diagnostic> problems = client.diagnostics(FILE, found -> true);
					for (int offset : new int[] { Math.min(word.start(), broken.length()), Math.min((word.start() + word.end()) / 2, broken.length()) }) {
						ask(client.place(FILE, offset), problems);
					}
				} catch (AssertionError | CompletionException e) {
					throw new AssertionError(study.getKey() + ": " + change + " at '" + word.group() + "', character " + word.start(), e);
				}
			}
		}
	}

	private void ask(Position place, List<Diagnostic> problems) {
		TextDocumentService server = client.server().getTextDocumentService();
		TextDocumentIdentifier file = client.file(FILE);
		List<CompletableFuture<?>> answers = new ArrayList<>(List.of(
				server.documentSymbol(new DocumentSymbolParams(file)),
				server.codeLens(new CodeLensParams(file)),
				server.foldingRange(new FoldingRangeRequestParams(file)),
				server.semanticTokensFull(new SemanticTokensParams(file)),
				server.formatting(new DocumentFormattingParams(file, new FormattingOptions(4, false))),
				server.completion(new CompletionParams(file, place)),
				server.hover(new HoverParams(file, place)),
				server.definition(new DefinitionParams(file, place)),
				server.references(new ReferenceParams(file, place, new ReferenceContext(true))),
				server.documentHighlight(new DocumentHighlightParams(file, place)),
				server.signatureHelp(new SignatureHelpParams(file, place)),
				server.prepareRename(new PrepareRenameParams(file, place))));
		for (Diagnostic problem : problems) {
			answers.add(server.codeAction(new CodeActionParams(file, new Range(problem.getRange().getStart(), problem.getRange().getEnd()), new CodeActionContext(List.of(problem)))));
		}
		answers.forEach(BrokenTextTest::await);
	}

	/** A refusal with its reason is an answer; an internal error is none. */
	private static void await(CompletableFuture<?> answer) {
		answer.handle((value, failure) -> {
			Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
			if (cause != null && !(cause instanceof ResponseErrorException refusal && refusal.getResponseError().getCode() != ResponseErrorCode.InternalError.getValue())) {
				throw new AssertionError(cause);
			}
			return value;
		}).orTimeout(60, TimeUnit.SECONDS).join();
	}

	private static Map<String, String> studies() throws IOException {
		Map<String, String> texts = new LinkedHashMap<>();
		for (Examples.Example example : Examples.shipped()) {
			for (Examples.ExampleFile file : example.files()) {
				if (file.path().endsWith(".trapline")) {
					try (InputStream in = file.open()) {
						texts.put(example.id() + "/" + file.path(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
					}
				}
			}
		}
		return texts;
	}
}
