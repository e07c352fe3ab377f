// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.result.Metric;
import org.trapline.run.calibrate.CalibratedCost;
import org.trapline.run.calibrate.CalibratedTable;
import org.trapline.run.calibrate.Calibration;
import org.trapline.run.calibrate.CalibrationPage;

/** What the models say of their parameters, and that the repository's page says the same. */
public class CalibrationTest {

	private static List<CalibratedTable> tables;

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	@BeforeClass
	public static void calibrate() throws Exception {
		tables = new Calibration(Installed.STUDIES).installed();
	}

	private static List<CalibratedCost> all() {
		return tables.stream().flatMap(table -> table.costs().stream()).toList();
	}

	private static CalibratedCost cost(String name) {
		return all().stream().filter(cost -> cost.name().equals(name)).findFirst().orElseThrow();
	}

	@Test
	public void thePageInTheRepositoryIsWhatTheModelsGenerate() throws Exception {
		StringBuilder page = new StringBuilder();
		CalibrationPage.write(tables, page);
		Path committed = Path.of(System.getProperty("trapline.examples")).resolveSibling("docs").resolve("calibration.md");
		assertEquals("make it anew: ./trapline calibration > docs/calibration.md", Files.readString(committed), page.toString());
	}

	@Test
	public void everyInstalledCostWithAValueIsThere() {
		assertTrue(tables.stream().anyMatch(table -> table.name().equals("XGene")));
		assertEquals(BigDecimal.TWO, cost("deferred_access").amount());
	}

	@Test
	public void everyParameterSaysWhatItIsAndWhereItsValueComesFrom() {
		for (CalibratedCost cost : all()) {
			assertTrue(cost.name(), cost.description().isPresent());
			assertTrue(cost.name(), !cost.rationale().isEmpty() || !cost.fits().isEmpty());
		}
	}

	@Test
	public void everyFittedParameterHasAHistoryThatEndsWithItsValue() {
		List<CalibratedCost> fitted = all().stream().filter(cost -> cost.status().equals("fitted")).toList();
		assertFalse(fitted.isEmpty());
		for (CalibratedCost cost : fitted) {
			assertTrue(cost.name(), cost.history().get(cost.history().size() - 1).matches("\\d{4}-\\d\\d-\\d\\d " + cost.amount().toPlainString() + ", .*"));
		}
	}

	@Test
	public void aFittedParameterNamesItsCells() {
		assertEquals(List.of("neve.sosp17(hypercall, vm, cycles)"), cost("run_loop").fits());
	}

	@Test
	public void theImpactIsWhatARunWithTenPercentMoreComesTo() throws Exception {
		// 3800 and 4180: whole cycles, 10 % apart.
		long[] cycles = new long[2];
		for (int i = 0; i < 2; i++) {
			Path study = Installed.write(folder.getRoot().toPath(), study(i == 0 ? 3800 : 4180));
			cycles[i] = Installed.count(Installed.row(Installed.rows(study), "Nested", Metric.CYCLES).value());
		}
		Path study = Installed.write(folder.getRoot().toPath(), study(3800));
		CalibratedCost.Impact impact = new Calibration(Installed.STUDIES).of(List.of(study)).get(0).costs().get(0).impact().orElseThrow();
		assertEquals(100.0 * (cycles[1] - cycles[0]) / cycles[0], impact.percent(), 1e-9);
		assertEquals("hypercall on Nested (own)", impact.cell());
	}

	private static String study(int cycles) {
		return """
				costs Mine extends XGene { nested_switch = %d cycles assumed "a guess" }
				platform Own { cpu arm.v8_3 clock 1 GHz costs Mine }
				stack Vm on Own { L0 KvmNonVhe guest L1 }
				stack Nested on Own { L0 KvmNonVhe L1 KvmNonVhe guest L2 }
				experiment E { stacks Nested workload hypercall measure cycles reference neve.sosp17 { Nested = v8_3 } }
				""".formatted(cycles);
	}

	@Test
	public void aParameterThatNoPublishedCellDependsOnHasNoImpact() {
		assertTrue(cost("map_page").impact().isEmpty());
	}
}
