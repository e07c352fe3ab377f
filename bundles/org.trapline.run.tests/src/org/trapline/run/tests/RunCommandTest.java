// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.cli.TraplineCommand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** {@code trapline run} and {@code trapline explain} as they are called: exits, summaries, and results that are written as they come. */
public class RunCommandTest {

	private static final String SWEEP = """
			stack Nested on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 }
			experiment Clock "Clocks" {
				stacks Nested
				workload hypercall
				measure time
				sweep clock from 1 to 3 GHz in 3 points
				chart lines of time over clock
			}
			""";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();
	private Path root;
	private Path study;

	@Before
	public void write() throws Exception {
		root = folder.getRoot().toPath();
		study = Installed.write(root, SWEEP);
	}

	private int call(Object... arguments) {
		PrintWriter toOut = new PrintWriter(out);
		PrintWriter toErr = new PrintWriter(err);
		int status = new TraplineCommand(() -> Installed.CATALOG, toOut, toErr).execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
		toOut.flush();
		toErr.flush();
		return status;
	}

	private List<String> done(Object... arguments) {
		assertEquals(err.toString(), 0, call(arguments));
		return out.toString().lines().toList();
	}

	private static JsonNode json(String line) throws Exception {
		return new ObjectMapper().readTree(line);
	}

	@Test
	public void aSweepEndsWithItsFingerprint() throws Exception {
		List<String> lines = done("run", study, "--format", "json", "--out", root.resolve("out"));
		assertEquals("2", json(lines.get(1)).path("parameters").path("clock").path("value").asText());
		assertEquals("GHz", json(lines.get(1)).path("parameters").path("clock").path("unit").asText());
		JsonNode last = json(lines.getLast());
		assertEquals("fingerprint", last.path("metric").asText());
		assertEquals(json(Files.readString(root.resolve("out/run.json"))).path("fingerprint").asText(), last.path("fingerprint").asText());
		assertEquals(String.join("\n", lines) + "\n", Files.readString(root.resolve("out/results.json")));
	}

	@Test
	public void exitsAreAddedToEveryPoint() throws Exception {
		List<String> lines = done("run", study, "--format", "json", "--exits");
		assertEquals(3, lines.stream().filter(line -> line.contains("\"reason\":\"HVC64\"") && line.contains("\"exitLevel\":2")).count());
		assertTrue(lines.getFirst(), lines.stream().anyMatch(line -> line.contains("\"metric\":\"exits\"") && line.contains("\"register\":\"HCR_EL2\",\"direction\":\"read\"")));
	}

	@Test
	public void aSummaryTakesAllPointsTogetherAndSaysWhichChartItLeavesOut() throws Exception {
		List<String> lines = done("run", study, "--format", "json", "--summary", "--out", root.resolve("out"));
		assertEquals(2, lines.size());
		assertEquals(3, json(lines.getFirst()).path("count").asInt());
		assertTrue(err.toString(), err.toString().contains("Clock: chart lines of time over clock is left out, since a summary has no points"));
		assertFalse(Files.exists(root.resolve("out/charts")));
	}

	@Test
	public void whatCannotBeWrittenIsSaidBeforeTheRun() throws Exception {
		Files.createDirectories(root.resolve("out/results.json"));
		assertEquals(2, call("run", study, "--out", root.resolve("out")));
		assertEquals("trapline: error: cannot write results to " + root.resolve("out") + ": results.json is a folder there\n", err.toString());
		assertEquals("", out.toString());
	}

	@Test
	public void anExplanationIsASequenceOfExitsForMachines() throws Exception {
		List<String> lines = done("explain", study, "--stack", "Nested", "--operation", "hypercall", "--format", "csv");
		assertEquals("vcpu,level,reason,register,direction,operation,handler,start,cycles,path", lines.getFirst());
		assertEquals(127, lines.size());
		Path file = root.resolve("exits.json");
		done("explain", study, "--stack", "Nested", "--operation", "hypercall", "--out", file);
		assertEquals(126, Files.readAllLines(file).size());
		assertEquals("HVC64", json(Files.readAllLines(file).getFirst()).path("reason").asText());
	}

	@Test
	public void optionsOfTheTreeAreRefusedForASequence() {
		assertEquals(2, call("explain", study, "--stack", "Nested", "--operation", "hypercall", "--format", "csv", "--all"));
		assertTrue(err.toString(), err.toString().contains("--depth and --all are about the tree, and csv has all exits: leave them out"));
	}
}
