// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Rule;
import org.junit.Test;
import org.trapline.lang.Metrics;
import org.trapline.model.Experiment;
import org.trapline.result.Metric;

/** Metrics are names: those of Trapline, and those of plug-ins. */
public class MetricTest {

	private static final String STUDY = """
			import "org.trapline.cpu.arm/x-gene"
			stack Vm on Moonshot { L0 KvmNonVhe guest L1 }
			closed-loop answers { clients 1 requests 10 on vcpu { do hypercall } }
			""";

	@Rule
	public final Checks checks = new Checks();

	private final Metrics metrics = Language.INJECTOR.getInstance(Metrics.class);

	private void assertMeasured(String rest, String... expected) {
		checks.assertProblems(STUDY + "experiment E { stacks Vm workload hypercall, answers " + rest + " }", expected);
	}

	@Test
	public void anyPercentileFrom0To100IsAMetric() {
		assertMeasured("measure latency.p1, latency.p99.99, latency.p100, latency.p0, latency");
		assertMeasured("measure latency.p101", "4:62 error measure: there is no metric 'latency.p101'; percentiles of latency are latency.p0 to latency.p100");
		assertMeasured("measure cycles.p50", "4:62 error measure: there is no metric 'cycles.p50'; there are " + names());
	}

	private String names() {
		return String.join(", ", metrics.known().stream().map(Metric::id).toList());
	}

	@Test
	public void anUnknownMetricNamesTheNearest() {
		assertMeasured("measure thruoghput", "4:62 error measure: there is no metric 'thruoghput'; did you mean 'throughput'?");
		assertMeasured("measure traps chart bars of trap_count by stack", "4:82 error measure: there is no metric 'trap_count'; there are " + names());
	}

	@Test
	public void aMetricIsOneWordWithoutSpaces() {
		assertTrue(Language.errors("experiment E { measure latency.p99 }").isEmpty());
		assertTrue(Language.errors("experiment E { measure latency .p99 }").get(0).startsWith("1: unexpected '.'"));
	}

	@Test
	public void metricsOfPlugInsAreMetricsOfOperations() {
		assertTrue(metrics.find("part-guest-switch").isPresent());
		assertEquals("ns", metrics.find("part-guest-switch").orElseThrow().unit());
		assertMeasured("measure part-guest-switch, part-hypervisor");
		checks.assertProblems(STUDY + "experiment E { stacks Vm workload answers measure part-guest }",
				"4:51 error measure: no workload of the experiment has part-guest: they have latency, throughput, bandwidth, utilization, speedup, overhead, exits");
	}

	@Test
	public void aPublishedValueOfAMetricIsInAUnitOfIt() {
		checks.assertProblems(STUDY + "reference r { configuration c cell hypercall on c { part-guest 5 us recalled \"x\" cycles 5 recalled \"x\" } }");
		checks.assertProblems(STUDY + "reference r { configuration c cell hypercall on c { part-guest 5 GHz recalled \"x\" } }",
				"4:66 error unit: part-guest is not measured in GHz: give it in ns, us, ms, s");
	}

	@Test
	public void onlyRandomMetricsAreWaitedFor() {
		assertMeasured("measure latency replications 2 to 9 until latency.p90 within 5 %");
		assertMeasured("measure latency replications 2 to 9 until traps within 5 %",
				"4:96 error replications: traps is not random: wait for latency and its percentiles, as latency.p99, throughput, bandwidth, utilization");
		assertMeasured("measure latency replications 2 to 9 until laetncy within 5 %", "4:96 error measure: there is no metric 'laetncy'; did you mean 'latency'?");
	}

	@Test
	public void exitsAreOfOperationsAndClosedLoops() {
		assertMeasured("measure exits chart reasons of exits by stack chart reasons of cycles by stack");
		checks.assertProblems(STUDY + "migration move { level L1 memory 1 GB dirty 1 MB/s link 1 Gb/s downtime 1 ms rounds 3 }\n"
				+ "experiment E { stacks Vm workload move measure exits }",
				"5:48 error measure: no workload of the experiment has exits: they have time, downtime, rounds, transferred");
	}

	@Test
	public void exitsAreNoPublishedNumber() {
		checks.assertProblems(STUDY + "reference r { configuration c cell hypercall on c { exits 5 recalled \"x\" } }",
				"4:53 error measure: exits are a table by level and reason, not a single number: write 'traps', or the exits of a reason as a workload of their own");
	}

	@Test
	public void aSummaryIsOfManyPoints() {
		assertTrue(((Experiment) Language.model("experiment E { summary }").getElements().get(0)).isSummary());
		assertFalse(((Experiment) Language.model("experiment E { }").getElements().get(0)).isSummary());
		assertMeasured("measure cycles sweep threads 1, 2 summary");
		assertMeasured("measure cycles summary", "4:69 error sweep: a summary is of many points, and nothing is swept: add 'sweep', or remove 'summary'");
		assertMeasured("measure cycles, exits sweep threads 1, 2 summary",
				"4:70 error measure: a summary is of numbers, and exits are a table: remove it, or remove 'summary'");
		assertMeasured("measure cycles sweep threads 1, 2 summary summary", "4:96 error duplicate-name: 'summary' is there twice: leave one out");
	}
}
