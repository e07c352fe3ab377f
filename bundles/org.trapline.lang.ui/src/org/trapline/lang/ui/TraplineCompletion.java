// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui;

import java.util.Optional;

import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.IContentAssistProcessor;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.text.contentassist.IContextInformationPresenter;
import org.eclipse.jface.text.contentassist.IContextInformationValidator;
import org.eclipse.lsp4j.ParameterInformation;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.SignatureInformation;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Display;
import org.trapline.lang.ui.editor.Answers;
import org.trapline.lang.ui.editor.Proposal;

/**
 * Content assist: the language server's proposals, and what belongs where the caret is (parameter hints). The generic editor calls it off the
 * UI thread for proposals.
 */
public final class TraplineCompletion implements IContentAssistProcessor {

	private static final ICompletionProposal[] NONE = {};

	@Override
	public ICompletionProposal[] computeCompletionProposals(ITextViewer viewer, int offset) {
		IDocument document = viewer.getDocument();
		if (document == null || Display.getCurrent() != null) {
			// Waiting for the server on the UI thread could only freeze the editor.
			return NONE;
		}
		return Answers.await(LanguageService.ofWorkbench().completion(document, offset).thenApply(Optional::of)).stream().flatMap(items -> items.stream())
				.map(item -> new Proposal(document, offset, item)).toArray(ICompletionProposal[]::new);
	}

	@Override
	public IContextInformation[] computeContextInformation(ITextViewer viewer, int offset) {
		IDocument document = viewer.getDocument();
		if (document == null) {
			return new IContextInformation[0];
		}
		Optional<SignatureHelp> help = Answers.await(LanguageService.ofWorkbench().ask(document,
				(server, file) -> server.signatureHelp(new SignatureHelpParams(file, TextPositions.position(document, offset)))));
		return help.stream().flatMap(all -> all.getSignatures().stream().map(signature -> Signature.of(signature, all.getActiveParameter(), offset)))
				.toArray(IContextInformation[]::new);
	}

	@Override
	public char[] getCompletionProposalAutoActivationCharacters() {
		return new char[] { '.', '"' };
	}

	@Override
	public char[] getContextInformationAutoActivationCharacters() {
		return new char[] { '(' };
	}

	@Override
	public String getErrorMessage() {
		return null;
	}

	@Override
	public IContextInformationValidator getContextInformationValidator() {
		return new SignatureValidator();
	}

	/**
	 * What belongs where the caret is.
	 *
	 * @param part   the one that is meant, which is shown strong; empty where none is
	 * @param offset where the caret was
	 */
	private record Signature(String text, String part, int offset) implements IContextInformation {

		static Signature of(SignatureInformation signature, Integer active, int offset) {
			Integer index = signature.getActiveParameter() != null ? signature.getActiveParameter() : active;
			boolean known = index != null && signature.getParameters() != null && index >= 0 && index < signature.getParameters().size();
			return new Signature(signature.getLabel(), known ? part(signature, signature.getParameters().get(index)) : "", offset);
		}

		private static String part(SignatureInformation signature, ParameterInformation parameter) {
			return parameter.getLabel().map(text -> text, range -> signature.getLabel().substring(range.getFirst(), range.getSecond()));
		}

		@Override
		public String getContextDisplayString() {
			return text;
		}

		@Override
		public Image getImage() {
			return null;
		}

		@Override
		public String getInformationDisplayString() {
			return text;
		}
	}

	/** The hint stays as long as the caret is on its line. */
	private static final class SignatureValidator implements IContextInformationValidator, IContextInformationPresenter {

		private Signature shown;
		private IDocument document;

		@Override
		public void install(IContextInformation information, ITextViewer viewer, int offset) {
			shown = information instanceof Signature signature ? signature : null;
			document = viewer.getDocument();
		}

		@Override
		public boolean isContextInformationValid(int offset) {
			return shown != null && document != null && TextPositions.position(document, offset).getLine() == TextPositions.position(document, shown.offset).getLine();
		}

		@Override
		public boolean updatePresentation(int offset, TextPresentation presentation) {
			int start = shown == null || shown.part.isEmpty() ? -1 : shown.getInformationDisplayString().indexOf(shown.part);
			if (start < 0) {
				return false;
			}
			presentation.clear();
			presentation.addStyleRange(new StyleRange(start, shown.part.length(), null, null, SWT.BOLD));
			return true;
		}
	}
}
