// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.InsertReplaceEdit;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/** Content assist: the language server's proposals. The generic editor calls it off the UI thread. */
public final class TraplineCompletion implements IContentAssistProcessor {

	private static final ICompletionProposal[] NONE = {};
	private static final long PATIENCE_SECONDS = 5;

	private String failure;

	@Override
	public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
		failure = null;
		IDocument document = viewer.getDocument();
		if (document == null || Display.getCurrent() != null) {
			// Waiting for the server on the UI thread could only freeze the editor.
			return NONE;
		}
		try {
			List<CompletionItem> items = PlatformUI.getWorkbench().getService(LanguageService.class)
					.completion(document, offset).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
			return items.stream().map(item -> proposal(document, offset, item)).toArray(ICompletionProposal[]::new);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return NONE;
		} catch (ExecutionException | TimeoutException e) {
			failure = "The language server did not answer";
			Platform.getLog(TraplineCompletion.class).warn(failure, e);
			return NONE;
		}
	}

	private static ICompletionProposal proposal(IDocument document, int offset, CompletionItem item) {
		Range range = null;
		String text = item.getInsertText() != null ? item.getInsertText() : item.getLabel();
		if (item.getTextEdit() != null) {
			range = item.getTextEdit().map(TextEdit::getRange, InsertReplaceEdit::getReplace);
			text = item.getTextEdit().map(TextEdit::getNewText, InsertReplaceEdit::getNewText);
		}
		int start = range == null ? offset : TextPositions.offset(document, range.getStart());
		int end = range == null ? offset : TextPositions.offset(document, range.getEnd());
		String label = item.getDetail() == null ? item.getLabel() : item.getLabel() + " – " + item.getDetail();
		String documentation = item.getDocumentation() == null ? null
				: item.getDocumentation().map(plain -> plain, markup -> markup.getValue());
		return new CompletionProposal(text, start, Math.max(0, end - start), text.length(), null, label, null,
				documentation);
	}

	@Override
	public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
		return null;
	}

	@Override
	public char[] getCompletionProposalAutoActivationCharacters() {
		return new char[] { '.' };
	}

	@Override
	public char[] getContextInformationAutoActivationCharacters() {
		return null;
	}

	@Override
	public String getErrorMessage() {
		return failure;
	}

	@Override
	public IContextInformationValidator getContextInformationValidator() {
		return null;
	}
}
