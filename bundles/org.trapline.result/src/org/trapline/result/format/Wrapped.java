// SPDX-License-Identifier: EPL-2.0
package org.trapline.result.format;

import java.util.ArrayList;
import java.util.List;

/** Text in lines of a width, broken between words. */
public final class Wrapped {

	/** Additional margin, in columns, of continuation lines. */
	private static final int FURTHER = 6;

	private Wrapped() {
	}

	/** The lines of a text; a word that is longer than a line is a line of its own. */
	public static List<String> lines(String text, int margin, int width) {
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder(" ".repeat(margin));
		boolean empty = true;
		for (String word : text.split(" ")) {
			if (!empty && line.length() + 1 + word.length() > width) {
				lines.add(line.toString());
				line = new StringBuilder(" ".repeat(margin + FURTHER));
				empty = true;
			}
			line.append(empty ? "" : " ").append(word);
			empty = false;
		}
		lines.add(line.toString());
		return lines;
	}
}
