// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.cli.tests.Trapline.Result;

/** The start script: which JDK it takes, and what it says when there is none. */
public class StartScriptTest {

	/** Where JDKs usually are, as the script has it. */
	private static final List<String> USUAL_FOLDERS = List.of("/usr/lib/jvm/*", "/opt/java/*", "/Library/Java/JavaVirtualMachines/*",
			"/opt/homebrew/opt/openjdk*");

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path root;

	@Before
	public void root() {
		root = folder.getRoot().toPath();
	}

	/** A folder with no more of the system's commands than the script needs before it has found a JDK. */
	private Path fewCommands() throws IOException {
		Path bin = Files.createDirectories(root.resolve("bin"));
		for (String name : List.of("bash", "uname", "dirname", "readlink", "sed")) {
			Path found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(each -> Path.of(each, name)).filter(Files::isExecutable)
					.findFirst().orElseThrow(() -> new AssertionError("no " + name + " on the PATH"));
			Files.createSymbolicLink(bin.resolve(name), found);
		}
		return bin;
	}

	/** The script as it is on a machine whose usual folders for JDKs are empty. */
	private Path scriptElsewhere() throws IOException {
		String text = Files.readString(Trapline.script());
		for (String usual : USUAL_FOLDERS) {
			assertTrue("the script looks into " + usual, text.contains(usual));
			text = text.replace(usual, root.resolve("empty") + "/*");
		}
		return Files.writeString(root.resolve("trapline"), text);
	}

	/** A folder that looks like a JDK of that version. */
	private Path fakeJdk(String name, String version) throws IOException {
		Path jdk = root.resolve(name);
		Path javac = Files.createDirectories(jdk.resolve("bin")).resolve("javac");
		Files.writeString(javac, "#!/bin/sh\necho javac " + version + "\n");
		assertTrue(javac.toFile().setExecutable(true));
		Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
		return jdk;
	}

	private Result without(String traplineJavaHome, String javaHome) throws IOException {
		Map<String, String> environment = new HashMap<>();
		Path bin = fewCommands();
		environment.put("PATH", bin.toString());
		environment.put("HOME", root.toString());
		environment.put("TRAPLINE_JAVA_HOME", traplineJavaHome);
		environment.put("JAVA_HOME", javaHome);
		return Trapline.start(root, environment, List.of(bin.resolve("bash").toString(), scriptElsewhere().toString(), "run",
				Trapline.study().toString()));
	}

	@Test
	public void withoutAnyJdkItSaysSoAndHowToGetOne() throws Exception {
		String err = without("", "").refused().err();
		assertEquals(err, 1, err.lines().count());
		assertTrue(err, err.startsWith("trapline: error: no JDK 21 or newer. Looked at TRAPLINE_JAVA_HOME, JAVA_HOME, the PATH, "));
		assertTrue(err, err.contains("found: no JDK at all."));
		assertTrue(err, err.contains("apt-get install openjdk-21-jdk"));
	}

	@Test
	public void aJdkThatIsTooOldIsNamedWithItsVersion() throws Exception {
		Path old = fakeJdk("old", "17.0.9");
		String err = without("", old.toString()).refused().err();
		assertTrue(err, err.contains("found: " + old + " (Java 17)."));
	}

	@Test
	public void aRuntimeThatIsNoJdkDoesNotCount() throws Exception {
		Path runtime = fakeJdk("runtime", "21.0.1");
		Files.delete(runtime.resolve("bin/javac"));
		String err = without(runtime.toString(), "").refused().err();
		assertTrue(err, err.contains("found: no JDK at all."));
	}

	@Test
	public void aJdkThatIsTooOldIsPassedOverForTheNext() throws Exception {
		Path old = fakeJdk("old", "17.0.9");
		Result result = Trapline.start(root, Map.of("TRAPLINE_JAVA_HOME", old.toString(), "JAVA_HOME", System.getProperty("java.home")),
				Trapline.command(Trapline.script(), "--version"));
		assertEquals("Trapline 0.1.0\n", result.done().out());
	}

	@Test
	public void itRunsFromAnywhereThroughALink() throws Exception {
		Path link = Files.createSymbolicLink(root.resolve("tl"), Trapline.script());
		Result result = Trapline.start(root, Map.of("TRAPLINE_JAVA_HOME", System.getProperty("java.home")), Trapline.command(link, "--version"));
		assertEquals("Trapline 0.1.0\n", result.done().out());
	}

	@Test
	public void anArchiveOfClassesThatIsOfNoUseIsIgnoredInSilence() throws Exception {
		Path archive = Files.writeString(Trapline.script().resolveSibling(".trapline/classes.jsa"), "of another JDK");
		try {
			assertEquals("Trapline 0.1.0\n", Trapline.run(root, "--version").done().out());
		} finally {
			Files.delete(archive);
		}
	}

	@Test
	public void theUnpackedProductRunsByItsOwnScriptToo() throws Exception {
		Result result = Trapline.start(root, Map.of("JAVA_HOME", System.getProperty("java.home")),
				Trapline.command(Trapline.product().resolve("trapline"), "run", Trapline.study()));
		assertEquals(Trapline.golden("hypercall.txt"), result.done().out());
	}
}
