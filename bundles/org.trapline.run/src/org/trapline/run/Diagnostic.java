// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.util.Objects;

/**
 * An error or a warning at a place in a file.
 *
 * @param file     the file as the user named it
 * @param line     1-based line; 0 where the whole file is meant
 * @param column   1-based column; 0 where the whole file is meant
 * @param severity whether it prevents a run
 * @param code     stable name of the kind of problem
 * @param message  what is wrong and the way out
 */
public record Diagnostic(String file, int line, int column, Severity severity, String code, String message) {

	/** Whether a problem prevents a run. */
	public enum Severity {
		/** The study cannot run. */
		ERROR("error"),
		/** The study can run, but probably does not do what was intended. */
		WARNING("warning");

		private final String id;

		Severity(String id) {
			this.id = id;
		}

		/** The word used on the command line. */
		public String id() {
			return id;
		}
	}

	public Diagnostic {
		Objects.requireNonNull(file);
		Objects.requireNonNull(severity);
		Objects.requireNonNull(code);
		Objects.requireNonNull(message);
	}

	/** {@code FILE:LINE:COLUMN: error: text}, as compilers write it. */
	/** A message is one line, and says nothing else to a terminal than its text: control characters are shown as their numbers. */
	private static String printable(String text) {
		return text.chars().anyMatch(Character::isISOControl) ? text.codePoints().collect(StringBuilder::new, (out, each) -> {
			if (Character.isISOControl(each)) {
				out.append(String.format("\\u%04x", each));
			} else {
				out.appendCodePoint(each);
			}
		}, StringBuilder::append).toString() : text;
	}

	@Override
	public String toString() {
		String place = line > 0 ? file + ":" + line + ":" + column : file;
		return printable(place + ": " + severity.id() + ": " + message);
	}
}
