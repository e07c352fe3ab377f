// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.format;

/** Texts in cells of CSV: a spreadsheet must not take them for formulas. Numbers are not changed. */
public final class CsvText {

	private static final String FORMULA = "=+-@";

	private CsvText() {
	}

	/** A cell: a text that a spreadsheet would compute gets an apostrophe before it; all else is as it was. */
	public static Object cell(Object value) {
		return value instanceof String text ? of(text) : value;
	}

	/** The same of a text. */
	public static String of(String text) {
		return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
	}
}
