// SPDX-License-Identifier: EPL-2.0
package org.trapline.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * The studies that ship with the product: the repository's folder {@code examples}, packed into this bundle, with a
 * list of its files in {@code examples/index.properties}.
 */
public final class Examples {

	private static final String FOLDER = "/examples/";

	/**
	 * A shipped study.
	 *
	 * @param id          its folder's name
	 * @param title       for people
	 * @param description what it shows, one or two sentences
	 * @param files       its files, the study to open first
	 */
	public record Example(String id, String title, String description, List<ExampleFile> files) {

		public Example {
			Objects.requireNonNull(id);
			Objects.requireNonNull(title);
			Objects.requireNonNull(description);
			files = List.copyOf(files);
		}
	}

	/**
	 * A file of a shipped study.
	 *
	 * @param example the study's id
	 * @param path    its path inside the study's folder, with slashes
	 */
	public record ExampleFile(String example, String path) {

		/** Its bytes. */
		public InputStream open() throws IOException {
			InputStream in = Examples.class.getResourceAsStream(FOLDER + example + "/" + path);
			if (in == null) {
				throw new IOException("the shipped study " + example + " lacks its file " + path);
			}
			return in;
		}
	}

	private Examples() {
	}

	/** The shipped study with this id, the name of its folder. */
	public static Optional<Example> shipped(String id) {
		return shipped().stream().filter(example -> example.id().equals(id)).findFirst();
	}

	/** The shipped studies, in the order of the index. */
	public static List<Example> shipped() {
		Properties index = new Properties();
		try (InputStream in = Examples.class.getResourceAsStream(FOLDER + "index.properties")) {
			if (in == null) {
				throw new IOException("the bundle lacks its examples");
			}
			index.load(in);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		List<Example> examples = new ArrayList<>();
		for (String id : index.getProperty("studies").split("\\s+")) {
			List<ExampleFile> files = new ArrayList<>();
			for (String path : index.getProperty(id + ".files").split("\\s+")) {
				files.add(new ExampleFile(id, path));
			}
			examples.add(new Example(id, index.getProperty(id + ".title"), index.getProperty(id + ".description"), files));
		}
		return List.copyOf(examples);
	}
}
