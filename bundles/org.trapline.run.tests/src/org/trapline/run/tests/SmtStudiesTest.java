// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.result.Comparison;
import org.trapline.result.ExperimentResult;
import org.trapline.result.Metric;
import org.trapline.result.ResultRow;
import org.trapline.result.Role;
import org.trapline.result.Verdict;
import org.trapline.result.Verdicts;

/** SVt: virtual machines and hypervisors on the hardware threads of one core, in hardware and in software. */
public class SmtStudiesTest {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	/** A part of a nested trap: a metric of the SMT plug-in. */
	private static Metric part(String name) {
		return Metric.of("part-" + name, "ns");
	}

	private static final List<Metric> PARTS = List.of(part("guest"), part("guest-switch"), part("transform"), part("host"),
			part("host-state"), part("hypervisor-switch"), part("hypervisor"));

	private static List<ResultRow> cpuid;
	private static List<ResultRow> io;
	private static List<ResultRow> waits;
	private static List<ExperimentResult> sweeps;
	private static List<ResultRow> requests;
	private static List<ExperimentResult> arm;

	@BeforeClass
	public static void run() throws Exception {
		Path folder = FOLDER.getRoot().toPath();
		cpuid = Installed.rows(Shipped.copy("svt-isca19", "cpuid.trapline", folder));
		io = Installed.run(Shipped.copy("svt-isca19", "io.trapline", folder)).rows();
		waits = Shipped.rows(Installed.run(Shipped.copy("svt-isca19", "waits.trapline", folder)).experiments(), "Waits");
		sweeps = Installed.run(Shipped.copy("svt-isca19", "sweeps.trapline", folder)).experiments();
		requests = Shipped.rows(Installed.run(Shipped.copy("svt-isca19", "combine.trapline", folder)).experiments(), "Requests");
		arm = Installed.run(Shipped.copy("svt-isca19", "arm.trapline", folder)).experiments();
	}

	private static double value(List<ResultRow> rows, String stack, String workload, Metric metric) {
		return Shipped.row(rows, stack, workload, metric).value().doubleValue();
	}

	// ------------------------------------------------------------------------------------------- parts

	@Test
	public void thePartsOfANestedTrapAddUpToItsTime() {
		for (String stack : List.of("Nested", "Software", "Hardware", "Switches")) {
			double sum = PARTS.stream().mapToDouble(part -> value(cpuid, stack, "nested_cpuid", part)).sum();
			assertEquals(stack, value(cpuid, stack, "nested_cpuid", Metric.TIME), sum, 1e-6);
		}
	}

	@Test
	public void theBaselineIsThePublishedOnePartByPart() {
		List<Comparison> parts = cpuid.stream().filter(row -> row.stack().equals("Nested")).flatMap(row -> row.comparison().stream()).toList();
		assertEquals("five parts and their sum with the handler", 6, parts.size());
		cpuid.stream().filter(row -> row.stack().equals("Nested")).forEach(row -> row.comparison()
				.ifPresent(comparison -> assertEquals(row.metric().id(), comparison.published().value().doubleValue(), row.value().doubleValue(), 1)));
	}

	@Test
	public void freeSwitchesAloneCannotGiveThePublishedSpeedup() {
		assertEquals(1.51, value(cpuid, "Switches", "nested_cpuid", Metric.SPEEDUP), 0.03);
		assertEquals(Role.PREDICTION, Shipped.row(cpuid, "Switches", "nested_cpuid", Metric.SPEEDUP).comparison().orElseThrow().role());
		assertEquals(1.94, value(cpuid, "Hardware", "nested_cpuid", Metric.SPEEDUP), 0.02);
		assertEquals(Role.FIT, Shipped.row(cpuid, "Hardware", "nested_cpuid", Metric.SPEEDUP).comparison().orElseThrow().role());
	}

	@Test
	public void stateThatL0MovesInItsHandlerIsACauseOfItsOwn() {
		assertTrue(value(cpuid, "Switches", "nested_cpuid", part("host-state")) > 0);
		assertEquals(0, value(cpuid, "Hardware", "nested_cpuid", part("host-state")), 0);
	}

	// ------------------------------------------------------------------------------------------- I/O

	@Test
	public void theHeadlineMaximaComeOutWithinTenPercentOfTheirBenchmarks() {
		Map<String, String> reachedBy = new TreeMap<>(Map.of("tcp_rr", "Hardware", "disk_writes", "Hardware", "disk_read", "Software", "disk_reads",
				"Software"));
		reachedBy.forEach((workload, stack) -> {
			ResultRow row = Shipped.row(io, stack, workload, Metric.SPEEDUP);
			assertTrue(workload + " " + row.value(), Math.abs(row.comparison().orElseThrow().errorPercent(row.value())) <= 10);
		});
	}

	@Test
	public void whatWasFittedIsAFitAndTheRestOfTheSoftwareIsPredicted() {
		assertEquals(Role.FIT, Shipped.row(io, "Hardware", "tcp_rr", Metric.SPEEDUP).comparison().orElseThrow().role());
		assertEquals(Role.FIT, Shipped.row(io, "Nested", "disk_reads", Metric.BANDWIDTH).comparison().orElseThrow().role());
		assertEquals(Role.RESIDUAL, Shipped.row(io, "Software", "disk_read", Metric.SPEEDUP).comparison().orElseThrow().role());
		for (String workload : List.of("tcp_rr", "tcp_stream", "disk_write", "disk_reads", "disk_writes")) {
			assertEquals(workload, Role.PREDICTION, Shipped.row(io, "Software", workload, Metric.SPEEDUP).comparison().orElseThrow().role());
		}
	}

	@Test
	public void noRowOfIoMissesItsTolerance() {
		List<ResultRow> missed = io.stream().filter(row -> Verdicts.verdict(row).filter(Verdict.MISS::equals).isPresent()).toList();
		assertEquals(List.of(), missed);
	}

	@Test
	public void theLinkBoundsWhatGoesOverIt() {
		for (String stack : List.of("Nested", "Software", "Hardware")) {
			assertEquals(stack, 9415, value(io, stack, "tcp_stream", Metric.BANDWIDTH), 1);
		}
	}

	@Test
	public void softwareOverlapsWhatTwoThreadsDo() {
		assertTrue("one request at a time has nothing to overlap",
				value(io, "Software", "disk_reads", Metric.SPEEDUP) > value(io, "Software", "disk_read", Metric.SPEEDUP) + 0.2);
	}

	// ------------------------------------------------------------------------------------------- what was not published

	@Test
	public void spinningAndMutexesGainLessThanMwait() {
		double mwait = value(waits, "Mwait", "nested_cpuid", Metric.SPEEDUP);
		assertTrue(mwait > value(waits, "Spin", "nested_cpuid", Metric.SPEEDUP));
		assertTrue("a mutex costs more than it gains", value(waits, "Mutex", "nested_cpuid", Metric.SPEEDUP) < 1);
		assertTrue("so does running L1's own vCPU each time", value(waits, "Blocked", "nested_cpuid", Metric.SPEEDUP) < 1);
	}

	private static List<ResultRow> contexts(List<ExperimentResult> results, String stack) {
		return Shipped.rows(results, "Contexts").stream().filter(row -> row.stack().equals(stack)).toList();
	}

	@Test
	public void levelsBeyondTheContextsAreSwitchedAsEver() {
		for (Map.Entry<String, Integer> each : Map.of("Svt", 3, "L3Svt", 4, "L4Svt", 5).entrySet()) {
			List<BigDecimal> times = contexts(sweeps, each.getKey()).stream().map(ResultRow::value).toList();
			assertEquals("two to eight contexts", 7, times.size());
			for (int threads = 2; threads < 8; threads++) {
				int order = times.get(threads - 2).compareTo(times.get(threads - 1));
				assertEquals(each.getKey() + " with " + threads + " and one more", threads < each.getValue() ? 1 : 0, order);
			}
		}
	}

	@Test
	public void aStallOfTensOfCyclesHardlyMatters() {
		List<ResultRow> rows = Shipped.rows(sweeps, "Stall").stream().filter(row -> row.metric().equals(Metric.SPEEDUP)).toList();
		assertEquals(64, rows.size());
		double best = rows.stream().mapToDouble(row -> row.value().doubleValue()).max().orElseThrow();
		double worst = rows.stream().mapToDouble(row -> row.value().doubleValue()).min().orElseThrow();
		assertTrue(best + " to " + worst, best < 1.95 && worst > 1.8);
	}

	@Test
	public void withVirtualPassthroughAndDvhLittleIsLeftForSvt() {
		double alone = value(requests, "Svt", "tcp_rr", Metric.SPEEDUP);
		double beside = value(requests, "SvtVpDvh", "tcp_rr", Metric.SPEEDUP) / value(requests, "VpDvh", "tcp_rr", Metric.SPEEDUP);
		assertTrue(alone + " and " + beside, alone > 2 && beside > 1 && beside < 1.3);
	}

	@Test
	public void svtMakesNoTrapLessOnArm() {
		List<ResultRow> rows = Shipped.rows(arm, "Arm");
		for (String workload : List.of("hypercall", "device_io", "virtual_ipi")) {
			assertEquals(Shipped.value(rows, "Nested", workload, Metric.TRAPS), Shipped.value(rows, "Svt", workload, Metric.TRAPS));
			assertTrue(Shipped.value(rows, "Svt", workload, Metric.CYCLES) < Shipped.value(rows, "Nested", workload, Metric.CYCLES));
			assertTrue("NEVE makes them few, which is more", Shipped.value(rows, "Neve", workload, Metric.CYCLES)
					< Shipped.value(rows, "Svt", workload, Metric.CYCLES));
			assertTrue("and both are more than either", Shipped.value(rows, "NeveSvt", workload, Metric.CYCLES)
					< Shipped.value(rows, "Neve", workload, Metric.CYCLES));
		}
	}

	@Test
	public void deeperStacksOfAModelInPartsSayThatTheyAreTooFast() {
		List<ResultRow> rows = Shipped.rows(sweeps, "Contexts");
		for (ResultRow row : rows) {
			assertEquals(row.stack(), row.level() > 2, row.note().filter(note -> note.startsWith("far too fast above L2, since KvmSvt is a model in parts")).isPresent());
		}
	}

	@Test
	public void whatNobodyMeasuredIsMarkedAsExtrapolated() {
		List<ExperimentResult> all = new ArrayList<>(sweeps);
		all.addAll(arm);
		all.forEach(each -> assertFalse(each.name(), each.extrapolation().isEmpty()));
	}
}
