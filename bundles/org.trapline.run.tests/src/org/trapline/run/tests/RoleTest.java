// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.result.PublishedValue;
import org.trapline.result.Comparison;
import org.trapline.result.Metric;
import org.trapline.result.ResultRow;
import org.trapline.result.Role;

/** A comparison is a fit when a parameter that the value depends on was fitted to that very published value. */
public class RoleTest {

	private static final String OWN_PLATFORM = """
			platform Own { cpu arm.v8_3 clock 1 GHz costs Guessed }
			stack Vm on Own { L0 KvmNonVhe guest L1 }
			stack Nested on Own { L0 KvmNonVhe L1 KvmNonVhe guest L2 }
			experiment Hypercall {
				stacks Vm, Nested
				workload hypercall
				measure traps, cycles, time
				reference neve.sosp17 { Vm = vm, Nested = v8_3 }
			}
			""";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private List<ResultRow> rows(String text) throws Exception {
		Path study = Installed.write(folder.getRoot().toPath(), text);
		return Installed.rows(study);
	}

	private static Role role(List<ResultRow> rows, String stack, Metric metric) {
		return Installed.row(rows, stack, metric).comparison().orElseThrow().role();
	}

	/** A table without a fitted value: every cost of the X-Gene set anew. */
	private static String guessed() {
		return "costs Guessed {\n" + Installed.library("org.trapline.cpu.arm/x-gene").lines()
				.filter(line -> line.matches("\t[a-z0-9_]+ +=.*")).map(line -> line.strip().split(" ")[0] + " = 100 cycles assumed \"a guess\"")
				.reduce("", (all, line) -> all + "\t" + line + "\n") + "}\n";
	}

	@Test
	public void aPlatformWhoseCostsWereFittedToNothingPredicts() throws Exception {
		List<ResultRow> rows = rows(guessed() + OWN_PLATFORM);
		assertEquals(Role.PREDICTION, role(rows, "Vm", Metric.CYCLES));
		assertEquals(Role.PREDICTION, role(rows, "Nested", Metric.CYCLES));
		assertEquals(Role.PREDICTION, role(rows, "Nested", Metric.TRAPS));
	}

	@Test
	public void aTableThatExtendsAFittedOneInheritsItsFits() throws Exception {
		List<ResultRow> rows = rows("costs Guessed extends XGene { gich_read = 300 cycles assumed \"a guess\" }\n" + OWN_PLATFORM);
		assertEquals(Role.FIT, role(rows, "Vm", Metric.CYCLES));
		assertEquals(Role.FIT, role(rows, "Nested", Metric.CYCLES));
		assertEquals(Role.PREDICTION, role(rows, "Nested", Metric.TRAPS));
	}

	@Test
	public void aFittedValueThatATableReplacesIsNoLongerOneThatTheCellDependsOn() throws Exception {
		// Only run_loop was fitted to the VM's cell; the nested cell still depends on three others that were fitted to it.
		List<ResultRow> rows = rows("costs Guessed extends XGene { run_loop = 300 cycles assumed \"a guess\" }\n" + OWN_PLATFORM);
		assertEquals(Role.PREDICTION, role(rows, "Vm", Metric.CYCLES));
		assertFitted(role(rows, "Nested", Metric.CYCLES));
	}

	@Test
	public void aFittedValueThatACostHasOfItsOwnIsAFitToo() throws Exception {
		List<ResultRow> rows = rows(guessed() + """
				cost remainder : handling = 2000 cycles fitted to neve.sosp17(hypercall, vm, cycles)
				hypervisor Small for arm.v8_0 { handle hypercall { step { work remainder } } }
				""" + OWN_PLATFORM.replace("L0 KvmNonVhe guest L1", "L0 Small guest L1"));
		assertFitted(role(rows, "Vm", Metric.CYCLES));
		assertEquals(Role.PREDICTION, role(rows, "Nested", Metric.CYCLES));
	}

	@Test
	public void timeIsAFitWhereCyclesAre() throws Exception {
		String published = """
				reference own { configuration vm cell hypercall on vm { cycles 1000 confirmed "p. 1" time 400.5 confirmed "p. 2" } }
				""";
		List<ResultRow> rows = rows(guessed().replace("\trun_loop = 100 cycles assumed \"a guess\"\n",
				"\trun_loop = 100 cycles fitted to own(hypercall, vm, cycles)\n") + published
				+ OWN_PLATFORM.replace("neve.sosp17 { Vm = vm, Nested = v8_3 }", "own { Vm = vm }"));
		assertFitted(role(rows, "Vm", Metric.TIME));
	}

	/** Whether the fit meets the cell does not matter here. */
	private static void assertFitted(Role role) {
		assertTrue(role.toString(), role.isFitted());
	}

	@Test
	public void aFitThatMissesItsCellByMoreThanAPercentIsAResidual() {
		PublishedValue published = new PublishedValue(BigDecimal.valueOf(1000), "a paper", "recalled");
		assertEquals(Role.FIT, new Comparison(published, Role.FIT).against(BigDecimal.valueOf(1010)).role());
		assertEquals(Role.RESIDUAL, new Comparison(published, Role.FIT).against(BigDecimal.valueOf(1011)).role());
		assertEquals(Role.RESIDUAL, new Comparison(published, Role.FIT).against(BigDecimal.valueOf(960)).role());
		assertEquals(Role.PREDICTION, new Comparison(published, Role.PREDICTION).against(BigDecimal.valueOf(960)).role());
	}

	@Test
	public void aStackWithoutAPublishedConfigurationIsComparedWithNothing() throws Exception {
		List<ResultRow> rows = rows(guessed() + OWN_PLATFORM.replace(", Nested = v8_3", ""));
		assertTrue(Installed.row(rows, "Nested", Metric.CYCLES).comparison().isEmpty());
		assertTrue(Installed.row(rows, "Vm", Metric.CYCLES).comparison().isPresent());
	}

	@Test
	public void aMetricThatWasNotPublishedIsComparedWithNothing() throws Exception {
		assertTrue(Installed.row(rows(guessed() + OWN_PLATFORM), "Nested", Metric.TIME).comparison().isEmpty());
	}

	@Test
	public void theSourceNamesThePublicationAndTheTable() throws Exception {
		var published = Installed.row(rows(guessed() + OWN_PLATFORM), "Nested", Metric.CYCLES).comparison().orElseThrow().published();
		assertEquals("NEVE, SOSP 2017, Tables 1 and 6", published.source());
		assertEquals("secondary", published.status());
	}
}
