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
import java.util.Optional;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.cli.TraplineCommand;
import org.trapline.result.ResultRow;
import org.trapline.result.Role;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** {@code trapline fit} as it is called: on data that a model made, on what cannot be fitted, and on what makes no sense. */
public class FitCommandTest {

	/** Two stacks, four rows, on the shipped Skylake; the numbers are put in by the test. */
	private static final String STUDY = """
			import "org.trapline.cpu.x86/skylake"
			stack Vm     on Skylake { L0 Kvm        guest L1 }
			stack Nested on Skylake { L0 Kvm L1 Kvm guest L2 }
			reference own "measured here" {
				configuration vm
				configuration l2
				%s
			}
			experiment E {
				stacks Vm, Nested
				workload hypercall, program_timer, device_notify, send_ipi, virtual_eoi
				measure cycles
				reference own { Vm = vm, Nested = l2 }
			}
			""";
	private static final List<String> ROWS = List.of("hypercall", "program_timer", "device_notify", "send_ipi");

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();

	private int trapline(Object... arguments) {
		return new TraplineCommand(() -> Installed.CATALOG, new PrintWriter(out), new PrintWriter(err))
				.execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
	}

	private Path study(String cells) throws Exception {
		return Files.writeString(folder.getRoot().toPath().resolve("own.trapline"), STUDY.formatted(cells));
	}

	/** Cells with the values that the models give with these costs. */
	private Path made(String costs) throws Exception {
		Path study = study("");
		String text = Files.readString(study).replace("reference own { Vm = vm, Nested = l2 }", "").replace("on Skylake", "on Mine")
				.replace("experiment", "costs Mine extends Skylake { " + costs + " }\nplatform Mine { cpu x86.skylake clock 2.2 GHz cores 10 costs Mine }\nexperiment");
		List<ResultRow> rows = Installed.rows(Files.writeString(study, text));
		StringBuilder cells = new StringBuilder();
		rows.stream().filter(row -> ROWS.contains(row.workload())).forEach(row -> cells.append("cell ").append(row.workload()).append(" on ").append(row.stack().equals("Vm") ? "vm" : "l2")
				.append(" { cycles ").append(row.value().toPlainString()).append(" derived \"made\" }\n"));
		return study(cells.toString());
	}

	private List<JsonNode> json(String row) throws Exception {
		JsonMapper mapper = new JsonMapper();
		return out.toString().lines().map(line -> {
			try {
				return mapper.readTree(line);
			} catch (Exception e) {
				throw new IllegalStateException(e);
			}
		}).filter(node -> node.path("row").asText().equals(row)).toList();
	}

	// ------------------------------------------------------------------------------------------- numbers

	@Test
	public void costsThatMadeTheCellsAreFoundAgain() throws Exception {
		Path study = made("run_loop = 700 cycles assumed \"x\" arm_timer = 90 cycles assumed \"x\" emulate_vmx = 800 cycles assumed \"x\"");
		assertEquals(err.toString(), 0, trapline("fit", study, "--to", "own", "--vary", "run_loop", "arm_timer", "emulate_vmx", "--format", "json"));
		List<JsonNode> costs = json("cost");
		assertEquals(List.of("run_loop", "arm_timer", "emulate_vmx"), costs.stream().map(each -> each.get("name").asText()).toList());
		assertEquals(700, costs.get(0).get("value").asDouble(), 1e-3);
		assertEquals(90, costs.get(1).get("value").asDouble(), 1e-3);
		assertEquals(800, costs.get(2).get("value").asDouble(), 1e-3);
		assertTrue(costs.stream().allMatch(each -> each.get("identifiable").asBoolean()));
		assertEquals(8, json("cell").size());
		for (JsonNode cell : json("cell")) {
			assertEquals(0, cell.get("error").asDouble(), 1e-6);
			assertEquals(cell.toString(), 0, cell.get("errorOfPrediction").asDouble(), 1e-6);
			assertEquals(cell.get("measured").asDouble(), cell.get("fitted").asDouble(), 1e-3);
		}
	}

	@Test
	public void aCellIsNotPredictedByTheCostThatOnlyItTells() throws Exception {
		Path study = made("signal_backend = 4000 cycles assumed \"x\"");
		assertEquals(err.toString(), 0, trapline("fit", study, "--to", "own:vm", "--vary", "run_loop", "signal_backend", "--format", "json"));
		JsonNode notify = json("cell").stream().filter(each -> each.get("workload").asText().equals("device_notify") && each.get("role").asText().equals("fit")).findFirst().orElseThrow();
		assertTrue(notify.toString(), notify.get("predictedWithoutIt").isNull());
		assertTrue(notify.toString(), notify.get("errorOfPrediction").isNull());
	}

	@Test
	public void costsThatAreAlwaysChargedTogetherAreKnownAsASum() throws Exception {
		Path study = made("run_loop = 700 cycles assumed \"x\"");
		assertEquals(0, trapline("fit", study, "--to", "own", "--vary", "leave_nested", "enter_nested", "run_loop"));
		assertThat(out.toString(), containsString("Note: only the sum of `leave_nested` and `enter_nested` is known."));
	}

	@Test
	public void cellsThatNothingVariedTouchesAreNamed() throws Exception {
		Path study = made("arm_timer = 90 cycles assumed \"x\"");
		assertEquals(0, trapline("fit", study, "--to", "own:vm", "--vary", "arm_timer"));
		assertThat(out.toString(), containsString("Note: nothing that was varied matters to own(hypercall, vm, cycles), own(device_notify, vm, cycles), own(send_ipi, vm, cycles)."));
	}

	@Test
	public void aBoundHoldsAndIsTold() throws Exception {
		Path study = made("run_loop = 700 cycles assumed \"x\"");
		assertEquals(0, trapline("fit", study, "--to", "own:vm", "--vary", "run_loop=100..500", "--format", "json"));
		assertEquals(500, json("cost").getFirst().get("value").asDouble(), 0);
		assertThat(out.toString(), containsString("lies on its bound"));
	}

	@Test
	public void anErrorOfMeasurementGivesIntervalsWhereNothingIsLeftOver() throws Exception {
		Path study = study("cell hypercall on vm { cycles 1575 derived \"x\" }");
		assertEquals(0, trapline("fit", study, "--to", "own", "--vary", "run_loop", "--format", "json"));
		assertTrue(json("cost").getFirst().get("low").isNull());
		out.getBuffer().setLength(0);
		assertEquals(0, trapline("fit", study, "--to", "own", "--vary", "run_loop", "--error", "2", "--format", "json"));
		JsonNode cost = json("cost").getFirst();
		assertEquals(1.96 * 0.02 * 1575, cost.get("high").asDouble() - cost.get("value").asDouble(), 0.01);
	}

	@Test
	public void whatAMaximumHidesIsIteratedTo() throws Exception {
		// The sender's way is the longer one for cheap deliveries, and the receiver's for dear ones.
		Path study = made("ipi_delivery = 100 cycles assumed \"x\"");
		assertEquals(err.toString(), 0, trapline("fit", study, "--to", "own:vm", "--vary", "run_loop", "ipi_delivery", "--format", "json"));
		assertTrue(json("fit").getFirst().get("converged").asBoolean());
		for (JsonNode cell : json("cell")) {
			if (cell.get("role").asText().equals("fit")) {
				assertEquals(cell.toString(), 0, cell.get("error").asDouble(), 1e-3);
			}
		}
	}

	@Test
	public void anotherMachinesCostsAreScaledByFactors() throws Exception {
		Path study = made("");
		assertEquals(err.toString(), 0, trapline("fit", study, "--to", "own", "--scale", "Skylake", "--format", "json"));
		assertEquals(List.of("transition", "access", "kernel"), json("cost").stream().map(each -> each.get("name").asText()).toList());
		for (JsonNode factor : json("cost")) {
			assertEquals(1, factor.get("value").asDouble(), 1e-6);
		}
	}

	@Test
	public void aFitThatDoesNotConvergeSaysSoWithTheBestItFound() throws Exception {
		Path study = made("run_loop = 700 cycles assumed \"x\"");
		assertEquals(1, trapline("fit", study, "--to", "own", "--vary", "run_loop", "--steps", "1"));
		assertThat(err.toString(), containsString("the fit does not converge: these are the best values that were found"));
		assertThat(out.toString(), containsString("did NOT converge"));
	}

	// ------------------------------------------------------------------------------------------- the table

	@Test
	public void theTableIsInTheLanguageAndItsResultsAreFits() throws Exception {
		Path study = made("run_loop = 700 cycles assumed \"x\"");
		Path table = folder.getRoot().toPath().resolve("mine.trapline");
		assertEquals(err.toString(), 0, trapline("fit", study, "--to", "own:vm", "--vary", "run_loop", "--out", table));
		String text = Files.readString(table);
		assertThat(text, containsString("costs SkylakeFitted extends Skylake {"));
		assertThat(text, containsString("platform SkylakeFitted {"));
		assertThat(text, containsString("history: 2026-11-21 400, first value"));
		assertThat(text, containsString("700, fitted; 395 before"));
		Path again = Files.writeString(folder.getRoot().toPath().resolve("again.trapline"), """
				import "mine.trapline"
				stack V on SkylakeFitted { L0 Kvm guest L1 }
				experiment A { stacks V workload hypercall measure cycles reference own { V = vm } }
				""");
		ResultRow row = Installed.STUDIES.run(again, Optional.empty()).experiments().getFirst().rows().getFirst();
		assertEquals(Role.FIT, row.comparison().orElseThrow().role());
		assertEquals(0, row.comparison().orElseThrow().published().value().compareTo(row.value()));
	}

	@Test
	public void theStudyItselfIsNotReplaced() throws Exception {
		Path study = made("");
		String before = Files.readString(study);
		assertEquals(2, trapline("fit", study, "--to", "own:vm", "--vary", "run_loop", "--out", study));
		assertThat(err.toString(), containsString("the fit would replace the study itself: name another file after --out"));
		assertEquals(before, Files.readString(study));
	}

	// ------------------------------------------------------------------------------------------- bad input

	private void assertRefused(String message, String cells, Object... options) throws Exception {
		Path study = study(cells);
		Object[] arguments = new Object[options.length + 2];
		arguments[0] = "fit";
		arguments[1] = study;
		System.arraycopy(options, 0, arguments, 2, options.length);
		assertEquals(2, trapline(arguments));
		assertEquals(study + ": error: " + message, err.toString().strip());
		assertFalse(out.toString(), out.toString().contains("value"));
	}

	private static final String ONE = "cell hypercall on vm { cycles 1575 derived \"x\" }";

	@Test
	public void moreCostsThanCellsAreRefused() throws Exception {
		assertRefused("2 costs are to be fitted to 1 cell: vary fewer, or name more references", ONE, "--to", "own", "--vary", "run_loop,vm_exit");
	}

	@Test
	public void aCostWithoutAnEffectIsRefused() throws Exception {
		assertRefused("no cell depends on cost 'map_page': leave it out, or name a reference with cells that do", ONE, "--to", "own", "--vary", "map_page");
	}

	@Test
	public void boundsThatContradictAreRefused() throws Exception {
		assertRefused("the bounds of 'run_loop' contradict each other: from 500 to 100; the lower one has to be the smaller one", ONE, "--to", "own", "--vary", "run_loop=500..100");
	}

	@Test
	public void aBoundThatIsNoNumberIsRefused() throws Exception {
		assertRefused("a bound in 'run_loop=NaN..7' is 'NaN', and has to be a number: write NAME=LOW..HIGH", ONE, "--to", "own", "--vary", "run_loop=NaN..7");
	}

	@Test
	public void aReferenceWithoutCellsIsRefused() throws Exception {
		assertRefused("reference 'own' has no cells for this study, of what costs matter to: add 'reference own { STACK = CONFIGURATION }' to an experiment that measures its workloads", "",
				"--to", "own", "--vary", "run_loop");
	}

	@Test
	public void anUnknownReferenceAndAnUnknownColumnAreNamed() throws Exception {
		assertRefused("there is no reference 'owm' in the file or its imports: did you mean 'own'?", ONE, "--to", "owm", "--vary", "run_loop");
		err.getBuffer().setLength(0);
		assertRefused("no experiment compares a stack with the configuration 'l3' of 'own'; there are vm", ONE, "--to", "own:l3", "--vary", "run_loop");
	}

	@Test
	public void aCellOfZeroHasNoRelativeError() throws Exception {
		assertRefused("own(hypercall, vm, cycles) is 0, and a relative error of that is none: name the columns to fit to as REFERENCE:CONFIGURATION, without this one",
				"cell hypercall on vm { cycles 0 derived \"x\" }", "--to", "own", "--vary", "run_loop");
	}
}
