// SPDX-License-Identifier: EPL-2.0
package org.trapline.result;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * An input of a run, exactly as it was read.
 *
 * @param kind whether it is a file of the user or a library of a plug-in
 * @param name a file's path from the study's folder, with slashes; a library's name as studies import it
 * @param text its contents
 * @since 0.2.0
 */
public record Source(Kind kind, String name, String text) {

	/** The origin of a source. */
	public enum Kind {
		/** The study itself, or a file that it imports. */
		FILE("file"),
		/** A library model of a plug-in. */
		LIBRARY("library");

		private final String id;

		Kind(String id) {
			this.id = id;
		}

		/** The word used in files. */
		public String id() {
			return id;
		}
	}

	public Source {
		Objects.requireNonNull(kind);
		Objects.requireNonNull(name);
		Objects.requireNonNull(text);
	}

	/** SHA-256 of its bytes in UTF-8, in hexadecimal. */
	public String sha256() {
		return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
	}
}
