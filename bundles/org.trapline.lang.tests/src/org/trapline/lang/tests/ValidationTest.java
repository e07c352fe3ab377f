// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.tests;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.junit.Rule;
import org.junit.Test;
import org.trapline.model.ChartKind;
import org.trapline.result.ChartSpec;

/** What is wrong beyond syntax and names: each with its place, code and way out. */
public class ValidationTest {

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

	// ------------------------------------------------------------------------------------------- contributions

	@Test
	public void aCpuWhoseImplementationNobodyContributes() {
		checks.assertProblems("cpu a { implementation \"org.z80\" }",
				"1:24 error unknown-implementation: no plug-in contributes the CPU implementation 'org.z80'; installed: org.trapline.cpu.arm, org.trapline.cpu.x86");
	}

	@Test
	public void aCpuInheritsItsImplementation() {
		checks.assertProblems("cpu a { implementation \"org.trapline.cpu.arm\" }\ncpu b extends a { }");
	}

	@Test
	public void aMechanismWhoseImplementationNobodyContributes() {
		assertStudy("mechanism m for arm.v8_3 { implementation \"org.m\" }", "4:43 error unknown-implementation: "
				+ "no plug-in contributes the mechanism implementation 'org.m'; installed: org.trapline.cpu.smt, org.trapline.mechanism.dvh, "
				+ "org.trapline.mechanism.neve, org.trapline.mechanism.paravirt, org.trapline.mechanism.passthrough");
	}

	@Test
	public void aRedirectionWithoutATarget() {
		assertStudy("mechanism m for arm.v8_3 { implementation \"org.trapline.mechanism.neve\" redirect { HCR_EL2 } }",
				"4:84 error redirection: a redirected register needs the register that its accesses go to: add 'to REGISTER'");
	}

	@Test
	public void aTargetWithoutARedirection() {
		assertStudy("mechanism m for arm.v8_3 { implementation \"org.trapline.mechanism.neve\" deferred access costs deferred_access defer { HCR_EL2 to SCTLR_EL1 } }",
				"4:119 error redirection: only a redirected register has a target: remove 'to …'");
	}

	@Test
	public void twoTreatmentsOfARegisterUnderTheSameControls() {
		assertStudy("mechanism m for arm.v8_3 { implementation \"org.trapline.mechanism.neve\" deferred access costs deferred_access defer { HCR_EL2 } cached { HCR_EL2 } }",
				"4:138 error contradiction: 'HCR_EL2' is 'defer' already under the same controls: remove one");
	}

	@Test
	public void twoTreatmentsOfARegisterUnderOtherControlsAreAChoice() {
		assertStudy("mechanism m for arm.v8_3 { implementation \"org.trapline.mechanism.neve\" deferred access costs deferred_access defer when NV1 { HCR_EL2 } cached { HCR_EL2 } }");
	}

	// ------------------------------------------------------------------------------------------- costs

	@Test
	public void aFittedCostThatDoesNotSayToWhat() {
		checks.assertProblems("cost c : switching = 5 cycles fitted \"somehow\"", "1:31 error provenance: "
				+ "a fitted cost says what it was fitted to: add 'to REFERENCE(WORKLOAD, CONFIGURATION, METRIC)'");
	}

	@Test
	public void aCostFittedToCellsThatDoesNotSayItIsFitted() {
		assertStudy("cost c : switching = 5 cycles measured \"paper\" to neve.sosp17(hypercall, vm, cycles)",
				"4:31 error provenance: only a fitted cost is fitted to published values: write 'fitted', or remove 'to …'");
	}

	@Test
	public void aCostWithoutASource() {
		checks.assertProblems("cost c : switching = 5 cycles measured", "1:31 error provenance: "
				+ "a cost says where its number comes from: add the publication, computation or reason in quotes");
	}

	@Test
	public void aCostWithABlankSource() {
		checks.assertProblems("cost c : switching\ncosts t { c = 5 cycles assumed \" \" }", "2:24 error provenance: "
				+ "a cost says where its number comes from: add the publication, computation or reason in quotes");
	}

	@Test
	public void aFittedCostNeedsNoOtherSource() {
		assertStudy("cost c : switching = 5 cycles fitted to neve.sosp17(hypercall, vm, cycles)");
	}

	@Test
	public void aCostWithTwoValuesInATable() {
		checks.assertProblems("cost c : switching costs t { c = 1 cycles assumed \"a\" c = 2 cycles assumed \"b\" }",
				"1:55 error duplicate-name: 'c' has a value in this table already: remove one");
	}

	@Test
	public void aCostAboveWhatItsPluginTakes() {
		assertStudy("costs t { deferred_access = 5 cycles assumed \"slow\" }",
				"4:29 error out-of-bounds: NEVE takes 1 to 4 cycles for 'deferred_access', not 5");
	}

	@Test
	public void aCostBelowWhatItsPluginTakesWhereverItIsSet() {
		checks.assertProblems("cost deferred_access : memory = 0 cycles assumed \"fast\"",
				"1:33 error out-of-bounds: NEVE takes 1 to 4 cycles for 'deferred_access', not 0");
	}

	@Test
	public void costsAtTheBoundsAreWithinThem() {
		assertStudy("costs t { deferred_access = 1 cycles assumed \"fast\" }\ncosts u { deferred_access = 4 cycles assumed \"slow\" }");
	}

	@Test
	public void aCostThatAStackSpendsAndNothingGivesAValueTo() {
		assertStudy("""
				cost extra : handling
				hypervisor Small for arm.v8_0 { handle hypercall { step { work extra } } }
				platform P { cpu arm.v8_3 clock 1 GHz costs XGene }
				stack Vm on P { L0 Small guest L1 }
				stack Same extends Vm { }
				""", "7:7 error cost-without-value: stack 'Vm' spends extra, to which cost table 'XGene' gives no value: "
				+ "add 'extra = … cycles …' there");
	}

	@Test
	public void aCostOfAMechanismIsSpentByStacksThatHaveIt() {
		assertStudy("""
				cost page : memory
				mechanism own for arm.v8_0 { implementation "org.trapline.mechanism.neve" deferred access costs page }
				stack Vm on Moonshot { L0 KvmNonVhe guest L1 }
				stack More extends Vm { mechanism own }
				""", "7:7 error cost-without-value: stack 'More' spends page, to which cost table 'XGene' gives no value: "
				+ "add 'page = … cycles …' there");
	}

	@Test
	public void aCostThatThePluginOfACpuTakesByItsName() {
		assertStudy("""
				costs Empty { }
				platform P { cpu arm.v8_0 clock 1 GHz costs Empty }
				""", "5:45 error cost-without-value: cpu 'arm.v8_0' takes the cost 'exception_entry' by its name, and cost table 'Empty' gives it no value: "
				+ "add 'exception_entry = … cycles …' there");
	}

	@Test
	public void twoCostsOfTheNameThatAPluginTakes() {
		checks.write("other.trapline", "namespace other\ncost exception_entry : transition = 4 cycles assumed \"x\"\n");
		checks.assertProblems("import \"other.trapline\"\n" + STUDY, "4:20 error ambiguous-name: cpu 'arm.v8_0' takes the cost 'exception_entry' by its name, and 2 costs of "
				+ "that name have a value: 'arm.exception_entry' of \"org.trapline.cpu.arm/arm\" and 'other.exception_entry' of other.trapline; "
				+ "give one of them another name, or take the value of one away");
	}

	@Test
	public void whatAPlatformDoesNotSeeIsNoneOfTheCostsThatAPluginTakes() {
		checks.assertProblems("""
				import "org.trapline.cpu.x86/skylake"
				cost vm_exit : transition = 5 cycles assumed "x"
				stack S on Skylake { L0 Kvm guest L1 }
				""");
	}

	@Test
	public void aCostsOwnValueIsEnough() {
		assertStudy("stack Nested on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 mechanism neve }");
	}

	// ------------------------------------------------------------------------------------------- hypervisors on CPUs

	@Test
	public void aHypervisorThatRunsWithAControlThatItsCpuDoesNotHave() {
		assertStudy("hypervisor H for arm.v8_0 { runs with E2H }", "4:39 error cpu-lacks: hypervisor 'H' runs with E2H, "
				+ "which cpu 'arm.v8_0' does not have: name a CPU that has it after 'for'");
	}

	@Test
	public void aHypervisorOnACpuThatIsTooOld() {
		assertStudy("stack S on Old { L0 KvmVhe guest L1 }",
				"4:7 error cpu-lacks: L0 (KvmVhe) needs a cpu arm.v8_1 or later, and platform 'Old' has arm.v8_0");
	}

	@Test
	public void aGuestHypervisorOnACpuWithoutNestedVirtualization() {
		assertStudy("stack S on Old { L0 KvmNonVhe L1 KvmNonVhe guest L2 }", "4:7 error cpu-lacks: L1 (KvmNonVhe) in a VM needs "
				+ "a cpu with nested virtualization (NV, NV1), and platform 'Old' has arm.v8_0");
	}

	@Test
	public void aMechanismOnACpuThatCannotTakeIt() {
		assertStudy("stack S on Old { L0 KvmNonVhe guest L1 mechanism neve }",
				"4:50 error mechanism-cpu: mechanism 'neve' needs a cpu arm.v8_3 or later, and platform 'Old' has arm.v8_0");
	}

	@Test
	public void aMechanismIsComplainedAboutWhereItIsAdded() {
		assertStudy("""
				stack S on Old { L0 KvmNonVhe guest L1 }
				stack T extends S { mechanism neve }
				stack U extends T { }
				""", "5:31 error mechanism-cpu: mechanism 'neve' needs a cpu arm.v8_3 or later, and platform 'Old' has arm.v8_0");
	}

	@Test
	public void anInheritedMechanismOnANewPlatformIsComplainedAboutAtTheStack() {
		assertStudy("""
				stack S on Moonshot { L0 KvmNonVhe guest L1 mechanism neve }
				stack T extends S on Old { }
				""", "5:7 error mechanism-cpu: mechanism 'neve' needs a cpu arm.v8_3 or later, and platform 'Old' has arm.v8_0");
	}

	// ------------------------------------------------------------------------------------------- platforms

	@Test
	public void aPlatformWithoutItsParts() {
		checks.assertProblems("platform p { }",
				"1:10 error incomplete: platform 'p' is not complete: add 'cpu CPU' and 'clock 2.4 GHz' and 'costs TABLE'");
	}

	@Test
	public void aPlatformMayHaveItsPartsInAnyOrder() {
		assertStudy("platform p { costs XGene cores 8 cpu arm.v8_3 clock 2400 MHz }");
	}

	@Test
	public void aClockThatStandsStill() {
		assertStudy("platform p { cpu arm.v8_3 clock 0 GHz costs XGene }", "4:33 error out-of-bounds: a clock runs faster than 0 GHz: give 0.001 kHz or more");
	}

	@Test
	public void aClockIsWithinWhatTheEngineCounts() {
		assertStudy("platform p { cpu arm.v8_3 clock 1000 GHz costs XGene }");
		assertStudy("platform p { cpu arm.v8_3 clock 1000.1 GHz costs XGene }", "4:33 error out-of-bounds: no clock runs at 1000.1 GHz: give 1000 GHz or less");
		assertStudy("platform p { cpu arm.v8_3 clock 0.001 kHz costs XGene }");
	}

	// ------------------------------------------------------------------------------------------- stacks

	@Test
	public void aStackWithoutItsParts() {
		checks.assertProblems("stack s { }",
				"1:7 error incomplete: stack 's' is not complete: add 'on PLATFORM' before the brace and 'L0 HYPERVISOR' and 'guest L1'");
	}

	@Test
	public void aStackWithoutAGuest() {
		assertStudy("stack s on Moonshot { L0 KvmNonVhe L1 KvmNonVhe }", "4:7 error incomplete: stack 's' is not complete: add 'guest L2'");
	}

	@Test
	public void aStackThatDoesNotStartAtL0() {
		assertStudy("stack s on Moonshot { L1 KvmNonVhe guest L2 }",
				"4:23 error levels: stack 's' has L1 where L0 belongs: levels count from L0 without a gap");
	}

	@Test
	public void aStackWhoseLevelsSkip() {
		assertStudy("stack s on Moonshot { L0 KvmNonVhe L2 KvmNonVhe guest L3 }",
				"4:36 error levels: stack 's' has L2 where L1 belongs: levels count from L0 without a gap");
	}

	@Test
	public void aLevelThatSkipsAfterInheritedOnes() {
		assertStudy("stack s on Moonshot { L0 KvmNonVhe guest L1 }\nstack t extends s { L2 KvmNonVhe guest L3 }",
				"5:21 error levels: stack 't' has L2 where L1 belongs: levels count from L0 without a gap");
	}

	@Test
	public void aStackWithALevelTwice() {
		assertStudy("stack s on Moonshot { L0 KvmNonVhe L0 KvmVhe guest L1 }", "4:36 error levels: stack 's' gives L0 twice: remove one");
	}

	@Test
	public void aGuestThatIsNotRightAboveTheLastHypervisor() {
		assertStudy("stack s on Moonshot { L0 KvmNonVhe guest L2 }", "4:42 error levels: the guest of stack 's' runs at L1, "
				+ "right above its last hypervisor, not at L2: write 'guest L1', or add the levels between");
	}

	@Test
	public void aLevelMoreWithoutAGuestAboveIt() {
		assertStudy("stack s on Moonshot { L0 KvmNonVhe guest L1 }\nstack t extends s { L1 KvmNonVhe }", "5:7 error levels: "
				+ "the guest of stack 't' runs at L2, right above its last hypervisor, not at L1: write 'guest L2', or add the levels between");
	}

	@Test
	public void aStackMayReplaceAnInheritedLevelAndAddOthers() {
		assertStudy("stack s on Moonshot { L0 KvmNonVhe guest L1 }\nstack t extends s { L0 KvmVhe L1 KvmNonVhe guest L2 }");
	}

	@Test
	public void aProblemOfAStackIsNotToldAgainForThoseThatExtendIt() {
		assertStudy("stack s on Moonshot { L1 KvmNonVhe guest L2 }\nstack t extends s { mechanism neve }",
				"4:23 error levels: stack 's' has L1 where L0 belongs: levels count from L0 without a gap");
	}

	// ------------------------------------------------------------------------------------------- experiments

	@Test
	public void whatAStackMayHaveFromAnUnknownOneIsNotMissing() {
		checks.assertProblems("stack S extends Nowhere { }\nstack T extends S { }", "1:17 error unknown-name: unknown stack 'Nowhere': nothing in this file or its imports defines it");
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
		assertSweep(58, "threads 1, 0", "0 is no number of threads: give a whole number from 1 to 999999999");
		assertSweep(64, "exception_entry 0, 2.5 cycles", "2.5 is no number of cycles: give a whole number from 0 to 999999999");
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
				""", "5:90 error reference: stack 's' stands for a configuration already: remove one");
	}
}
