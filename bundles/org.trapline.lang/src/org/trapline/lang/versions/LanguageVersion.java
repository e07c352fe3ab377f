// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.versions;

/**
 * Versions of the language. A text says its own in its first line, {@code language 2}; one that does not is of version 1. Every version reads
 * the texts of the ones before it: what has been renamed since is a warning.
 */
public final class LanguageVersion {

	/** The version of this Trapline: the highest that it reads. */
	public static final int CURRENT = 2;

	private LanguageVersion() {
	}

	/** What is said of a text in a version that this Trapline does not know. */
	public static String unknown(int version) {
		return version < 1 ? "versions of the language count from 1: write '" + CURRENT + "'"
				: "this file is in version " + version + " of the language, and this Trapline knows versions up to " + CURRENT
						+ ": run a newer Trapline, or write '" + CURRENT + "' if the file uses nothing newer";
	}
}
