// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.cli.TraplineCommand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The pages in docs/ show what the commands on them print. A change that is meant to change it renews them: run this test with the system property
 * {@code trapline.goldens=write}, as {@link GoldensTest}.
 */
public class PagesTest {

	/** A command, and the block of its output. */
	private static final Pattern COMMAND = Pattern.compile("```sh\n\\./trapline ([^\n]*)\n```\n\n```text\n(.*?)```", Pattern.DOTALL);

	/** A request, and the block of its answer. */
	private static final Pattern REQUEST = Pattern.compile("```json\n([^\n]*\"method\"[^\n]*)\n```\n\n```json\n(.*?)```", Pattern.DOTALL);

	private final Path repository = Path.of(System.getProperty("trapline.examples")).getParent();

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private String printed(String command) {
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		String[] arguments = Arrays.stream(command.split(" ")).map(this::resolved).toArray(String[]::new);
		int status = new TraplineCommand(() -> Installed.CATALOG, new PrintWriter(out), new PrintWriter(err)).execute(arguments);
		assertEquals(command + ": " + err, 0, status);
		return out.toString();
	}

	/** Examples are those of the repository; other files are written to a folder of the test. */
	private String resolved(String argument) {
		if (argument.startsWith("examples/")) {
			return repository.resolve(argument).toString();
		}
		return argument.endsWith(".trapline") ? folder.getRoot().toPath().resolve(argument).toString() : argument;
	}

	/** Replaces each output on a page by what it is now, and compares. */
	private void check(String page, Pattern blocks, Renewed renewed) throws Exception {
		Path file = repository.resolve("docs").resolve(page);
		String text = Files.readString(file);
		StringBuilder now = new StringBuilder();
		Matcher matcher = blocks.matcher(text);
		int commands = 0;
		while (matcher.find()) {
			matcher.appendReplacement(now, Matcher.quoteReplacement(renewed.block(matcher.group(1))));
			commands++;
		}
		matcher.appendTail(now);
		assertTrue(page + " has no command", commands > 0);
		if ("write".equals(System.getProperty("trapline.goldens"))) {
			Files.writeString(file, now);
		}
		assertEquals(page, now.toString(), text);
	}

	/** Makes a block and its output anew. */
	private interface Renewed {
		String block(String input) throws Exception;
	}

	private void check(String page) throws Exception {
		check(page, COMMAND, command -> "```sh\n./trapline " + command + "\n```\n\n```text\n" + printed(command).stripTrailing() + "\n```");
	}

	@Test
	public void thePageOfFitsShowsWhatFitPrints() throws Exception {
		check("fit.md");
	}

	@Test
	public void thePageOfServeShowsWhatTheServerAnswers() throws Exception {
		ObjectMapper mapper = new JsonMapper();
		try (ServeClient client = new ServeClient()) {
			check("serve.md", REQUEST, request -> {
				JsonNode message = mapper.readTree(request.replace("\"examples/", "\"" + repository + "/examples/"));
				ObjectNode answer = (ObjectNode) client.call(message.get("method").asText(), message.get("params").toString());
				answer.put("id", message.get("id").asInt());
				String body = mapper.writeValueAsString(answer).replace(repository + "/", "");
				return "```json\n" + request + "\n```\n\n```json\n" + body + "\n```";
			});
		}
	}
}
