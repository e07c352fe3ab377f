// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.codemining.AbstractCodeMiningProvider;
import org.eclipse.jface.text.codemining.ICodeMining;
import org.eclipse.jface.text.codemining.ICodeMiningProvider;
import org.eclipse.jface.text.codemining.LineHeaderCodeMining;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.trapline.lang.ui.LanguageService;

/** Links above experiments and stacks that run and explain them. */
public final class Lenses extends AbstractCodeMiningProvider {

	@Override
	public CompletableFuture<List<? extends ICodeMining>> provideCodeMinings(ITextViewer viewer, IProgressMonitor monitor) {
		IDocument document = viewer.getDocument();
		if (document == null) {
			return CompletableFuture.completedFuture(List.of());
		}
		return LanguageService.ofWorkbench().ask(document, (server, file) -> server.codeLens(new CodeLensParams(file))).thenApply(lenses -> {
			List<ICodeMining> shown = new ArrayList<>();
			lenses.ifPresent(all -> all.forEach(lens -> show(lens, document, shown)));
			return shown;
		});
	}

	private void show(CodeLens lens, IDocument document, List<ICodeMining> shown) {
		try {
			shown.add(new Link(lens.getRange().getStart().getLine(), document, this, lens.getCommand()));
		} catch (BadLocationException e) {
			// The file has changed meanwhile: the platform asks again.
		}
	}

	private static final class Link extends LineHeaderCodeMining {

		Link(int line, IDocument document, ICodeMiningProvider provider, Command command) throws BadLocationException {
			super(line, document, provider, event -> LanguageService.ofWorkbench().execute(command));
			setLabel(command.getTitle());
		}
	}
}
