// SPDX-License-Identifier: EPL-2.0
package org.trapline.chart.picture;

/** Makes texts fit. */
public final class Texts {

	private static final String MORE = "\u2026";

	private Texts() {
	}

	/** The text, or as much of its beginning as fits into a width in points; empty where not even one letter does. */
	public static String fitted(String text, double width, float size) {
		if (Fonts.width(text, size) <= width) {
			return text;
		}
		int low = 0;
		int high = text.length();
		while (low < high) {
			int middle = (low + high + 1) / 2;
			if (Fonts.width(text.substring(0, middle) + MORE, size) <= width) {
				low = middle;
			} else {
				high = middle - 1;
			}
		}
		return low == 0 ? "" : text.substring(0, low).stripTrailing() + MORE;
	}
}
