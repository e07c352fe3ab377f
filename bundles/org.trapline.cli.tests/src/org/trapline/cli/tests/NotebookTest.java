// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli.tests;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assume.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.cli.tests.Trapline.Result;

/** The notebook and its Python module, with the packaged product. */
public class NotebookTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path notebook;

	@Before
	public void copy() throws IOException {
		assumeTrue("there is no python3 here", Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).anyMatch(path -> Files.isExecutable(Path.of(path, "python3"))));
		Path examples = Path.of(System.getProperty("trapline.home"), "examples");
		notebook = copied(examples.resolve("notebook"));
		copied(examples.resolve("neve-sosp17"));
	}

	private Path copied(Path from) throws IOException {
		Path to = folder.newFolder(from.getFileName().toString()).toPath();
		try (Stream<Path> files = Files.list(from)) {
			for (Path each : files.filter(Files::isRegularFile).toList()) {
				Files.copy(each, to.resolve(each.getFileName().toString()));
			}
		}
		return to;
	}

	private Result python(String... arguments) {
		List<String> command = Stream.concat(Stream.of("python3"), Arrays.stream(arguments)).toList();
		return Trapline.start(notebook, Map.of("TRAPLINE_COMMAND", Trapline.script().toString(), "TRAPLINE_JAVA_HOME", System.getProperty("java.home")), command);
	}

	@Test
	public void theNotebookMakesItsFigure() throws IOException {
		Result result = python("run.py", "figure.ipynb");
		assertEquals(result.out() + result.err(), 0, result.status());
		assertThat(result.out(), containsString("10000 points, from "));
		assertThat(Files.readString(notebook.resolve("figure.svg")), containsString("Speedup of a nested hypercall by NEVE"));
	}

	@Test
	public void errorsOfTheServerAreExceptions() {
		Result result = python("-c", """
				from trapline import Trapline, TraplineError
				with Trapline() as trapline:
				    try:
				        trapline.load("nowhere.trapline")
				    except TraplineError as error:
				        print(error.code, error)
				""");
		assertEquals(result.out() + result.err(), 0, result.status());
		assertThat(result.out(), containsString("-32003"));
		assertThat(result.out(), containsString("nowhere.trapline: there is no such file"));
	}
}
