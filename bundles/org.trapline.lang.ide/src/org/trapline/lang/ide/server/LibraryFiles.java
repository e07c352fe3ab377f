// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.ide.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.trapline.catalog.Catalog;
import org.trapline.catalog.Library;
import org.trapline.lang.validation.ProblemKind;

/**
 * Copies of the libraries of plug-ins as files that any editor can open. The files are read-only, since changes would have no
 * effect. They are in a folder of the user's cache whose name is derived from their contents, so that versions of the product do
 * not interfere, and unpacked files stay valid.
 */
public final class LibraryFiles {

	/** The file beside the folders of libraries that explains kinds of problems. */
	private static final String PROBLEMS = "problems.md";

	private LibraryFiles() {
	}

	/** The place that explains a kind of problem, for clients that open it; empty where nothing is unpacked. */
	static Optional<String> explanation(Catalog catalog, String code) {
		return catalog.libraries().stream().findFirst().map(library -> URI.create(library.location().toString()))
				.filter(location -> "file".equals(location.getScheme()) && ProblemKind.of(code).isPresent())
				.map(location -> Path.of(location).getParent().resolveSibling(PROBLEMS).toUri() + "#" + code);
	}

	private static String problems() {
		StringBuilder text = new StringBuilder("# Problems\n\nThe problems that editors and `trapline check` report in texts of the Trapline language. Each message ends with a remedy.\n");
		for (ProblemKind kind : ProblemKind.all()) {
			text.append("\n## ").append(kind.code()).append("\n\n").append(kind.explanation()).append("\n\nExamples:\n");
			kind.examples().forEach(example -> text.append("\n```trapline\n").append(example.strip()).append("\n```\n"));
		}
		return text.toString();
	}

	/** The same plug-ins, with libraries in files below the user's cache; below the folder for temporary files where that cannot be written. */
	public static Catalog unpacked(Catalog catalog) {
		try {
			return unpacked(catalog, userCache());
		} catch (IOException e) {
			try {
				return unpacked(catalog, Path.of(System.getProperty("java.io.tmpdir"), "trapline-" + System.getProperty("user.name")));
			} catch (IOException e2) {
				throw new UncheckedIOException("the libraries cannot be unpacked for editors: " + e2.getMessage(), e2);
			}
		}
	}

	/**
	 * The same plug-ins, with libraries in files below a folder: {@code libraries/VERSION/BUNDLE/NAME.trapline}.
	 *
	 * @throws IOException when a library cannot be read, or the folder not written
	 */
	public static Catalog unpacked(Catalog catalog, Path folder) throws IOException {
		Map<String, byte[]> texts = new LinkedHashMap<>();
		for (Library library : catalog.libraries()) {
			try (InputStream in = library.location().openStream()) {
				texts.put(library.name(), in.readAllBytes());
			}
		}
		Path root = folder.toAbsolutePath().resolve("libraries").resolve(version(texts));
		for (Map.Entry<String, byte[]> text : texts.entrySet()) {
			write(root.resolve(text.getKey() + ".trapline"), text.getValue());
		}
		write(root.resolve(PROBLEMS), problems().getBytes(StandardCharsets.UTF_8));
		return catalog.withLibrariesAt(library -> {
			try {
				return root.resolve(library.name() + ".trapline").toUri().toURL();
			} catch (MalformedURLException e) {
				throw new IllegalStateException(e);
			}
		});
	}

	/** The system's cache folder. */
	private static Path userCache() {
		Path home = Path.of(System.getProperty("user.home"));
		String system = System.getProperty("os.name", "");
		if (system.startsWith("Windows")) {
			String local = System.getenv("LOCALAPPDATA");
			return (local == null ? home.resolve("AppData/Local") : Path.of(local)).resolve("Trapline").resolve("Cache");
		}
		if (system.startsWith("Mac")) {
			return home.resolve("Library/Caches/org.trapline");
		}
		String cache = System.getenv("XDG_CACHE_HOME");
		return (cache == null || cache.isBlank() ? home.resolve(".cache") : Path.of(cache)).resolve("trapline");
	}

	private static void write(Path file, byte[] text) throws IOException {
		if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), text)) {
			return;
		}
		Files.createDirectories(file.getParent());
		// Another server may do the same: each sees a complete file or none.
		Path draft = Files.createTempFile(file.getParent(), "", ".draft");
		try {
			Files.write(draft, text);
			draft.toFile().setReadOnly();
			Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		} catch (FileAlreadyExistsException e) {
			// Another server has written it meanwhile.
		} finally {
			Files.deleteIfExists(draft);
		}
	}

	private static String version(Map<String, byte[]> texts) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(problems().getBytes(StandardCharsets.UTF_8));
			texts.forEach((name, text) -> {
				digest.update(name.getBytes(StandardCharsets.UTF_8));
				digest.update(text);
			});
			return HexFormat.of().formatHex(digest.digest(), 0, 8);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
