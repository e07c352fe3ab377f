// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DefaultPositionUpdater;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IPositionUpdater;
import org.eclipse.jface.text.ITextInputListener;
import org.eclipse.jface.text.ITextPresentationListener;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.ITextViewerExtension2;
import org.eclipse.jface.text.ITextViewerExtension4;
import org.eclipse.jface.text.Position;
import org.eclipse.jface.text.TextAttribute;
import org.eclipse.jface.text.TextPresentation;
import org.eclipse.lsp4j.SemanticTokenModifiers;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.swt.custom.StyleRange;
import org.trapline.lang.ui.LanguageService;

/**
 * Colours names by what they mean, over the colouring of words that is there at once. Between two answers of the server the coloured
 * places move with the text.
 */
public final class SemanticColours implements ITextPresentationListener, ITextInputListener {

	/** What names are coloured as. */
	public enum Kind {
		DECLARATION, THING, DEED, STORE, CHOICE, QUANTITY
	}

	private static final Map<String, Kind> KINDS = Map.of(SemanticTokenTypes.Class, Kind.THING, SemanticTokenTypes.Function, Kind.DEED, SemanticTokenTypes.Method, Kind.DEED,
			SemanticTokenTypes.Variable, Kind.STORE, SemanticTokenTypes.EnumMember, Kind.CHOICE, SemanticTokenTypes.Parameter, Kind.QUANTITY);
	private static final String CATEGORY = SemanticColours.class.getName();

	private final Function<Kind, TextAttribute> attributes;
	private final IPositionUpdater updater = new Updater();
	private ITextViewer viewer;
	private Follower<SemanticTokens> follower;
	private List<Name> names = List.of();

	/** A coloured place. */
	private static final class Name extends Position {

		private final Kind kind;

		Name(int offset, int length, Kind kind) {
			super(offset, length);
			this.kind = kind;
		}
	}

	/** @param attributes how names look */
	public SemanticColours(Function<Kind, TextAttribute> attributes) {
		this.attributes = attributes;
	}

	/** Begins to colour a viewer. */
	public void install(ITextViewer textViewer) {
		viewer = textViewer;
		viewer.addTextInputListener(this);
		((ITextViewerExtension4) viewer).addTextPresentationListener(this);
		if (viewer.getDocument() != null) {
			inputDocumentChanged(null, viewer.getDocument());
		}
	}

	/** Ends it. */
	public void uninstall() {
		if (viewer != null) {
			inputDocumentAboutToBeChanged(viewer.getDocument(), null);
			viewer.removeTextInputListener(this);
			((ITextViewerExtension4) viewer).removeTextPresentationListener(this);
			viewer = null;
		}
	}

	@Override
	public void inputDocumentAboutToBeChanged(IDocument oldInput, IDocument newInput) {
		names = List.of();
		if (follower != null) {
			follower.dispose();
			follower = null;
			oldInput.removePositionUpdater(updater);
		}
	}

	@Override
	public void inputDocumentChanged(IDocument oldInput, IDocument newInput) {
		if (newInput != null && follower == null) {
			newInput.addPositionUpdater(updater);
			follower = new Follower<>(newInput, (server, file) -> server.semanticTokensFull(new SemanticTokensParams(file)), tokens -> show(newInput, tokens));
		}
	}

	/** Only what differs from before is painted again. */
	private void show(IDocument document, SemanticTokens tokens) {
		if (viewer == null || viewer.getDocument() != document) {
			return;
		}
		List<Name> before = names;
		List<Name> after = names(document, tokens);
		int first = 0;
		int least = Math.min(before.size(), after.size());
		while (first < least && same(before.get(first), after.get(first))) {
			first++;
		}
		int last = 0;
		while (last < least - first && same(before.get(before.size() - 1 - last), after.get(after.size() - 1 - last))) {
			last++;
		}
		names = after;
		int start = Math.min(first < before.size() - last ? before.get(first).getOffset() : Integer.MAX_VALUE, first < after.size() - last ? after.get(first).getOffset() : Integer.MAX_VALUE);
		int end = Math.max(first < before.size() - last ? end(before.get(before.size() - 1 - last)) : 0, first < after.size() - last ? end(after.get(after.size() - 1 - last)) : 0);
		if (start < end && viewer instanceof ITextViewerExtension2 part) {
			part.invalidateTextPresentation(start, Math.min(end, document.getLength()) - start);
		}
	}

	private static int end(Position position) {
		return position.getOffset() + position.getLength();
	}

	private static boolean same(Name one, Name other) {
		return one.kind == other.kind && one.getOffset() == other.getOffset() && one.getLength() == other.getLength();
	}

	private static List<Name> names(IDocument document, SemanticTokens tokens) {
		SemanticTokensLegend legend = LanguageService.ofWorkbench().legend();
		int declaration = 1 << legend.getTokenModifiers().indexOf(SemanticTokenModifiers.Declaration);
		List<Integer> data = tokens.getData();
		List<Name> names = new ArrayList<>();
		int line = 0;
		int column = 0;
		try {
			for (int i = 0; i + 4 < data.size(); i += 5) {
				line += data.get(i);
				column = data.get(i) == 0 ? column + data.get(i + 1) : data.get(i + 1);
				Optional<Kind> kind = (data.get(i + 4) & declaration) != 0 ? Optional.of(Kind.DECLARATION)
						: Optional.ofNullable(KINDS.get(legend.getTokenTypes().get(data.get(i + 3))));
				if (kind.isPresent()) {
					names.add(new Name(document.getLineOffset(line) + column, data.get(i + 2), kind.get()));
				}
			}
		} catch (BadLocationException e) {
			// The file has changed meanwhile: the next answer is on its way.
		}
		return names;
	}

	@Override
	public void applyTextPresentation(TextPresentation presentation) {
		int start = presentation.getExtent().getOffset();
		int end = start + presentation.getExtent().getLength();
		int index = firstEndingAfter(start);
		List<StyleRange> ranges = new ArrayList<>();
		for (; index < names.size() && names.get(index).getOffset() < end; index++) {
			Name name = names.get(index);
			if (!name.isDeleted() && name.getLength() > 0) {
				TextAttribute attribute = attributes.apply(name.kind);
				ranges.add(new StyleRange(name.getOffset(), name.getLength(), attribute.getForeground(), attribute.getBackground(), attribute.getStyle()));
			}
		}
		if (!ranges.isEmpty()) {
			presentation.mergeStyleRanges(ranges.toArray(StyleRange[]::new));
		}
	}

	private int firstEndingAfter(int offset) {
		int low = 0;
		int high = names.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (end(names.get(middle)) <= offset) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		return low;
	}

	/** Moves the names behind an edit; those that it touches grow with it. */
	private final class Updater extends DefaultPositionUpdater {

		Updater() {
			super(CATEGORY);
		}

		@Override
		public void update(DocumentEvent event) {
			int added = event.getText() == null ? 0 : event.getText().length();
			for (int i = firstEndingAfter(event.getOffset()); i < names.size(); i++) {
				Name name = names.get(i);
				if (name.getOffset() >= event.getOffset() + event.getLength()) {
					name.setOffset(name.getOffset() + added - event.getLength());
				} else {
					fOffset = event.getOffset();
					fLength = event.getLength();
					fReplaceLength = added;
					fDocument = event.getDocument();
					fPosition = name;
					fOriginalPosition.offset = name.offset;
					fOriginalPosition.length = name.length;
					adaptToReplace();
					if (name.getLength() < 0) {
						name.setLength(0);
					}
				}
			}
		}
	}
}
