// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.tests;

import static org.junit.Assert.assertEquals;


import org.junit.Rule;
import org.junit.Test;

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
				+ "a fitted cost needs the cells that it was fitted to: add 'to REFERENCE(WORKLOAD, CONFIGURATION, METRIC)'");
	}

	@Test
	public void aCostFittedToCellsThatDoesNotSayItIsFitted() {
		assertStudy("cost c : switching = 5 cycles measured \"paper\" to neve.sosp17(hypercall, vm, cycles)",
				"4:31 error provenance: only a fitted cost has cells that it was fitted to: write 'fitted', or remove 'to …'");
	}

	@Test
	public void aCostWithoutASource() {
		checks.assertProblems("cost c : switching = 5 cycles measured", "1:31 error provenance: "
				+ "a cost needs a source: add the publication, computation or reason in quotes");
	}

	@Test
	public void aCostWithABlankSource() {
		checks.assertProblems("cost c : switching\ncosts t { c = 5 cycles assumed \" \" }", "2:24 error provenance: "
				+ "a cost needs a source: add the publication, computation or reason in quotes");
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

	@Test
	public void whatAStackMayHaveFromAnUnknownOneIsNotMissing() {
		checks.assertProblems("stack S extends Nowhere { }\nstack T extends S { }", "1:17 error unknown-name: unknown stack 'Nowhere': neither this file nor its imports define it");
	}
}
