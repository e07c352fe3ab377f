// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.fixes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.trapline.lang.ide.text.Spot;

/** Changes of a text that keep its layout. */
final class Edits {

	private final Document document;
	private final String text;

	Edits(Document document) {
		this.document = document;
		this.text = document.getContents();
	}

	TextEdit replace(int start, int end, String by) {
		return new TextEdit(new Range(document.getPosition(start), document.getPosition(end)), by);
	}

	// ------------------------------------------------------------------------------------------- adding

	/** Adds parts to an element at their places in its rule; empty where the rule has none for one of them. */
	Optional<List<TextEdit>> add(Syntax element, List<String> parts) {
		List<TextEdit> edits = new ArrayList<>();
		for (String part : parts) {
			Optional<ILeafNode> before = element.before(part.split("\\s", 2)[0]);
			if (before.isEmpty()) {
				return Optional.empty();
			}
			edits.add(after(element, before.get(), part));
		}
		return Optional.of(merged(edits));
	}

	private TextEdit after(Syntax element, ILeafNode word, String part) {
		int end = word.getEndOffset();
		if (element.hasLines() && element.inBlock(word)) {
			return replace(end, end, "\n" + indentation(element.node().getOffset()) + "\t" + part);
		}
		boolean space = end < text.length() && !Character.isWhitespace(text.charAt(end));
		return replace(end, end, " " + part + (space ? " " : ""));
	}

	/** Edits at one place would be in any order: they become one. */
	private static List<TextEdit> merged(List<TextEdit> edits) {
		List<TextEdit> merged = new ArrayList<>();
		for (TextEdit edit : edits) {
			Optional<TextEdit> same = merged.stream().filter(other -> other.getRange().equals(edit.getRange())).findFirst();
			if (same.isPresent()) {
				same.get().setNewText(same.get().getNewText().stripTrailing() + edit.getNewText());
			} else {
				merged.add(edit);
			}
		}
		return merged;
	}

	/** Adds a name to the list that a keyword introduces, or the list. */
	Optional<List<TextEdit>> addToList(Syntax element, String keyword, String name) {
		Optional<ILeafNode> introducing = element.word(keyword);
		if (introducing.isEmpty()) {
			return add(element, List.of(keyword + " " + name));
		}
		List<ILeafNode> words = element.introduced(introducing.get());
		int end = words.getLast().getEndOffset();
		return Optional.of(List.of(replace(end, end, ", " + name)));
	}

	// ------------------------------------------------------------------------------------------- removing

	/** Removes the item of a list that is at a place: a name or value among others, or a part of an element. */
	Optional<TextEdit> removeItem(ILeafNode word) {
		Optional<INode> item = Spot.of(word).flatMap(spot -> switch (spot) {
		case Spot.Reference reference when reference.feature().isMany() -> Optional.of(reference.node());
		case Spot.Value value when value.feature().isMany() -> Optional.of(value.node());
		default -> Optional.empty();
		});
		return item.map(this::removeName).or(() -> part(word).map(this::remove));
	}

	/** Removes a name or value, with the word that introduces it where it is the only one. */
	private TextEdit removeName(INode item) {
		TextEdit edit = remove(item);
		boolean alone = edit.getRange().equals(remove(item.getOffset(), item.getEndOffset()).getRange());
		return alone ? wordBefore(item).map(keyword -> remove(keyword.getOffset(), item.getEndOffset())).orElse(edit) : edit;
	}

	private static Optional<ILeafNode> wordBefore(INode item) {
		ILeafNode before = null;
		for (ILeafNode leaf : item.getRootNode().getLeafNodes()) {
			if (leaf.getOffset() >= item.getOffset()) {
				break;
			}
			before = leaf.isHidden() ? before : leaf;
		}
		return Optional.ofNullable(before).filter(word -> word.getGrammarElement() instanceof Keyword && Character.isLetter(word.getText().charAt(0)));
	}

	/** The part of an element that a word is in: the smallest that stands in a list. */
	private static Optional<INode> part(ILeafNode word) {
		for (EObject each = NodeModelUtils.findActualSemanticObjectFor(word); each != null; each = each.eContainer()) {
			EStructuralFeature list = each.eContainmentFeature();
			ICompositeNode node = NodeModelUtils.findActualNodeFor(each);
			if (list != null && list.isMany() && node != null) {
				return Optional.of(node);
			}
		}
		return Optional.empty();
	}

	/** Removes an item with its comma, and with its line where nothing else is on it. */
	private TextEdit remove(INode item) {
		int start = item.getOffset();
		int end = item.getEndOffset();
		int next = skipSpace(end);
		if (next < text.length() && text.charAt(next) == ',') {
			return replace(start, skipSpace(next + 1), "");
		}
		int before = skipSpaceBack(start);
		if (before > 0 && text.charAt(before - 1) == ',') {
			return replace(skipSpaceBack(before - 1), end, "");
		}
		int line = start - indentation(start).length();
		boolean ownLine = text.substring(line, start).isBlank() && (line == 0 || text.charAt(line - 1) == '\n');
		if (ownLine && end < text.length() && text.startsWith("\n", end)) {
			return replace(line, end + 1, "");
		}
		return remove(start, end);
	}

	/** Removes a piece with the space before it. */
	TextEdit remove(int start, int end) {
		return replace(skipSpaceBack(start), end, "");
	}

	private int skipSpace(int from) {
		int at = from;
		while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
			at++;
		}
		return at;
	}

	private int skipSpaceBack(int from) {
		int at = from;
		while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
			at--;
		}
		return at;
	}

	/** The indentation of the line that a place is in. */
	String indentation(int offset) {
		int line = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
		int end = line;
		while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
			end++;
		}
		return text.substring(line, end);
	}
}
