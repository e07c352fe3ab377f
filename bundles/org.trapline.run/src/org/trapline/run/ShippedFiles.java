// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files of a shipped study, unpacked into a folder of their own as long as this is open. */
public final class ShippedFiles implements AutoCloseable {

	private final Path folder;
	private final List<Path> files = new ArrayList<>();

	/**
	 * @throws IOException when a file is missing or cannot be written; then no file is left
	 */
	public ShippedFiles(Examples.Example example) throws IOException {
		this.folder = Files.createTempDirectory("trapline-");
		try {
			for (Examples.ExampleFile file : example.files()) {
				Path target = folder.resolve(file.path());
				Files.createDirectories(target.getParent());
				try (InputStream in = file.open()) {
					Files.copy(in, target);
				}
				files.add(target);
			}
		} catch (IOException e) {
			close();
			throw e;
		}
	}

	/** The files, in the order of the study. */
	public List<Path> files() {
		return List.copyOf(files);
	}

	@Override
	public void close() throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(each);
			}
		} catch (UncheckedIOException e) {
			throw e.getCause();
		}
	}
}
