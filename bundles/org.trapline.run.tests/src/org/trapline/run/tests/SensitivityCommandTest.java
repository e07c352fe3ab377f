// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.junit.Assert.assertEquals;
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
import org.trapline.run.evaluate.Request;
import org.trapline.run.evaluate.Slopes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** {@code trapline sensitivity} as it is called. */
public class SensitivityCommandTest {

	private static final String STUDY = """
			import "org.trapline.cpu.x86/skylake"
			costs Mine extends Skylake { vmcs_read = 20 to 60 cycles assumed "x" run_loop = 395 ± 50 cycles assumed "x" }
			platform Mine { cpu x86.skylake clock 2 GHz cores 10 costs Mine }
			stack Vm     on Mine { L0 Kvm        guest L1 }
			stack Nested on Mine { L0 Kvm L1 Kvm guest L2 }
			experiment E { stacks Vm, Nested workload hypercall, send_ipi measure traps, cycles }
			""";
	private static final String FLOW = """
			import "org.trapline.cpu.smt/haswell-smt"
			costs Mine extends HaswellByParts { auxiliary_logic = 1000 to 2000 ns assumed "x" handler_logic = 1000 to 3000 ns assumed "x" }
			platform Mine { cpu x86.haswell clock 2.4 GHz cores 16 threads 2 costs Mine }
			stack Nested on Mine { L0 KvmByParts L1 KvmByParts guest L2 }
			experiment E { stacks Nested workload tcp_rr measure latency }
			""";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();

	private Path study(String text) throws Exception {
		return Files.writeString(folder.getRoot().toPath().resolve("own.trapline"), text);
	}

	private int trapline(Object... arguments) {
		return new TraplineCommand(() -> Installed.CATALOG, new PrintWriter(out), new PrintWriter(err))
				.execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
	}

	private List<JsonNode> rows(Object... arguments) throws Exception {
		assertEquals(err.toString(), 0, trapline(arguments));
		List<JsonNode> rows = new ArrayList<>();
		for (String line : out.toString().lines().toList()) {
			rows.add(new JsonMapper().readTree(line));
		}
		return rows;
	}

	@Test
	public void derivativesAreTheExactSlopes() throws Exception {
		Path study = study(STUDY);
		List<JsonNode> rows = rows("sensitivity", study, "--format", "json");
		Slopes slopes = Installed.STUDIES.evaluator(study).slopes(new Request("E", "Nested", "send_ipi"), "cycles");
		int seen = 0;
		for (JsonNode row : rows) {
			if (row.get("stack").asText().equals("Nested") && row.get("workload").asText().equals("send_ipi")) {
				assertEquals(row.toString(), slopes.by().get(row.get("cost").asText()).doubleValue(), row.get("derivative").asDouble(), 1e-9);
				seen++;
			}
		}
		assertTrue("costs: " + seen, seen > 10);
	}

	@Test
	public void anIntervalIsThatOfTheModelElseTenPercent() throws Exception {
		for (JsonNode row : rows("sensitivity", study(STUDY), "--stack", "Vm", "--format", "json")) {
			double value = row.get("costValue").asDouble();
			switch (row.get("cost").asText()) {
			case "x86.vmcs_read" -> assertEquals(20, row.get("low").asDouble(), 0);
			case "x86.run_loop" -> assertEquals(445, row.get("high").asDouble(), 0);
			default -> assertEquals(row.toString(), value * 0.9, row.get("low").asDouble(), 1e-3 * value);
			}
			assertEquals(row.toString(), row.get("low").asDouble() == 20 || row.get("high").asDouble() == 445, row.get("interval").asBoolean());
		}
	}

	@Test
	public void theLargestSwingComesFirst() throws Exception {
		List<JsonNode> rows = rows("sensitivity", study(STUDY), "--stack", "Vm", "--format", "json");
		assertEquals("x86.vmcs_read", rows.getFirst().get("cost").asText());
		assertEquals(440, rows.getFirst().get("swing").asDouble(), 1e-9);
	}

	@Test
	public void sobolIndicesOfASumAreTheSharesOfTheVariance() throws Exception {
		double sum = 0;
		for (JsonNode row : rows("sensitivity", study(STUDY), "--stack", "Vm", "--sobol", "--format", "json")) {
			if (row.get("workload").asText().equals("hypercall")) {
				assertEquals(row.toString(), row.get("total").asDouble(), row.get("firstOrder").asDouble(), 0.01);
				sum += row.get("firstOrder").asDouble();
			}
		}
		assertEquals(1, sum, 0.01);
	}

	@Test
	public void sobolIndicesOfAFlowTellWhichIntervalMatters() throws Exception {
		List<JsonNode> rows = rows("sensitivity", study(FLOW), "--sobol", "--samples", "32", "--format", "json");
		assertTrue(rows.toString(), rows.size() >= 1);
		double total = rows.stream().mapToDouble(row -> row.get("total").asDouble()).sum();
		assertEquals(rows.toString(), 1, total, 0.25);
	}

	@Test
	public void theTableAndCsvSayTheSame() throws Exception {
		Path study = study(STUDY);
		assertEquals(0, trapline("sensitivity", study, "--stack", "Vm"));
		assertThat(out.toString(), containsString("E: cycles of hypercall on Vm, "));
		assertThat(out.toString(), containsString("########################"));
		assertThat(out.toString(), containsString("*: the model gives no interval; 10 % either way are taken."));
		out.getBuffer().setLength(0);
		assertEquals(0, trapline("sensitivity", study, "--stack", "Vm", "--format", "csv"));
		assertEquals("experiment,stack,workload,metric,unit,value,cost,costUnit,costValue,low,high,interval,derivative,elasticity,atLow,atHigh,swing,firstOrder,total",
				out.toString().lines().findFirst().orElseThrow());
	}

	@Test
	public void whatIsNotThereIsNamed() throws Exception {
		Path study = study(STUDY);
		assertEquals(2, trapline("sensitivity", study, "--experiment", "F"));
		assertEquals(study + ": error: there is no experiment 'F'; the file has E", err.toString().strip());
		err.getBuffer().setLength(0);
		assertEquals(2, trapline("sensitivity", study, "--stack", "None"));
		assertThat(err.toString(), containsString("no value that depends on a cost"));
	}
}
