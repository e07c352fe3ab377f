// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.cli.TraplineCommand;
import org.trapline.run.trace.TraceFormat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** {@code trapline trace} as it is called. */
public class TraceCommandTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();

	private static Path real(String name) {
		return Path.of(System.getProperty("trapline.examples"), "real-machines", name + ".gz");
	}

	private int trapline(Object... arguments) {
		return new TraplineCommand(() -> Installed.CATALOG, new PrintWriter(out), new PrintWriter(err))
				.execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
	}

	private List<JsonNode> rows(String kind, Object... arguments) throws Exception {
		List<Object> all = new ArrayList<>(List.of("trace", "--format", "json"));
		all.addAll(List.of(arguments));
		assertEquals(err.toString(), 0, trapline(all.toArray()));
		List<JsonNode> rows = new ArrayList<>();
		for (String line : out.toString().lines().toList()) {
			JsonNode row = new JsonMapper().readTree(line);
			if (kind.equals(row.path("row").asText())) {
				rows.add(row);
			}
		}
		out.getBuffer().setLength(0);
		return rows;
	}

	@Test
	public void exitsAreTakenTogetherByLevelAndReason() throws Exception {
		List<JsonNode> rows = rows("exits", real("x86-svm-l2-npf.trace.txt"));
		JsonNode reflected = rows.stream().filter(row -> row.path("reason").asText().equals("npf") && row.path("reflected").asBoolean()).findFirst().orElseThrow();
		assertEquals("exits", reflected.path("metric").asText());
		assertEquals(2, reflected.path("exitLevel").asInt());
		assertEquals(1, reflected.path("handler").asInt());
		assertEquals("write", reflected.path("direction").asText());
		assertTrue(reflected.path("min").asDouble() <= reflected.path("mean").asDouble() && reflected.path("mean").asDouble() <= reflected.path("max").asDouble());
		assertEquals(100, rows.stream().mapToDouble(row -> row.path("share").asDouble()).sum(), 1e-6);
	}

	@Test
	public void theRepeatedOperationIsFound() throws Exception {
		JsonNode operation = rows("operation", real("arm-nv2-l2-hvc-vhe.trace.txt")).getFirst();
		assertEquals("HVC64", operation.path("anchor").asText());
		assertEquals(2, operation.path("exitLevel").asInt());
		assertEquals(6, operation.path("exits").asInt());
		assertEquals(6, operation.path("sequence").size());
		assertEquals("L1 SYS64 MDSCR_EL1 read", operation.path("sequence").get(1).asText());
		assertTrue(operation.path("share").asDouble() > 90);
		assertTrue(operation.path("low").asDouble() <= operation.path("mean").asDouble());
	}

	@Test
	public void whatIsMissingIsCounted() throws Exception {
		JsonNode loss = rows("loss", real("x86-svm-l2-cpuid.trace.txt")).getFirst();
		assertEquals("missing-lines", loss.path("loss").asText());
		assertTrue(loss.path("value").asLong() > 0);
	}

	@Test
	public void theAnchorMayBeNamed() throws Exception {
		JsonNode operation = rows("operation", real("x86-svm-l2-npf.trace.txt"), "--anchor", "L1 vmrun").getFirst();
		assertEquals("vmrun", operation.path("anchor").asText());
		assertEquals(8, operation.path("exits").asInt());
	}

	@Test
	public void severalTracesStandInOneTable() throws Exception {
		List<JsonNode> rows = rows("trace", real("x86-svm-l1-cpuid.trace.txt"), real("x86-svm-l2-cpuid.trace.txt"));
		assertEquals(List.of("x86-svm-l1-cpuid.trace.txt.gz", "x86-svm-l2-cpuid.trace.txt.gz"), rows.stream().map(row -> row.path("trace").asText()).toList());
	}

	@Test
	public void csvHasTheColumnsOfARunsExits() {
		assertEquals(0, trapline("trace", "--format", "csv", real("x86-svm-l1-vmcall.trace.txt")));
		List<String> lines = out.toString().lines().toList();
		assertEquals("trace," + String.join(",", TraceFormat.EXIT_FIELDS.stream().map(field -> field.name()).toList()), lines.getFirst());
		assertThat(lines.getFirst(), containsString("metric,value,exitLevel,handler,reason,register,direction,share"));
	}

	@Test
	public void theTableSaysWhatAReflectedExitCosts() {
		assertEquals(0, trapline("trace", real("x86-svm-l2-cpuid.trace.txt")));
		assertThat(out.toString(), containsString("Operation that begins with L2 cpuid"));
		assertThat(out.toString(), containsString("L2 cpuid, reflected to L1"));
	}

	@Test
	public void aTraceBecomesAReferenceThatPassesTheCheck() throws Exception {
		Path file = folder.getRoot().toPath().resolve("own.trapline");
		assertEquals(err.toString(), 0, trapline("trace", real("arm-nv2-l2-hvc-vhe.trace.txt"), "--as", "reference", "own.nv2", "--out", file));
		String text = Files.readString(file);
		assertThat(text, containsString("traps 6 measured \""));
		assertThat(text, containsString("SHA-256"));
		err.getBuffer().setLength(0);
		assertEquals(0, trapline("check", file));
		assertEquals("", err.toString());
	}

	@Test
	public void anOperationThatNoLibraryHasNeedsAStudy() throws Exception {
		assertEquals(2, trapline("trace", real("x86-svm-l2-npf.trace.txt"), "--as", "reference", "own"));
		assertThat(err.toString(), containsString("--study"));
		Path study = Files.writeString(folder.getRoot().toPath().resolve("mine.trapline"), "import \"org.trapline.cpu.x86/x86\"\nworkload touch { do cpuid }\n");
		Path file = folder.getRoot().toPath().resolve("own.trapline");
		err.getBuffer().setLength(0);
		assertEquals(err.toString(), 0, trapline("trace", real("x86-svm-l2-npf.trace.txt"), "--as", "reference", "own", "--study", study, "--workload", "touch", "--out", file));
		assertThat(Files.readString(file), containsString("cell touch on l2"));
	}

	@Test
	public void whatIsNoTraceIsToldInOneLine() throws Exception {
		Path file = Files.writeString(folder.getRoot().toPath().resolve("notes.txt"), "Nothing of it is a trace.\n");
		assertEquals(2, trapline("trace", file));
		assertEquals(1, err.toString().lines().count());
		assertThat(err.toString(), containsString("notes.txt"));
		assertFalse(err.toString(), err.toString().contains("Exception"));
	}

	@Test
	public void anAnchorThatDoesNotOccurIsToldWithTheExitsThatDo() {
		assertEquals(2, trapline("trace", real("x86-svm-l2-npf.trace.txt"), "--anchor", "HVC64"));
		assertThat(err.toString(), containsString("vmload"));
	}
}
