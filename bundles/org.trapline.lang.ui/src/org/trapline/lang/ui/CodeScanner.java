// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ui;

import java.util.Map;
import java.util.Set;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.rules.IToken;
import org.eclipse.jface.text.rules.ITokenScanner;
import org.eclipse.jface.text.rules.Token;

/** Cuts code (what is neither comment nor string) into words, numbers and the rest, for colouring. */
final class CodeScanner implements ITokenScanner {

	/** What a piece of text is. */
	enum Kind {
		KEYWORD, NAME, NUMBER, STRING, COMMENT
	}

	private final Set<String> keywords;
	private final Map<Kind, IToken> tokens;
	private IDocument document;
	private int next;
	private int end;
	private int start;

	/** @param tokens for each kind what to report; they may be changed between scans */
	CodeScanner(Set<String> keywords, Map<Kind, IToken> tokens) {
		this.keywords = keywords;
		this.tokens = tokens;
	}

	@Override
	public void setRange(IDocument document, int offset, int length) {
		this.document = document;
		next = offset;
		end = offset + length;
		start = offset;
	}

	@Override
	public IToken nextToken() {
		start = next;
		if (next >= end) {
			return Token.EOF;
		}
		char first = at(next);
		if (isWordStart(first)) {
			skipWord();
			return word();
		}
		if (isDigit(first)) {
			skipNumber();
			return tokens.get(Kind.NUMBER);
		}
		next++;
		while (next < end && !isWordStart(at(next)) && !isDigit(at(next))) {
			next++;
		}
		return Token.UNDEFINED;
	}

	private IToken word() {
		if (keywords.contains(text(start, next))) {
			return tokens.get(Kind.KEYWORD);
		}
		return declares() ? tokens.get(Kind.NAME) : Token.UNDEFINED;
	}

	/** Whether the word is the name of a top-level element: the first word after keywords on a line that is not indented. */
	private boolean declares() {
		try {
			int line = document.getLineInformationOfOffset(start).getOffset();
			if (line == start || !isWordStart(document.getChar(line))) {
				return false;
			}
			for (String before : document.get(line, start - line).trim().split("\\s+")) {
				if (!keywords.contains(before)) {
					return false;
				}
			}
			return true;
		} catch (BadLocationException e) {
			return false;
		}
	}

	/** A qualified name is one word: its parts are no keywords. */
	private void skipWord() {
		do {
			next++;
		} while (next < end && (isWordPart(at(next)) || joins('.') || joins('-')));
	}

	/** Digits with separators and a fraction: {@code 2,729}, {@code 2.4}, {@code 1_000}, {@code 0x4b}. */
	private void skipNumber() {
		do {
			next++;
		} while (next < end && (isWordPart(at(next)) || joins('.') || joins(',')));
	}

	/** Whether {@code separator} stands here right between two characters of one token. */
	private boolean joins(char separator) {
		if (at(next) != separator || next + 1 >= end) {
			return false;
		}
		char after = at(next + 1);
		return isDigit(at(start)) ? isDigit(after) : isWordStart(after);
	}

	private static boolean isWordStart(char c) {
		return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
	}

	private static boolean isWordPart(char c) {
		return isWordStart(c) || isDigit(c);
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	private char at(int offset) {
		try {
			return document.getChar(offset);
		} catch (BadLocationException e) {
			throw new IllegalStateException("Scanned range is outside the document", e);
		}
	}

	private String text(int from, int to) {
		try {
			return document.get(from, to - from);
		} catch (BadLocationException e) {
			throw new IllegalStateException("Scanned range is outside the document", e);
		}
	}

	@Override
	public int getTokenOffset() {
		return start;
	}

	@Override
	public int getTokenLength() {
		return next - start;
	}
}
