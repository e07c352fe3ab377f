// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.compile;

import java.util.Objects;

import org.trapline.result.Source;

/**
 * A place in a text in the language.
 *
 * @param kind   whether it is a file of the user or a library of a plug-in
 * @param source a file's whole path, or a library's name as studies import it
 * @param line   1-based
 * @param column 1-based
 * @param text   the text there, or its first line if it is long
 */
public record SourcePlace(Source.Kind kind, String source, int line, int column, String text) {

	public SourcePlace {
		Objects.requireNonNull(kind);
		Objects.requireNonNull(source);
		Objects.requireNonNull(text);
	}

	/** {@code arm.trapline, line 266}, or {@code org.trapline.cpu.arm/arm, line 266}. */
	@Override
	public String toString() {
		String name = kind == Source.Kind.LIBRARY ? source : source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
		return name + ", line " + line;
	}
}
