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
import java.util.Arrays;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.cli.TraplineCommand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** {@code trapline compare} as it is called: a model of 2017 is held against a trace of today's KVM. */
public class CompareCommandTest {

	private static final Path EXAMPLES = Path.of(System.getProperty("trapline.examples"));
	private static final Path STUDY = EXAMPLES.resolve("neve-sosp17/nv2.trapline");
	private static final Path NESTED = EXAMPLES.resolve("real-machines/arm-nv2-l2-hvc-vhe.trace.txt.gz");
	private static final Path VM = EXAMPLES.resolve("real-machines/arm-nv2-l1-hvc.trace.txt.gz");

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();

	private int compare(Path study, String stack, String operation, Path trace, Object... more) {
		Object[] arguments = { "compare", study, "--stack", stack, "--operation", operation, "--trace", trace };
		return new TraplineCommand(() -> Installed.CATALOG, new PrintWriter(out), new PrintWriter(err))
				.execute(java.util.stream.Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).map(Object::toString).toArray(String[]::new));
	}

	@Test
	public void equalSequencesEndWithStatus0() throws Exception {
		Path study = Files.writeString(folder.getRoot().toPath().resolve("vm.trapline"), "import \"org.trapline.cpu.arm/x-gene\"\nstack Vm on Moonshot { L0 KvmNonVhe guest L1 }\n");
		assertEquals(err.toString(), 0, compare(study, "Vm", "hypercall", VM));
		assertThat(out.toString(), containsString("1 exit, equal"));
		assertThat(out.toString(), containsString("  L1 HVC64"));
	}

	@Test
	public void differencesAreADiffAndEndWithStatus1() {
		assertEquals(1, compare(STUDY, "Nv2Vhe", "hypercall", NESTED));
		List<String> lines = out.toString().lines().toList();
		assertTrue(lines.get(0), lines.get(0).startsWith("--- arm-nv2-l2-hvc-vhe.trace.txt.gz: L2 HVC64"));
		assertEquals("+++ hypercall on Nv2Vhe", lines.get(1));
		assertTrue(lines.get(2), lines.get(2).startsWith("  L2 HVC64, reflected to L1"));
		assertTrue(lines.contains("- L1 SYS64 ICH_MISR_EL2 read"));
		assertEquals("2 equal, 4 missing, 13 extra", lines.getLast());
	}

	@Test
	public void eachLineOfTheModelNamesTheStepThatMadeIt() {
		compare(STUDY, "Nv2Vhe", "hypercall", NESTED);
		List<String> models = out.toString().lines().filter(line -> line.startsWith("+ ")).toList();
		assertEquals(13, models.size());
		models.forEach(line -> assertTrue(line, line.matches(".* {2,}org\\.trapline\\.cpu\\.arm/kvm-2017:\\d+")));
	}

	@Test
	public void jsonHasEachExitTheTotalsAndTheVerdict() throws Exception {
		assertEquals(1, compare(STUDY, "Nv2Vhe", "hypercall", NESTED, "--format", "json"));
		List<String> lines = out.toString().lines().toList();
		JsonNode last = new JsonMapper().readTree(lines.getLast());
		assertEquals("comparison", last.path("row").asText());
		assertFalse(last.path("conforms").asBoolean(true));
		assertEquals(4, last.path("missing").asInt());
		JsonNode second = new JsonMapper().readTree(lines.get(1));
		assertEquals("missing", second.path("difference").asText());
		assertEquals("MDSCR_EL1", second.path("register").asText());
		assertEquals("read", second.path("direction").asText());
		assertEquals(3, lines.stream().filter(line -> line.contains("\"row\":\"total\"") && line.contains("L1 ")).count());
	}

	@Test
	public void aTraceWithoutNestedEventsIsNoneOfANestedStack() {
		assertEquals(2, compare(STUDY, "Nv2Vhe", "hypercall", VM));
		assertEquals(1, err.toString().lines().count());
		assertThat(err.toString(), containsString("L2 HVC64"));
	}

	@Test
	public void aTableOfCountsCannotBeAligned() throws Exception {
		Path counts = Files.writeString(folder.getRoot().toPath().resolve("counts.txt"), """

				 Performance counter stats for 'system wide':

				             1,234      kvm:kvm_exit
				             1,230      kvm:kvm_entry

				       1.001234567 seconds time elapsed

				""");
		assertEquals(2, compare(STUDY, "Nv2Vhe", "hypercall", counts));
		assertThat(err.toString(), containsString("counts exits and does not list them"));
	}
}
