// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Starts the packaged product as users do, by the repository's start script. The script runs from a folder that has the
 * product of this build and sources older than it, so that it finds nothing to build.
 */
final class Trapline {

	private static final long MOST_SECONDS = 120;
	private static final Path SOURCES = folder("trapline.home");
	private static final Path PRODUCT = folder("trapline.product");
	private static final Path HOME = home();

	private Trapline() {
	}

	/** What a process came to. */
	record Result(int status, String out, String err) {

		/** Bad use or bad input: status 2, no result, no trace of the program's inside. */
		Result refused() {
			assertEquals("status; it said: " + err, 2, status);
			assertEquals("standard output", "", out);
			assertFalse("a clear message: " + err, err.isBlank() || err.contains("Exception") || err.contains("\tat ") || err.contains("null"));
			return this;
		}

		/** Done, without a word about problems. */
		Result done() {
			assertEquals("standard error", "", err);
			assertEquals("status", 0, status);
			return this;
		}
	}

	/** The start script of the repository, beside a product that is up to date. */
	static Path script() {
		return HOME.resolve("trapline");
	}

	/** The folder of the unpacked product. */
	static Path product() {
		return PRODUCT;
	}

	/** The shipped hypercall study. */
	static Path study() {
		return SOURCES.resolve("examples/neve-sosp17/hypercall.trapline");
	}

	/** What the hypercall study comes to, as the tests of the runs have it. */
	static String golden(String file) throws IOException {
		return Files.readString(SOURCES.resolve("bundles/org.trapline.run.tests/src/org/trapline/run/tests").resolve(file));
	}

	/** Runs the command line in a folder. */
	static Result run(Path folder, Object... arguments) {
		return start(folder, Map.of("TRAPLINE_JAVA_HOME", System.getProperty("java.home")), command(script(), arguments));
	}

	/** A script with arguments, without a look at its first line. */
	static List<String> command(Path script, Object... arguments) {
		List<String> command = new ArrayList<>(List.of("bash", script.toString()));
		Arrays.stream(arguments).map(Object::toString).forEach(command::add);
		return command;
	}

	/** Starts a process with more environment, and waits for its end. */
	static Result start(Path folder, Map<String, String> environment, List<String> command) {
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
		// The tests' own JVM may have been told things that are not for this one.
		builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "TRAPLINE_DEBUG"));
		builder.environment().putAll(environment);
		try {
			Process process = builder.start();
			process.getOutputStream().close();
			CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> read(process.getInputStream()));
			CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
			if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
				process.descendants().forEach(ProcessHandle::destroyForcibly);
				process.destroyForcibly();
				throw new AssertionError(command + " did not end in " + MOST_SECONDS + " s; it said: " + err.join());
			}
			return new Result(process.exitValue(), out.join(), err.join());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError(e);
		}
	}

	private static String read(InputStream in) {
		try {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static Path folder(String property) {
		Path folder = Path.of(System.getProperty(property, "")).toAbsolutePath();
		if (System.getProperty(property) == null || !Files.isDirectory(folder)) {
			throw new AssertionError("the system property " + property + " names no folder: " + folder);
		}
		return folder;
	}

	private static Path home() {
		try {
			Path home = Files.createDirectories(Path.of("target", "home").toAbsolutePath());
			for (String sources : List.of(".mvn", "bundles", "examples", "features", "releng", "targetplatform", ".trapline")) {
				Files.createDirectories(home.resolve(sources));
			}
			Files.writeString(home.resolve("pom.xml"), "");
			Files.copy(SOURCES.resolve("trapline"), home.resolve("trapline"), StandardCopyOption.REPLACE_EXISTING);
			Path product = home.resolve(".trapline/product");
			Files.deleteIfExists(product);
			Files.createSymbolicLink(product, PRODUCT);
			Files.writeString(home.resolve(".trapline/stamp"), "");
			return home;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
