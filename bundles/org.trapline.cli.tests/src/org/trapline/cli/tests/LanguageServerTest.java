// SPDX-License-Identifier: EPL-2.0
package org.trapline.cli.tests;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.junit.rules.Timeout;
import org.trapline.cli.tests.Trapline.Result;

/** {@code trapline lsp} as editors start it: a process, and the protocol on its standard input and output. */
public class LanguageServerTest {

	private static final long PATIENCE_SECONDS = 120;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@Rule
	public final Timeout timeout = new Timeout(PATIENCE_SECONDS, TimeUnit.SECONDS);

	private Process server;

	@Before
	public void start() throws IOException {
		ProcessBuilder builder = new ProcessBuilder(Trapline.command(Trapline.script(), "lsp")).directory(folder.getRoot()).redirectError(folder.newFile("err"));
		builder.environment().put("TRAPLINE_JAVA_HOME", System.getProperty("java.home"));
		server = builder.start();
		send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"processId\":null,\"capabilities\":{},\"workspaceFolders\":[{\"uri\":\"%s\",\"name\":\"s\"}]}}"
				.formatted(folder.getRoot().toURI()));
	}

	@After
	public void end() {
		server.descendants().forEach(ProcessHandle::destroy);
		server.destroy();
	}

	@Test
	public void shakesHandsChecksCompletesAndEnds() throws Exception {
		assertThat(await("\"id\":1"), containsString("\"completionProvider\""));
		send("{\"jsonrpc\":\"2.0\",\"method\":\"initialized\",\"params\":{}}");
		String uri = folder.getRoot().toPath().resolve("a.trapline").toUri().toString();
		String text = "import \\\"org.trapline.cpu.arm/x-gene\\\"\\nstack S on Moo { }\\n";
		send("{\"jsonrpc\":\"2.0\",\"method\":\"textDocument/didOpen\",\"params\":{\"textDocument\":{\"uri\":\"%s\",\"languageId\":\"trapline\",\"version\":1,\"text\":\"%s\"}}}"
				.formatted(uri, text));
		assertThat(await("publishDiagnostics", "unknown-name"), containsString("unknown platform \\u0027Moo\\u0027"));
		send("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"textDocument/completion\",\"params\":{\"textDocument\":{\"uri\":\"%s\"},\"position\":{\"line\":1,\"character\":14}}}"
				.formatted(uri));
		assertThat(await("\"id\":2"), containsString("\"Moonshot\""));
		send("{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"shutdown\"}");
		await("\"id\":3");
		send("{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}");
		assertTrue("the server ends", server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
		assertEquals(0, server.exitValue());
	}

	@Test
	public void endsWithAnEditorThatIsGone() throws Exception {
		await("\"id\":1");
		server.getOutputStream().close();
		assertTrue("the server ends", server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
		assertEquals(1, server.exitValue());
		assertThat(Files.readString(folder.getRoot().toPath().resolve("err")), containsString("the editor closed the connection without the request 'exit'"));
	}

	/** The client for VS Code has tests of its own, which need Node.js. */
	@Test
	public void theClientForVsCodeStartsIt() {
		assumeTrue("there is no Node.js here", Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).anyMatch(path -> Files.isExecutable(Path.of(path, "node"))));
		Path client = Path.of(System.getProperty("trapline.home"), "releng", "vscode", "test", "client.test.js");
		Result result = Trapline.start(folder.getRoot().toPath(),
				Map.of("TRAPLINE_COMMAND", Trapline.script().toString(), "TRAPLINE_JAVA_HOME", System.getProperty("java.home")),
				List.of("node", "--test", client.toString()));
		assertEquals(result.out() + result.err(), 0, result.status());
	}

	private void send(String message) throws IOException {
		byte[] body = message.getBytes(StandardCharsets.UTF_8);
		server.getOutputStream().write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
		server.getOutputStream().write(body);
		server.getOutputStream().flush();
	}

	/** The next message in which all of these pieces are. */
	private String await(String... pieces) throws IOException {
		while (true) {
			String message = receive();
			if (Arrays.stream(pieces).allMatch(message::contains)) {
				return message;
			}
		}
	}

	private String receive() throws IOException {
		InputStream in = server.getInputStream();
		int length = -1;
		for (String line = line(in); !line.isEmpty(); line = line(in)) {
			if (line.startsWith("Content-Length: ")) {
				length = Integer.parseInt(line.substring("Content-Length: ".length()));
			}
		}
		return new String(in.readNBytes(length), StandardCharsets.UTF_8);
	}

	private String line(InputStream in) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int c = in.read(); c != '\n'; c = in.read()) {
			if (c < 0) {
				throw new AssertionError("the server is gone; it said: " + Files.readString(folder.getRoot().toPath().resolve("err")));
			}
			if (c != '\r') {
				line.write(c);
			}
		}
		return line.toString(StandardCharsets.US_ASCII);
	}
}
