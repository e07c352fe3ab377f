// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.formatting;

/** A text that is none of the language: where and why. */
public final class SyntaxErrorException extends Exception {

	private static final long serialVersionUID = 1L;

	private final int line;
	private final int column;

	/** @param line 1-based @param column 1-based */
	SyntaxErrorException(int line, int column, String message) {
		super(message);
		this.line = line;
		this.column = column;
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
