// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.result.Bound;
import org.trapline.result.Comparison;
import org.trapline.result.Metric;
import org.trapline.result.PublishedValue;
import org.trapline.result.ResultRow;
import org.trapline.result.Role;
import org.trapline.result.Tolerance;
import org.trapline.result.Verdict;
import org.trapline.result.Verdicts;

/** How near is near enough: bounds, which of several tolerances counts, and verdicts. */
public class ToleranceTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private static Bound percent(String value) {
		return new Bound(new BigDecimal(value), true);
	}

	private static Bound count(String value) {
		return new Bound(new BigDecimal(value), false);
	}

	private static boolean admits(Bound bound, String simulated, String published) {
		return bound.admits(new BigDecimal(simulated), new BigDecimal(published));
	}

	private static Optional<Verdict> verdict(String simulated, Optional<Tolerance> tolerance) {
		return new Comparison(new PublishedValue(new BigDecimal("100"), "p. 1", "confirmed"), Role.PREDICTION, tolerance)
				.verdict(new BigDecimal(simulated));
	}

	/** The rows of a study with published values: 126 and 82 traps of hypercall, 127 and 82 of device_io. */
	private List<ResultRow> rows(String tolerances) throws Exception {
		return Installed.rows(Installed.write(folder.getRoot().toPath(), """
				stack Nested on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 }
				stack NestedVhe on Moonshot { L0 KvmNonVhe L1 KvmVhe guest L2 }
				experiment E {
					stacks Nested, NestedVhe
					workload hypercall, device_io
					measure traps, cycles
					reference neve.sosp17 { Nested = v8_3, NestedVhe = v8_3_vhe
				""" + tolerances + "}}"));
	}

	/** The bound of a cell, as text; empty where it has none. */
	private static String bound(List<ResultRow> rows, String stack, String workload, Metric metric) {
		return rows.stream().filter(row -> row.stack().equals(stack) && row.workload().equals(workload) && row.metric() == metric)
				.findFirst().orElseThrow().comparison().orElseThrow().tolerance().map(tolerance -> tolerance.bound().toString()).orElse("");
	}

	// ------------------------------------------------------------------------------------------- bounds

	@Test
	public void aCountIsAsLargeADifferenceAsItSaysInBothDirections() {
		assertTrue(admits(count("2"), "128", "126"));
		assertTrue(admits(count("2"), "124", "126"));
		assertFalse(admits(count("2"), "129", "126"));
		assertFalse(admits(count("0"), "127", "126"));
		assertTrue(admits(count("0"), "126", "126"));
	}

	@Test
	public void percentAreOfThePublishedValueAndExactAtTheEdge() {
		assertTrue(admits(percent("10"), "110", "100"));
		assertTrue(admits(percent("10"), "90", "100"));
		assertFalse(admits(percent("10"), "110.0000001", "100"));
		assertTrue(admits(percent("0.5"), "9045000000000000045", "9000000000000000045"));
	}

	@Test
	public void nothingButZeroIsNearAPublishedZero() {
		assertTrue(admits(percent("10"), "0", "0"));
		assertFalse(admits(percent("10"), "1", "0"));
	}

	@Test
	public void aBoundBelowZeroIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> count("-1"));
	}

	// ------------------------------------------------------------------------------------------- verdicts

	@Test
	public void aValueWithoutAToleranceIsNotJudged() {
		assertEquals(Optional.empty(), verdict("200", Optional.empty()));
	}

	@Test
	public void aValueIsOkWithinItsBoundAndMissesBeyond() {
		Optional<Tolerance> tolerance = Optional.of(new Tolerance(percent("10"), Optional.empty(), Optional.empty()));
		assertEquals(Optional.of(Verdict.OK), verdict("110", tolerance));
		assertEquals(Optional.of(Verdict.MISS), verdict("111", tolerance));
	}

	@Test
	public void aValueThatOnlyItsOwnWiderBoundAdmitsIsExcused() {
		Optional<Tolerance> tolerance = Optional.of(new Tolerance(percent("20"), Optional.of(percent("10")), Optional.of("reasons")));
		assertEquals(Optional.of(Verdict.OK), verdict("110", tolerance));
		assertEquals(Optional.of(Verdict.EXCUSED), verdict("111", tolerance));
		assertEquals(Optional.of(Verdict.MISS), verdict("121", tolerance));
	}

	@Test
	public void aValueThatItsOwnNarrowerBoundDoesNotAdmitMisses() {
		Optional<Tolerance> tolerance = Optional.of(new Tolerance(percent("5"), Optional.of(percent("10")), Optional.of("reasons")));
		assertEquals(Optional.of(Verdict.MISS), verdict("106", tolerance));
	}

	// ------------------------------------------------------------------------------------------- which tolerance counts

	@Test
	public void withoutTolerancesNothingIsJudged() throws Exception {
		assertEquals(List.of(), rows("").stream().filter(row -> Verdicts.verdict(row).isPresent()).toList());
	}

	@Test
	public void aToleranceIsForItsMetricAlone() throws Exception {
		List<ResultRow> rows = rows("tolerance cycles 10 %");
		assertEquals("10 %", bound(rows, "Nested", "hypercall", Metric.CYCLES));
		assertEquals("", bound(rows, "Nested", "hypercall", Metric.TRAPS));
	}

	@Test
	public void theNarrowestToleranceCountsInWhateverOrder() throws Exception {
		String general = " tolerance traps 2 ";
		String workload = " tolerance traps 4 for device_io because \"b\" ";
		String stack = " tolerance traps 6.0 for device_io on NestedVhe because \"c\" ";
		for (String order : List.of(general + workload + stack, stack + workload + general)) {
			List<ResultRow> rows = rows(order);
			assertEquals("2", bound(rows, "Nested", "hypercall", Metric.TRAPS));
			assertEquals("4", bound(rows, "Nested", "device_io", Metric.TRAPS));
			assertEquals("6.0", bound(rows, "NestedVhe", "device_io", Metric.TRAPS));
		}
	}

	@Test
	public void anExceptionKnowsTheGeneralBoundAndItsReason() throws Exception {
		Tolerance tolerance = rows("tolerance traps 2 tolerance traps 4 for device_io because \"of a recount\"").stream()
				.filter(row -> row.workload().equals("device_io") && row.metric() == Metric.TRAPS).findFirst().orElseThrow().comparison()
				.orElseThrow().tolerance().orElseThrow();
		assertEquals(new Tolerance(count("4"), Optional.of(count("2")), Optional.of("of a recount")), tolerance);
	}

	@Test
	public void anExceptionWithoutAGeneralBoundIsTheOnlyOneThatIsJudged() throws Exception {
		List<ResultRow> rows = rows("tolerance traps 2 for device_io because \"only that was published well\"");
		assertEquals(List.of("device_io", "device_io"),
				rows.stream().filter(row -> Verdicts.verdict(row).equals(Optional.of(Verdict.OK))).map(ResultRow::workload).toList());
	}
}
