// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.fixes;

import java.util.List;

import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.xtext.ide.server.Document;

/**
 * A quick fix: a change of the text.
 *
 * @param title its description
 */
public record Fix(String title, List<TextEdit> edits) {

	/** A replacement of a piece of the text. */
	static Fix replace(String title, Document document, int start, int end, String by) {
		return new Fix(title, List.of(new TextEdit(new Range(document.getPosition(start), document.getPosition(end)), by)));
	}
}
