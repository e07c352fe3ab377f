// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Texts in a folder that the product has to write again, byte by byte. They are UTF-8; a text is named by its path in the folder, with slashes.
 *
 * @param folder where they are
 */
record Goldens(Path folder) {

	/** The system property that has goldens written in place of compared: {@code -Dtrapline.goldens=write}. */
	static final String PROPERTY = "trapline.goldens";

	private static final String RENEW = "If this change is meant, renew the goldens with -D" + PROPERTY + "=write (see GoldensTest) and say why in the commit.";

	/** Whether goldens are to be renewed. */
	static boolean areWritten() {
		String mode = System.getProperty(PROPERTY, "compare");
		return switch (mode) {
		case "write" -> true;
		case "compare" -> false;
		default -> throw new IllegalArgumentException("-D" + PROPERTY + "=" + mode + ": give write or compare");
		};
	}

	/** Says how a text differs from its golden, at the first difference; empty when they are the same bytes. */
	Optional<String> difference(String name, String actual) throws IOException {
		Path file = folder.resolve(name);
		if (!Files.exists(file)) {
			return Optional.of(file + ": there is no such golden. " + RENEW);
		}
		String expected = Files.readString(file);
		return expected.equals(actual) ? Optional.empty() : Optional.of(file + firstDifference(expected, actual) + "\n" + RENEW);
	}

	private static String firstDifference(String expected, String actual) {
		List<String> expectedLines = List.of(expected.split("\n", -1));
		List<String> actualLines = List.of(actual.split("\n", -1));
		int line = 0;
		while (line < expectedLines.size() && line < actualLines.size() && expectedLines.get(line).equals(actualLines.get(line))) {
			line++;
		}
		String expectedLine = line(expectedLines, line);
		String actualLine = line(actualLines, line);
		int column = 0;
		while (column < expectedLine.length() && column < actualLine.length() && expectedLine.charAt(column) == actualLine.charAt(column)) {
			column++;
		}
		return ":" + (line + 1) + ":" + (column + 1) + ": the first difference; the golden has " + (expectedLines.size() - 1) + " lines, the text "
				+ (actualLines.size() - 1) + "\n  expected: " + expectedLine + "\n  actual:   " + actualLine;
	}

	private static String line(List<String> lines, int number) {
		if (number >= lines.size()) {
			return "(the end of the text)";
		}
		// A text that lacks its last line feed, or has one more, differs in a line that nobody would see.
		return lines.get(number).isEmpty() && number == lines.size() - 1 ? "(the end of the text, after a line feed)" : lines.get(number);
	}

	/** The names of all goldens. */
	SortedSet<String> names() throws IOException {
		if (!Files.isDirectory(folder)) {
			return new TreeSet<>();
		}
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString().replace('\\', '/'))
					.collect(Collectors.toCollection(TreeSet::new));
		}
	}

	void write(String name, String text) throws IOException {
		Path file = folder.resolve(name);
		Files.createDirectories(file.getParent());
		Files.writeString(file, text);
	}

	void delete(String name) throws IOException {
		Files.delete(folder.resolve(name));
	}
}
