// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.trapline.result.Metric;
import org.trapline.run.Examples;
import org.trapline.run.InvalidStudyException;

/**
 * The hypercall study with libraries of its own, as a researcher would have them who changes a register's rule or KVM's
 * exit path: copies in one folder that import each other as files.
 */
final class OwnModels {

	static final String ARM = "arm";
	static final String KVM = "kvm-2017";
	static final String COSTS = "x-gene";
	static final String STUDY = "hypercall";

	private static final Map<String, List<String>> LIBRARIES = Map.of("org.trapline.cpu.arm", List.of(ARM, KVM, "neve-sosp17", COSTS),
			"org.trapline.mechanism.neve", List.of("neve"));

	private final Path folder;

	OwnModels(Path folder) throws IOException {
		this.folder = folder;
		for (Map.Entry<String, List<String>> bundle : LIBRARIES.entrySet()) {
			for (String name : bundle.getValue()) {
				write(name, Installed.library(bundle.getKey() + "/" + name));
			}
		}
		write(STUDY, shipped());
	}

	/** The shipped study as a file of its own; its imports are the installed libraries. */
	static Path shipped(Path folder) throws IOException {
		return Files.writeString(folder.resolve("hypercall.trapline"), shipped());
	}

	private static String shipped() throws IOException {
		try (InputStream in = Examples.shipped().get(0).files().get(0).open()) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private void write(String name, String text) throws IOException {
		Files.writeString(file(name), text.replaceAll("import \"org\\.trapline\\.[a-z.]+/([a-z0-9-]+)\"", "import \"$1.trapline\""));
	}

	private Path file(String name) {
		return folder.resolve(name + ".trapline");
	}

	Path study() {
		return file(STUDY);
	}

	String text(String name) throws IOException {
		return Files.readString(file(name));
	}

	/** Changes a copy; what is to be changed has to be there. */
	OwnModels change(String name, String pattern, String replacement) throws IOException {
		Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text(name));
		if (!matcher.find()) {
			throw new AssertionError("nothing in " + name + " matches " + pattern);
		}
		Files.writeString(file(name), matcher.replaceAll(replacement));
		return this;
	}

	void set(String name, String text) throws IOException {
		Files.writeString(file(name), text);
	}

	Map<String, Long> traps() throws InvalidStudyException, IOException {
		return Installed.counts(Installed.rows(study()), Metric.TRAPS);
	}
}
