// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Texts come from regular files and libraries of plug-ins, whatever an import says and however a file is named. */
public class LocationsTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path file(String name, String text) throws IOException {
		return Files.writeString(folder.getRoot().toPath().resolve(name), text);
	}

	private List<String> problems(Path file) throws IOException {
		return Installed.STUDIES.check(file).stream().map(each -> each.line() + ":" + each.column() + " " + each.message()).toList();
	}

	@Test
	public void noImportReachesTheNetwork() throws Exception {
		AtomicInteger calls = new AtomicInteger();
		try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			Thread server = Thread.ofPlatform().daemon().start(() -> {
				try {
					while (true) {
						silent.accept();
						calls.incrementAndGet();
					}
				} catch (IOException closed) {
					// The test is over.
				}
			});
			String host = "127.0.0.1:" + silent.getLocalPort();
			for (String uri : List.of("http://" + host + "/x.trapline", "ftp://" + host + "/x.trapline", "jar:http://" + host + "/a.jar!/x.trapline",
					"http://" + host + "/x", "file://" + host + "/x.trapline", "platform:/resource/x.trapline")) {
				List<String> problems = problems(file("study.trapline", "import \"" + uri + "\"\ncontrol A\n"));
				assertEquals(List.of("1:8 '" + uri + "' is not loaded: import a library by its name, or a file by its path"
						+ (uri.contains("//") ? "" : "; a file of this name is './" + uri + "'")), problems);
			}
			assertEquals(0, calls.get());
			server.interrupt();
		}
	}

	@Test
	public void namesOfFilesMayHaveAnyCharacter() throws Exception {
		for (String name : List.of("h#1.trapline", "q?.trapline", "p%20.trapline", "...trapline", "with blank.trapline", "ä.trapline")) {
			Path imported = file(name, "control Imported\n");
			assertEquals(name, List.of(), problems(imported));
			assertEquals(name, List.of(), problems(file("importing.trapline", "import \"" + name + "\"\ncontrol B\n")));
		}
	}

	@Test
	public void aFileWhoseNameHasAColonIsImportedByItsPath() throws Exception {
		assumeTrue(java.io.File.separatorChar == '/');
		file("a:b.trapline", "control A\n");
		assertEquals(List.of(), problems(file("study.trapline", "import \"./a:b.trapline\"\ncontrol B\n")));
		assertEquals(List.of("1:8 'a:b.trapline' is not loaded: import a library by its name, or a file by its path; a file of this name is './a:b.trapline'"),
				problems(file("study.trapline", "import \"a:b.trapline\"\ncontrol B\n")));
	}

	@Test
	public void aFolderIsNoFile() throws Exception {
		Files.createDirectory(folder.getRoot().toPath().resolve("folder.trapline"));
		assertEquals(List.of("1:8 the file 'folder.trapline' is a folder, a device or a pipe: name a regular file"),
				problems(file("study.trapline", "import \"folder.trapline\"\ncontrol B\n")));
	}

	@Test(timeout = 60_000)
	public void aPipeIsRefusedAtOnce() throws Exception {
		Path pipe = folder.getRoot().toPath().resolve("pipe.trapline");
		assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")) && new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
		assertThat(assertThrows(IOException.class, () -> Installed.STUDIES.check(pipe)).getMessage(), containsString("is a device or a pipe"));
		assertEquals(List.of("1:8 the file 'pipe.trapline' is a folder, a device or a pipe: name a regular file"),
				problems(file("study.trapline", "import \"pipe.trapline\"\ncontrol B\n")));
	}

	@Test
	public void bytesThatAreNoUtf8AreAnErrorAtTheirPlace() throws Exception {
		Path file = folder.getRoot().toPath().resolve("bytes.trapline");
		Files.write(file, new byte[] { 'c', 'o', 'n', 't', 'r', 'o', 'l', ' ', 'A', '\n', '/', '/', ' ', (byte) 0xFF, '\n' });
		assertEquals(List.of("2:4 not text in UTF-8: save the file in this encoding"), problems(file));
		assertEquals(List.of("2:4 not text in UTF-8: save the file in this encoding"), problems(file("study.trapline", "import \"bytes.trapline\"\ncontrol B\n")));
	}
}
