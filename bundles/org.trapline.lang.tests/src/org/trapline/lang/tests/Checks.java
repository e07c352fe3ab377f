// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.tests;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.rules.TemporaryFolder;
import org.osgi.framework.FrameworkUtil;
import org.trapline.catalog.Catalog;
import org.trapline.run.Diagnostic;
import org.trapline.run.Studies;

/** A folder of texts, and what the language says of them. */
final class Checks extends TemporaryFolder {

	static final Catalog CATALOG = FrameworkUtil.getBundle(Checks.class) != null ? Catalog.installed()
			: Catalog.onClassPath(Checks.class.getClassLoader());

	/** They are many, and more with every kind of element. */
	private static final Pattern KEYWORDS_OF_ELEMENTS = Pattern.compile("an element \\('[a-z-]+'(, '[a-z-]+'){9,}\\) or");

	private static final Studies STUDIES = new Studies(CATALOG);

	Path write(String name, String text) {
		try {
			return Files.writeString(getRoot().toPath().resolve(name), text);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Problems, without the list of keywords that elements begin with, as {@code FILE:LINE:COLUMN severity code: message}, with the file's name only. */
	List<String> problems(Path file) {
		try {
			return STUDIES.check(file).stream().map(Checks::line).toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Asserts what is said of a text: {@code LINE:COLUMN severity code: message} each. */
	void assertProblems(String text, String... expected) {
		Path file = write("text.trapline", text);
		String prefix = "text.trapline:";
		assertEquals(String.join("\n", expected), String.join("\n",
				problems(file).stream().map(line -> line.startsWith(prefix) ? line.substring(prefix.length()) : line).toList()));
	}

	private static String line(Diagnostic each) {
		return Path.of(each.file()).getFileName() + ":" + each.line() + ":" + each.column() + " " + each.severity().id() + " " + each.code()
				+ ": " + KEYWORDS_OF_ELEMENTS.matcher(each.message()).replaceFirst("an element or");
	}
}
