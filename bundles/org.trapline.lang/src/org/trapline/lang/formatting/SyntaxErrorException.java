// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.formatting;

import org.trapline.lang.NotUtf8;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.LineAndColumn;

/** A text that is not one of the language: where and why. */
public final class SyntaxErrorException extends Exception {

	private static final long serialVersionUID = 1L;

	private final int line;
	private final int column;

	/** @param line 1-based @param column 1-based */
	private SyntaxErrorException(int line, int column, String message) {
		super(message);
		this.line = line;
		this.column = column;
	}

	/** @param place where it is wrong @param message why */
	public static SyntaxErrorException at(INode place, String message) {
		LineAndColumn start = NodeModelUtils.getLineAndColumn(place, place.getOffset());
		return new SyntaxErrorException(start.getLine(), start.getColumn(), message);
	}

	/** Of bytes that are no text. */
	public static SyntaxErrorException of(NotUtf8 bytes) {
		return new SyntaxErrorException(bytes.line(), bytes.column(), bytes.getMessage());
	}

	/**
	 * Makes sure that a text has no syntax error.
	 *
	 * @throws SyntaxErrorException when it has one: the first
	 */
	public static void check(XtextResource text) throws SyntaxErrorException {
		for (INode error : text.getParseResult().getSyntaxErrors()) {
			throw at(error, error.getSyntaxErrorMessage().getMessage());
		}
	}

	/** 1-based. */
	public int line() {
		return line;
	}

	/** 1-based. */
	public int column() {
		return column;
	}
}
