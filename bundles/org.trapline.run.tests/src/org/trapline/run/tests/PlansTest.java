// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.result.Interval;
import org.trapline.result.Metric;
import org.trapline.result.ResultRow;
import org.trapline.result.RunSelection;
import org.trapline.result.StudyResult;
import org.trapline.run.InvalidStudyException;
import org.trapline.run.RunMonitor;
import org.trapline.run.RunOptions;

/** Plans of experiments: flows of requests, sweeps, samples, replications, seeds and threads. */
public class PlansTest {

	private static final String STACKS = """
			import "org.trapline.cpu.smt/haswell-smt"
			stack Nested on HaswellSvt { L0 KvmSvt L1 KvmSvt guest L2 }
			stack Svt extends Nested { mechanism svt.hardware }
			stack Software on HaswellSmt { L0 KvmByParts L1 KvmByParts guest L2 mechanism svt.software }
			closed-loop random {
				clients 2 request 1 KiB requests 500
				on vcpu { do cpuid 1.5 times assumed "x" }
				on backend unless ASSIGNED_DEVICE { do auxiliary 4 times assumed "x" }
				on delay { for 20 us assumed "x" exponential }
				on wire { send at 1 Gb/s assumed "x" }
			}
			closed-loop steady { clients 1 requests 100 on vcpu { do cpuid for 10 us assumed "x" } }
			""";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path study(String experiment) throws Exception {
		return Files.writeString(folder.getRoot().toPath().resolve("plan.trapline"), STACKS + experiment);
	}

	private StudyResult run(String experiment, OptionalLong seed, int jobs) throws Exception {
		return Installed.STUDIES.run(study(experiment), RunSelection.ALL, new RunOptions(seed, jobs), RunMonitor.NONE);
	}

	private List<ResultRow> rows(String experiment) throws Exception {
		return run(experiment, OptionalLong.empty(), 2).rows();
	}

	private static List<String> points(List<ResultRow> rows) {
		return rows.stream().map(ResultRow::point).toList();
	}

	// ------------------------------------------------------------------------------------------- flows

	@Test
	public void aRequestTakesWhatItsStagesTake() throws Exception {
		List<ResultRow> rows = rows("experiment E { stacks Nested workload steady measure latency, latency.p50, throughput, utilization }");
		assertEquals("10.35 us of CPUID and 10 us", 20.35, rows.get(0).value().doubleValue(), 1e-6);
		assertEquals("percentiles are rounded up, by a thousandth at most", 20.35, rows.get(1).value().doubleValue(), 0.0204);
		assertEquals(1e6 / 20.35, rows.get(2).value().doubleValue(), 1e-3);
		assertEquals(100, rows.get(3).value().doubleValue(), 1e-9);
	}

	@Test
	public void bandwidthIsThroughputTimesRequests() throws Exception {
		List<ResultRow> rows = rows("experiment E { stacks Nested workload random measure throughput, bandwidth }");
		assertEquals(rows.get(0).value().doubleValue() * 1024 * 8 / 1e6, rows.get(1).value().doubleValue(), 1e-3);
	}

	@Test
	public void requestsGoThroughAStageThatNobodyServes() throws Exception {
		List<ResultRow> rows = rows("""
				closed-loop served { clients 1 requests 10 on backend { do auxiliary 4 times assumed "x" } on delay { for 1 us assumed "x" } }
				closed-loop away { clients 1 requests 10 on backend unless VMX { do auxiliary 4 times assumed "x" } on delay { for 1 us assumed "x" } }
				experiment E { stacks Nested workload served, away measure latency }
				""");
		assertEquals(1 + 4 * 1.16, rows.get(0).value().doubleValue(), 1e-3);
		assertEquals("every hypervisor's CPU has VMX: none serves the device", 1, rows.get(1).value().doubleValue(), 1e-9);
	}

	@Test
	public void twoThreadsOfACoreServeAtTheSameTimeAndSlowEachOther() throws Exception {
		List<ResultRow> rows = rows("""
				closed-loop both { clients 8 requests 1000 on vcpu { for 10 us assumed "x" } on backend { for 10 us assumed "x" } }
				experiment E { stacks Nested, Software workload both measure throughput }
				""");
		assertEquals("one thread does both", 1e6 / 20, rows.get(0).value().doubleValue(), 1);
		assertEquals("each of two is slower by a quarter", 1e6 / 12.5, rows.get(1).value().doubleValue(), 100);
	}

	@Test
	public void theCyclesOfARequestAreChargedToLevelsAndCauses() throws Exception {
		var experiment = run("experiment E { stacks Nested workload steady measure latency }", OptionalLong.empty(), 1).experiments().get(0);
		assertEquals("10.35 us of CPUID at 2.4 GHz", 24_840, experiment.breakdowns().get(0).cycles());
	}

	@Test
	public void aFlowIsNotExplainedButItsOperationsAre() throws Exception {
		Path study = study("");
		InvalidStudyException problem = assertThrows(InvalidStudyException.class, () -> Installed.STUDIES.explain(study, "Nested", "random"));
		assertEquals("closed loop 'random' is many operations at many times: explain one of those that its requests do: cpuid, auxiliary",
				problem.diagnostics().get(0).message());
	}

	// ------------------------------------------------------------------------------------------- random numbers

	@Test
	public void resultsDependNeitherOnTheNumberOfThreadsNorOnTheSelection() throws Exception {
		String experiment = "experiment E { stacks Nested, Svt workload random, steady measure latency, throughput sweep clients 1, 3 replications 3 }";
		StudyResult one = run(experiment, OptionalLong.empty(), 1);
		StudyResult four = run(experiment, OptionalLong.empty(), 4);
		assertEquals(one.fingerprint(), four.fingerprint());
		List<ResultRow> part = Installed.STUDIES.run(study(experiment), new RunSelection(List.of(), List.of("Svt")), RunOptions.DEFAULT,
				RunMonitor.NONE).rows();
		assertEquals(one.rows().stream().filter(row -> row.stack().equals("Svt")).toList(), part);
	}

	@Test
	public void anotherSeedGivesOtherNumbersWhereThereIsChance() throws Exception {
		String experiment = "experiment E { stacks Nested workload random, steady measure latency seed 7 }";
		List<ResultRow> own = rows(experiment);
		assertEquals(own, run(experiment, OptionalLong.of(7), 1).rows());
		List<ResultRow> other = run(experiment, OptionalLong.of(8), 1).rows();
		assertNotEquals(own.get(0).value(), other.get(0).value());
		assertEquals(own.get(1).value(), other.get(1).value());
	}

	@Test
	public void replicationsTellHowSureAMeanIs() throws Exception {
		Interval few = rows("experiment E { stacks Nested workload random measure throughput replications 3 }").get(0).interval().orElseThrow();
		ResultRow more = rows("experiment E { stacks Nested workload random measure throughput replications 30 }").get(0);
		Interval many = more.interval().orElseThrow();
		assertTrue(width(many).compareTo(width(few)) < 0);
		assertTrue(many.low().compareTo(more.value()) <= 0 && more.value().compareTo(many.high()) <= 0);
	}

	private static BigDecimal width(Interval interval) {
		return interval.high().subtract(interval.low());
	}

	@Test
	public void replicationsGoOnUntilAMeanIsKnownWellEnough() throws Exception {
		String plan = "experiment E { stacks Nested workload random measure latency replications 2 to %s until latency within 1 %% }";
		ResultRow known = rows(plan.formatted("1000")).get(0);
		assertTrue("half the width is 1 % of the mean at most",
				width(known.interval().orElseThrow()).doubleValue() / 2 <= known.value().doubleValue() / 100 * 1.000001);
		assertEquals("at most so many", rows("experiment E { stacks Nested workload random measure latency replications 3 }").get(0).value(),
				rows("experiment E { stacks Nested workload random measure latency replications 2 to 3 until latency within 0.0001 % }").get(0).value());
	}

	// ------------------------------------------------------------------------------------------- sweeps

	@Test
	public void allValuesOfOneSweepMeetAllOfTheOthers() throws Exception {
		assertEquals(List.of("thread_stall = 5 cycles, threads = 3", "thread_stall = 5 cycles, threads = 4", "thread_stall = 50 cycles, threads = 3",
				"thread_stall = 50 cycles, threads = 4"),
				points(rows("experiment E { stacks Svt workload nested_cpuid measure cycles sweep thread_stall 5, 50 cycles sweep threads 3, 4 }")));
	}

	@Test
	public void aRangeGoesEvenlyOrByMultiples() throws Exception {
		String experiment = "experiment E { stacks Svt workload nested_cpuid measure cycles sweep thread_stall from 10 to 160 cycles in 5 points %s }";
		assertEquals(List.of("10", "48", "85", "123", "160"), values(rows(experiment.formatted(""))));
		assertEquals(List.of("10", "20", "40", "80", "160"), values(rows(experiment.formatted("logarithmic"))));
		assertEquals(List.of("2", "3", "4"), values(rows("experiment E { stacks Svt workload nested_cpuid measure cycles sweep threads from 2 to 4 }")));
	}

	private static List<String> values(List<ResultRow> rows) {
		return rows.stream().map(row -> row.parameters().get(0).number().toPlainString()).toList();
	}

	@Test
	public void aSweptCostIsWhatTheMachinePays() throws Exception {
		List<ResultRow> rows = rows("experiment E { stacks Svt workload nested_cpuid measure cycles sweep thread_stall 20, 120 cycles }");
		assertEquals("two stalls a nested trap, of L2 and of L1", 200, rows.get(1).value().subtract(rows.get(0).value()).intValueExact());
	}

	@Test
	public void aSweptClockChangesTimesAndTheCyclesOfTimes() throws Exception {
		List<ResultRow> rows = rows("experiment E { stacks Nested workload nested_cpuid measure cycles, time sweep clock 2.4, 4.8 GHz }");
		assertEquals("its costs are times", 2 * rows.get(0).value().longValueExact(), rows.get(2).value().longValueExact());
		assertEquals(rows.get(1).value().doubleValue(), rows.get(3).value().doubleValue(), 1e-9);
	}

	@Test
	public void aLatinHypercubeHitsEachStratumOnce() throws Exception {
		List<ResultRow> rows = rows("""
				experiment E { stacks Svt workload nested_cpuid measure cycles
					sweep thread_stall from 0 to 1000 cycles sweep thread_resume from 1 to 1000 cycles logarithmic latin hypercube 10 points }
				""");
		assertEquals(10, rows.size());
		assertEquals(new TreeSet<>(IntStream.range(0, 10).boxed().toList()), new TreeSet<>(rows.stream()
				.map(row -> (int) Math.min(9, row.parameters().get(0).number().doubleValue() / 100.001)).toList()));
	}

	@Test
	public void aPointThatCannotRunSaysWhichOneItIs() throws Exception {
		Path study = study("experiment E { stacks Svt workload nested_cpuid measure cycles sweep threads 1, 2 }");
		InvalidStudyException problem = assertThrows(InvalidStudyException.class, () -> Installed.run(study));
		assertEquals("stack 'Svt' cannot run with threads = 1: its mechanism 'svt.hardware' needs 2 hardware threads on a core; sweep from there on, or leave the stack out",
				problem.diagnostics().get(0).message());
	}

	@Test
	public void aFlowThatTakesNoTimeIsAnErrorAndNoHang() throws Exception {
		Path study = study("closed-loop nothing { clients 1 requests 10 on delay { for 0 us assumed \"x\" } }\n"
				+ "experiment E { stacks Nested workload nothing measure latency }");
		InvalidStudyException problem = assertThrows(InvalidStudyException.class, () -> Installed.run(study));
		assertEquals("flow nothing: its requests take no time: give one of its stages something to do", problem.diagnostics().get(0).message());
	}

	@Test
	public void theSameRequestsComeToAllStacks() throws Exception {
		List<ResultRow> rows = rows("""
				closed-loop away { clients 1 requests 50 on delay { for 20 us assumed "x" exponential } }
				experiment E { stacks Nested, Svt workload away measure latency }
				""");
		assertEquals(rows.get(0).value(), rows.get(1).value());
		assertEquals(Metric.LATENCY, rows.get(0).metric());
	}
}
