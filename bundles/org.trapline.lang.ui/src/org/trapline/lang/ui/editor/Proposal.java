// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.editor;

import java.util.Locale;
import java.util.Objects;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IInformationControlCreator;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension2;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension3;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension5;
import org.eclipse.jface.text.contentassist.ICompletionProposalExtension6;
import org.eclipse.jface.text.contentassist.IContextInformation;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.InsertReplaceEdit;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.trapline.lang.ui.Snippets;
import org.trapline.lang.ui.TextPositions;

/** One of the server's proposals. It stays while what is typed is the beginning of it, and takes that with it. */
public final class Proposal implements ICompletionProposal, ICompletionProposalExtension2, ICompletionProposalExtension3, ICompletionProposalExtension5,
		ICompletionProposalExtension6 {

	private final CompletionItem item;
	private final int start;
	/** How much of the text behind the caret goes, too. */
	private final int behind;
	private final String newText;
	private IRegion selection;

	/** @param offset where the caret is */
	public Proposal(IDocument document, int offset, CompletionItem item) {
		this.item = item;
		if (item.getTextEdit() == null) {
			start = offset;
			behind = 0;
			newText = item.getInsertText() != null ? item.getInsertText() : item.getLabel();
		} else {
			Range range = item.getTextEdit().map(TextEdit::getRange, InsertReplaceEdit::getReplace);
			start = Math.min(offset, TextPositions.offset(document, range.getStart()));
			behind = Math.max(0, TextPositions.offset(document, range.getEnd()) - offset);
			newText = item.getTextEdit().map(TextEdit::getNewText, InsertReplaceEdit::getNewText);
		}
	}

	@Override
	public void apply(ITextViewer viewer, char trigger, int stateMask, int offset) {
		IDocument document = viewer.getDocument();
		try {
			int length = Math.min(offset + behind, document.getLength()) - start;
			if (item.getInsertTextFormat() == InsertTextFormat.Snippet) {
				selection = Snippets.insert(viewer, start, length, newText);
			} else {
				document.replace(start, length, newText);
				selection = new Region(start + newText.length(), 0);
			}
		} catch (BadLocationException e) {
			// The file has changed meanwhile: then it stays as it is.
		}
	}

	@Override
	public void apply(IDocument document) {
		throw new UnsupportedOperationException("the other method is called");
	}

	@Override
	public boolean validate(IDocument document, int offset, DocumentEvent event) {
		try {
			String typed = document.get(start, Math.max(0, offset - start)).toLowerCase(Locale.ROOT);
			return matches(typed, Objects.requireNonNullElse(item.getFilterText(), item.getLabel())) || matches(typed, item.getLabel());
		} catch (BadLocationException e) {
			return false;
		}
	}

	/** From the beginning of the proposal, or of a part of a name with dots. */
	private static boolean matches(String typed, String proposed) {
		String lower = proposed.toLowerCase(Locale.ROOT);
		return lower.startsWith(typed) || lower.contains("." + typed);
	}

	@Override
	public void selected(ITextViewer viewer, boolean smartToggle) {
		// nothing to show in the text
	}

	@Override
	public void unselected(ITextViewer viewer) {
		// nothing was shown in the text
	}

	@Override
	public Point getSelection(IDocument document) {
		return selection == null ? null : new Point(selection.getOffset(), selection.getLength());
	}

	@Override
	public CharSequence getPrefixCompletionText(IDocument document, int completionOffset) {
		return item.getInsertTextFormat() == InsertTextFormat.Snippet ? null : newText;
	}

	@Override
	public int getPrefixCompletionStart(IDocument document, int completionOffset) {
		return start;
	}

	@Override
	public String getDisplayString() {
		return getStyledDisplayString().getString();
	}

	@Override
	public StyledString getStyledDisplayString() {
		StyledString text = new StyledString(item.getLabel());
		if (item.getDetail() != null && !item.getDetail().isBlank()) {
			text.append("  " + item.getDetail(), StyledString.QUALIFIER_STYLER);
		}
		return text;
	}

	@Override
	public Object getAdditionalProposalInfo(IProgressMonitor monitor) {
		return getAdditionalProposalInfo();
	}

	@Override
	public String getAdditionalProposalInfo() {
		return item.getDocumentation() == null ? null : item.getDocumentation().map(plain -> plain, markup -> markup.getValue());
	}

	@Override
	public IInformationControlCreator getInformationControlCreator() {
		return Markdown::control;
	}

	@Override
	public Image getImage() {
		return Icons.of(item.getKind() == null ? CompletionItemKind.Text : item.getKind());
	}

	@Override
	public IContextInformation getContextInformation() {
		return null;
	}
}
