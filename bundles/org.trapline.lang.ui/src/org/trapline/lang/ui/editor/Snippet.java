// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.ITextViewer;
import org.eclipse.jface.text.Region;
import org.eclipse.jface.text.contentassist.CompletionProposal;
import org.eclipse.jface.text.contentassist.ICompletionProposal;
import org.eclipse.jface.text.link.LinkedModeModel;
import org.eclipse.jface.text.link.LinkedModeUI;
import org.eclipse.jface.text.link.LinkedPosition;
import org.eclipse.jface.text.link.LinkedPositionGroup;
import org.eclipse.jface.text.link.ProposalPosition;
import org.eclipse.ui.texteditor.link.EditorLinkedModeUI;

/**
 * A snippet as the protocol writes them, {@code ${1:text}}, {@code ${2|one,other|}}, {@code $0}, taken apart.
 *
 * @param text   with what the places propose
 * @param places in the order in which the user goes through them, the last one where the caret is in the end
 */
public record Snippet(String text, List<Place> places) {

	/**
	 * A place to fill in.
	 *
	 * @param number  those of one number have one text
	 * @param choices what may stand there; empty where anything may
	 */
	public record Place(int number, int start, int length, List<String> choices) {
	}

	/** Takes a snippet apart. */
	public static Snippet of(String snippet) {
		StringBuilder text = new StringBuilder();
		List<Place> places = new ArrayList<>();
		int at = 0;
		while (at < snippet.length()) {
			char c = snippet.charAt(at);
			if (c == '\\' && at + 1 < snippet.length()) {
				text.append(snippet.charAt(at + 1));
				at += 2;
			} else if (c == '$' && at + 1 < snippet.length() && (Character.isDigit(snippet.charAt(at + 1)) || snippet.charAt(at + 1) == '{')) {
				at = place(snippet, at, text, places);
			} else {
				text.append(c);
				at++;
			}
		}
		return new Snippet(text.toString(), List.copyOf(places));
	}

	/** Reads a place; returns where the text goes on. */
	private static int place(String snippet, int at, StringBuilder text, List<Place> places) {
		boolean braces = snippet.charAt(at + 1) == '{';
		int digits = braces ? at + 2 : at + 1;
		int end = digits;
		while (end < snippet.length() && Character.isDigit(snippet.charAt(end))) {
			end++;
		}
		int number = Integer.parseInt("0" + snippet.substring(digits, end));
		int start = text.length();
		if (!braces) {
			places.add(new Place(number, start, 0, List.of()));
			return end;
		}
		int close = snippet.indexOf('}', end);
		close = close < 0 ? snippet.length() : close;
		String body = snippet.substring(end, close);
		List<String> choices = List.of();
		if (body.startsWith(":")) {
			text.append(body.substring(1));
		} else if (body.startsWith("|") && body.endsWith("|") && body.length() > 1) {
			choices = List.of(body.substring(1, body.length() - 1).split(","));
			text.append(choices.getFirst());
		}
		places.add(new Place(number, start, text.length() - start, choices));
		return Math.min(close + 1, snippet.length());
	}

	/** Lets the user go through the places of the snippet, which stands at {@code offset}; returns what to select first. */
	public IRegion edit(ITextViewer viewer, int offset) throws BadLocationException {
		Map<Integer, LinkedPositionGroup> groups = new LinkedHashMap<>();
		IDocument document = viewer.getDocument();
		int exit = offset + text.length();
		Place first = null;
		for (Place place : places) {
			if (place.number() == 0) {
				exit = offset + place.start();
				continue;
			}
			first = first == null || place.number() < first.number() ? place : first;
			groups.computeIfAbsent(place.number(), number -> new LinkedPositionGroup()).addPosition(position(place, document, offset));
		}
		if (groups.isEmpty()) {
			return new Region(exit, 0);
		}
		LinkedModeModel model = new LinkedModeModel();
		for (LinkedPositionGroup group : groups.values()) {
			model.addGroup(group);
		}
		model.forceInstall();
		LinkedModeUI mode = new EditorLinkedModeUI(model, viewer);
		mode.setExitPosition(viewer, exit, 0, Integer.MAX_VALUE);
		mode.enter();
		return mode.getSelectedRegion();
	}

	private static LinkedPosition position(Place place, IDocument document, int offset) {
		int start = offset + place.start();
		if (place.choices().isEmpty()) {
			return new LinkedPosition(document, start, place.length(), place.number());
		}
		ICompletionProposal[] choices = place.choices().stream().map(choice -> new CompletionProposal(choice, start, place.length(), choice.length()))
				.toArray(ICompletionProposal[]::new);
		return new ProposalPosition(document, start, place.length(), place.number(), choices);
	}
}
