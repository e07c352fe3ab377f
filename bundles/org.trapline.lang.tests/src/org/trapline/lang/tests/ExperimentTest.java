// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.tests;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.junit.Rule;
import org.junit.Test;
import org.trapline.model.ChartKind;
import org.trapline.result.ChartSpec;

/** What is wrong with experiments, their charts and their comparisons. */
public class ExperimentTest {

	private static final String STUDY = """
			import "org.trapline.cpu.arm/x-gene"
			import "org.trapline.mechanism.neve/neve"
			platform Old { cpu arm.v8_0 clock 1 GHz costs XGene }
			""";

	@Rule
	public final Checks checks = new Checks();

	/** Asserts what is said of a study, whose lines count from 4. */
	private void assertStudy(String text, String... expected) {
		checks.assertProblems(STUDY + text, expected);
	}

	@Test
	public void anExperimentWithoutItsParts() {
		checks.assertProblems("experiment e { }", "1:12 error incomplete: experiment 'e' is not complete: "
				+ "add 'stacks STACK, …' and 'workload WORKLOAD' and 'measure traps, cycles'");
	}

	@Test
	public void anExperimentMayHaveItsPartsInAnyOrder() {
		assertStudy("stack s on Old { L0 KvmNonVhe guest L1 }\n"
				+ "experiment e { chart bars of traps by stack measure traps workload hypercall stacks s reference neve.sosp17 { s = vm } }");
	}

	@Test
	public void aChartOfWhatIsNotMeasured() {
		assertStudy("stack s on Old { L0 KvmNonVhe guest L1 }\n"
				+ "experiment e { stacks s workload hypercall measure traps chart bars of cycles by stack }",
				"5:72 error incomplete: the experiment does not measure cycles: add it to 'measure'");
	}

	@Test
	public void sweptNumbersAreThoseThatTheirParameterTakes() {
		assertSweep(58, "clock from 0 to 1 GHz in 2 points", "a clock runs faster than 0 GHz: give 0.001 kHz or more");
		assertSweep(58, "clock 1, 2000 GHz", "no clock runs at 2000 GHz: give 1000 GHz or less");
		assertSweep(58, "threads 1, 0", "0 is not a number of threads: give a whole number from 1 to 999999999");
		assertSweep(64, "exception_entry 0, 2.5 cycles", "2.5 is not a number of cycles: give a whole number from 0 to 999999999");
	}

	private void assertSweep(int column, String sweep, String problem) {
		assertStudy("stack s on Old { L0 KvmNonVhe guest L1 }\nexperiment e { stacks s workload hypercall measure traps sweep " + sweep + " }",
				"5:" + column + " error sweep: " + problem);
	}

	@Test
	public void aChartOfPercentilesThatThereAreNoneOf() {
		String stack = "stack s on Old { L0 KvmNonVhe guest L1 }\n";
		assertStudy(stack + "experiment e { stacks s workload hypercall measure traps chart cdf of traps }", "5:71 error measure: traps has no percentiles: write 'latency'");
		assertStudy(stack + "experiment e { stacks s workload hypercall measure traps chart percentiles of traps }", "5:79 error measure: traps has no percentiles: write 'latency'");
	}

	@Test
	public void aChartOfWhatItsKindCannotShow() {
		assertChart("chart levels of traps", "error measure: traps cannot be broken down by level and cause: write 'cycles'");
		assertChart("chart reasons of traps", "error measure: traps cannot be broken down by exit reason: write 'cycles' or 'exits'");
		assertChart("chart bars of exits", "error measure: exits are a table by level and exit reason: write 'chart reasons of exits'");
		assertChart("chart reasons of cycles", "error incomplete: the experiment does not measure exits: add it to 'measure'");
	}

	@Test
	public void aChartThatIsOverWhatItsKindIsNotOver() {
		assertChart("sweep threads 2, 3 chart bars of traps over threads",
				"warning chart-option: 'over threads' makes no difference to a chart of bars: remove it, or write a chart of lines or heatmap");
		assertChart("sweep threads 2, 3 sweep clock 1, 2 GHz chart lines of traps over threads and clock",
				"warning chart-option: 'and clock' makes no difference to a chart of lines: remove it, or write a chart of heatmap");
		assertChart("chart bars of traps by stack logarithmic",
				"warning chart-option: 'logarithmic' makes no difference to a chart of bars: remove it, or write a chart of lines or heatmap or cdf or percentiles");
		assertChart("chart lines of traps", "error sweep: a chart of lines is over a parameter of the experiment: add 'sweep'");
		assertChart("sweep threads 2, 3 chart heatmap of traps", "error sweep: a chart of heatmap is over two parameters of the experiment: add 'sweep'");
	}

	@Test
	public void aChartOfPointsThatASummaryDoesNotKeep() {
		assertChart("sweep threads 2, 3 summary chart lines of traps",
				"error sweep: a chart of lines needs the points of the sweep, and a summary keeps none: remove 'summary', or this chart");
	}

	/** @param problem severity, code and message, at the chart's kind or its metric */
	private void assertChart(String chart, String problem) {
		String line = "experiment e { stacks s workload hypercall measure traps, cycles " + chart + " }";
		String at = problem.contains(" measure: exits") || problem.contains(" sweep:") || problem.contains(" chart-option:") ? chart.substring(chart.indexOf("chart ") + 6)
				: chart.substring(chart.indexOf(" of ") + 4);
		assertStudy("stack s on Old { L0 KvmNonVhe guest L1 }\n" + line, "5:" + (line.lastIndexOf(at) + 1) + " " + problem);
	}

	@Test
	public void everyWordOfAChartIsAKindOfChart() {
		assertEquals(Arrays.stream(ChartSpec.Kind.values()).map(ChartSpec.Kind::id).collect(Collectors.toSet()),
				Arrays.stream(ChartKind.values()).map(ChartKind::getLiteral).collect(Collectors.toSet()));
	}

	@Test
	public void aComparisonWithAStackThatIsNotInTheExperimentIsDoubtful() {
		assertStudy("""
				stack s on Old { L0 KvmNonVhe guest L1 }
				stack t on Old { L0 KvmNonVhe guest L1 }
				experiment e { stacks s workload hypercall measure traps reference neve.sosp17 { s = vm, t = vm } }
				""", "6:90 warning reference: stack 't' is not in the experiment: add it to 'stacks', or nothing is compared");
	}

	@Test
	public void aStackThatStandsForTwoConfigurations() {
		assertStudy("""
				stack s on Old { L0 KvmNonVhe guest L1 }
				experiment e { stacks s workload hypercall measure traps reference neve.sosp17 { s = vm, s = v8_3 } }
				""", "5:90 error reference: stack 's' is compared with a configuration already: remove one");
	}
}
