// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.not;
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
import org.trapline.result.Interval;
import org.trapline.result.Metric;
import org.trapline.result.ResultRow;
import org.trapline.run.RunMonitor;
import org.trapline.run.RunOptions;
import org.trapline.result.RunSelection;

/** Results carry what the intervals of costs make of them, and nothing where no cost has one. */
public class CostIntervalsTest {

	private static final String STUDY = """
			import "org.trapline.cpu.x86/skylake"
			costs Mine extends Skylake { %s }
			platform Mine { cpu x86.skylake clock 2 GHz cores 10 costs Mine }
			stack Vm     on Mine { L0 Kvm        guest L1 }
			stack Nested on Mine { L0 Kvm L1 Kvm guest L2 }
			experiment E { stacks Vm, Nested baseline Vm workload hypercall measure traps, cycles, time, speedup %s }
			""";

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path study(String costs, String more) throws Exception {
		return Files.writeString(folder.getRoot().toPath().resolve("own.trapline"), STUDY.formatted(costs, more));
	}

	private static ResultRow row(List<ResultRow> rows, String stack, Metric metric) {
		return rows.stream().filter(each -> each.stack().equals(stack) && each.metric().equals(metric)).findFirst().orElseThrow();
	}

	private List<ResultRow> rows(String costs) throws Exception {
		return Installed.rows(study(costs, ""));
	}

	private String printed(Object... arguments) {
		StringWriter out = new StringWriter();
		StringWriter err = new StringWriter();
		assertEquals(err.toString(), 0, new TraplineCommand(() -> Installed.CATALOG, new PrintWriter(out), new PrintWriter(err))
				.execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new)));
		return out.toString();
	}

	@Test
	public void aUniformCostHoldsNinetyFivePercentOfItsRange() throws Exception {
		// A VM's hypercall runs the loop once.
		ResultRow row = row(rows("run_loop = 300 to 500 cycles assumed \"x\""), "Vm", Metric.CYCLES);
		Interval interval = row.costInterval().orElseThrow();
		assertEquals(190, interval.high().subtract(interval.low()).doubleValue(), 1);
		assertEquals(row.value().doubleValue(), (interval.high().doubleValue() + interval.low().doubleValue()) / 2, 1);
	}

	@Test
	public void aDeviationIsThatOfNinetyFivePercent() throws Exception {
		Interval interval = row(rows("run_loop = 400 ± 50 cycles assumed \"x\""), "Vm", Metric.CYCLES).costInterval().orElseThrow();
		assertEquals(100, interval.high().subtract(interval.low()).doubleValue(), 2);
	}

	@Test
	public void trapsHaveNoInterval() throws Exception {
		assertTrue(row(rows("run_loop = 300 to 500 cycles assumed \"x\""), "Nested", Metric.TRAPS).costInterval().isEmpty());
	}

	@Test
	public void timeIsCyclesAtTheClock() throws Exception {
		List<ResultRow> rows = rows("run_loop = 300 to 500 cycles assumed \"x\"");
		assertEquals(row(rows, "Nested", Metric.CYCLES).costInterval().orElseThrow().high().doubleValue() / 2, row(rows, "Nested", Metric.TIME).costInterval().orElseThrow().high().doubleValue(), 1);
	}

	@Test
	public void whatIsCommonToBothStacksCancelsInTheSpeedup() throws Exception {
		// Both are slower together: the ratio is known better than the ratio of the ends.
		List<ResultRow> rows = rows("vm_exit = 300 to 500 cycles assumed \"x\"");
		Interval vm = row(rows, "Vm", Metric.TIME).costInterval().orElseThrow();
		Interval nested = row(rows, "Nested", Metric.TIME).costInterval().orElseThrow();
		Interval speedup = row(rows, "Nested", Metric.SPEEDUP).costInterval().orElseThrow();
		double apart = vm.high().doubleValue() / nested.low().doubleValue() - vm.low().doubleValue() / nested.high().doubleValue();
		assertTrue(speedup + " of " + apart, speedup.high().subtract(speedup.low()).doubleValue() < 0.95 * apart);
	}

	@Test
	public void aCostThatAPointSetsHasNoInterval() throws Exception {
		for (ResultRow row : Installed.rows(study("run_loop = 300 to 500 cycles assumed \"x\"", "sweep run_loop 300, 400 cycles"))) {
			assertTrue(row.toString(), row.costInterval().isEmpty());
		}
	}

	@Test
	public void everyFormatHasTheInterval() throws Exception {
		Path study = study("run_loop = 300 to 500 cycles assumed \"x\"", "");
		assertThat(printed("run", study), containsString("by costs"));
		assertThat(printed("run", study, "--format", "latex"), containsString("by costs"));
		assertThat(printed("run", study, "--format", "csv").lines().findFirst().orElseThrow(), containsString(",confidence,costLow,costHigh,reference,"));
		assertThat(printed("run", study, "--format", "json"), containsString("\"costLow\":"));
	}

	@Test
	public void withoutIntervalsEverythingIsAsIfNoCostHadOne() throws Exception {
		Path with = study("run_loop = 300 to 500 cycles assumed \"x\"", "");
		String without = printed("run", with, "--format", "csv", "--no-intervals");
		assertEquals(printed("run", study("run_loop = 400 cycles assumed \"x\"", ""), "--format", "csv"), without);
		assertThat(without, not(containsString("costLow")));
	}

	@Test
	public void theIntervalsDoNotChangeTheFingerprint() throws Exception {
		String fingerprint = printed("run", study("run_loop = 400 cycles assumed \"x\"", ""), "--format", "json").lines().findFirst().orElseThrow().replaceAll(".*fingerprint\":", "");
		assertThat(printed("run", study("run_loop = 300 to 500 cycles assumed \"x\"", ""), "--format", "json"), containsString(fingerprint));
	}

	@Test
	public void latencyAndThroughputOfClientsHaveIntervals() throws Exception {
		Path study = Files.writeString(folder.getRoot().toPath().resolve("flow.trapline"), """
				import "org.trapline.cpu.smt/haswell-smt"
				costs Mine extends HaswellByParts { auxiliary_logic = 1000 to 2000 ns assumed "x" }
				platform Mine { cpu x86.haswell clock 2.4 GHz cores 16 threads 2 costs Mine }
				stack Nested on Mine { L0 KvmByParts L1 KvmByParts guest L2 }
				experiment E { stacks Nested workload tcp_rr measure latency, throughput }
				""");
		for (ResultRow row : Installed.rows(study)) {
			Interval interval = row.costInterval().orElseThrow();
			assertTrue(row.toString(), interval.low().compareTo(row.value()) < 0 && row.value().compareTo(interval.high()) < 0);
			if (row.metric().equals(Metric.LATENCY)) {
				// The interval of sampling stays what it is.
				assertTrue(row.interval().orElseThrow().high().compareTo(interval.high()) < 0);
			}
		}
	}

	@Test
	public void jobsDoNotMatter() throws Exception {
		Path study = study("run_loop = 300 to 500 cycles assumed \"x\" vm_exit = 300 to 500 cycles assumed \"x\"", "sweep vmcs_read 10, 20, 30, 40 cycles");
		assertEquals(printed("run", study, "--format", "json", "--jobs", "1"), printed("run", study, "--format", "json", "--jobs", "4"));
		assertFalse(Installed.STUDIES.run(study, RunSelection.ALL, RunOptions.DEFAULT, RunMonitor.NONE).experiments().getFirst().rows().isEmpty());
	}
}
