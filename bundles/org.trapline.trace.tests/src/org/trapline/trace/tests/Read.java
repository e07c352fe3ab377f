// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.tests;

import static org.junit.Assert.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.trapline.trace.TraceReader;
import org.trapline.trace.read.Progress;
import org.trapline.trace.read.TraceException;
import org.trapline.trace.read.TraceOptions;
import org.trapline.trace.summary.ExitKey;
import org.trapline.trace.summary.ExitRow;
import org.trapline.trace.summary.TraceSummary;

/** Reads traces for tests: text in the test, or the shipped cuts of real traces. */
final class Read {

	private Read() {
	}

	/** A text. */
	static TraceSummary text(String text) {
		return text(text, TraceOptions.DEFAULT);
	}

	/** A text. */
	static TraceSummary text(String text, TraceOptions options) {
		try {
			return bytes(text.getBytes(StandardCharsets.UTF_8), options);
		} catch (TraceException e) {
			throw new AssertionError(e.getMessage(), e);
		}
	}

	static TraceSummary bytes(byte[] bytes, TraceOptions options) throws TraceException {
		return new TraceReader(options).read("x", new ByteArrayInputStream(bytes), bytes.length);
	}

	/** One of the real traces. */
	static TraceSummary real(String name) {
		return real(name, TraceOptions.DEFAULT);
	}

	/** One of the real traces. */
	static TraceSummary real(String name, TraceOptions options) {
		try (InputStream in = resource(name)) {
			return new TraceReader(options).read(name, in, -1);
		} catch (TraceException | IOException e) {
			throw new AssertionError(e.getMessage(), e);
		}
	}

	static InputStream resource(String name) {
		try {
			return Files.newInputStream(Path.of(System.getProperty("trapline.examples"), "real-machines", name + ".gz"));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** One of the real traces, packed as it is stored. */
	static byte[] packed(String name) {
		try (InputStream in = resource(name)) {
			return in.readAllBytes();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** What is wrong with a text. */
	static TraceException problem(String text) {
		return problem(text.getBytes(StandardCharsets.UTF_8), TraceOptions.DEFAULT);
	}

	/** What is wrong with a file of these bytes. */
	static TraceException problem(byte[] bytes, TraceOptions options) {
		return assertThrows(TraceException.class, () -> bytes(bytes, options));
	}

	/** Each exit of a text, in order: {@code L2 npf write^}, with a caret where it was reflected. */
	static List<String> exits(String text) {
		List<String> exits = new ArrayList<>();
		try {
			byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
			new TraceReader(TraceOptions.DEFAULT, Progress.NONE, exit -> exits.add(label(exit.key()))).read("x", new ByteArrayInputStream(bytes), bytes.length);
		} catch (TraceException e) {
			throw new AssertionError(e.getMessage(), e);
		}
		return exits;
	}

	/** The most frequent sequence, with a caret behind what was reflected. */
	static String usual(TraceSummary summary) {
		return summary.operation().orElseThrow().usual().exits().stream().map(Read::label).collect(Collectors.joining(", "));
	}

	static String label(ExitKey key) {
		return key.label() + (key.reflected() ? "^" : "");
	}

	/** The row of exits of this label. */
	static ExitRow row(TraceSummary summary, String label) {
		return summary.exits().stream().filter(row -> label(row.key()).equals(label)).findFirst()
				.orElseThrow(() -> new AssertionError(label + " is not among " + summary.exits().stream().map(row -> label(row.key())).toList()));
	}
}
