// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.tests;

import org.junit.Rule;
import org.junit.Test;

/** Unknown names and names that are there twice. */
public class NamesTest {

	private static final String NOTHING = "neither this file nor its imports define it";

	@Rule
	public final Checks checks = new Checks();

	// ------------------------------------------------------------------------------------------- unknown names

	@Test
	public void anUnknownRegister() {
		checks.assertProblems("""
				import "org.trapline.cpu.arm/arm"
				hypervisor H for arm.v8_0 { exit { step "odd" { read NOWHERE } } }
				""", "2:54 error unknown-name: unknown register or set 'NOWHERE': " + NOTHING);
	}

	@Test
	public void aRegisterWithASlipInItsNameIsAskedAfter() {
		checks.assertProblems("""
				import "org.trapline.cpu.arm/arm"
				hypervisor H for arm.v8_0 { exit { step "odd" { read HCR_EL } } }
				""", "2:54 error unknown-name: unknown register or set 'HCR_EL': did you mean 'HCR_EL2'?");
	}

	@Test
	public void aSetHasRegistersNotSets() {
		checks.assertProblems("""
				import "org.trapline.cpu.arm/arm"
				set whole { HCR_EL2 }
				set part { HSTR_EL2, whole, HCR_EL3 }
				""", "3:22 error unknown-name: unknown register 'whole': " + NOTHING,
				"3:29 error unknown-name: unknown register 'HCR_EL3': did you mean 'HCR_EL2'?");
	}

	@Test
	public void aNameOfOneLetterIsAskedAfterNobody() {
		checks.assertProblems("control A\noperation o : HVC costs c traps when B\ncost d : switching",
				"2:25 error unknown-name: unknown cost 'c': " + NOTHING, "2:38 error unknown-name: unknown control 'B': " + NOTHING);
	}

	@Test
	public void everyKindOfUnknownNameIsCalledByItsKind() {
		checks.assertProblems("""
				cpu own extends nobody_cpu { implementation "org.trapline.cpu.arm" controls nobody_control }
				registers group read costs nobody_cost write costs nobody_cost { R }
				hypervisor H for nobody_cpu { exit { step "x" { do nobody_operation } } }
				costs table extends nobody_table { nobody_cost = 1 cycles assumed "x" }
				platform P { cpu nobody_cpu clock 1 GHz costs nobody_table }
				stack S extends nobody_stack on nobody_platform { L0 nobody_hypervisor guest L1 mechanism nobody_mechanism }
				experiment E { stacks S, nobody_stack workload nobody_workload measure traps reference nobody_reference { S = vm } }
				""", "1:17 error unknown-name: unknown cpu 'nobody_cpu': " + NOTHING,
				"1:77 error unknown-name: unknown control 'nobody_control': " + NOTHING,
				"2:28 error unknown-name: unknown cost 'nobody_cost': " + NOTHING,
				"2:52 error unknown-name: unknown cost 'nobody_cost': " + NOTHING,
				"3:18 error unknown-name: unknown cpu 'nobody_cpu': " + NOTHING,
				"3:52 error unknown-name: unknown operation 'nobody_operation': " + NOTHING,
				"4:21 error unknown-name: unknown cost table 'nobody_table': " + NOTHING,
				"4:36 error unknown-name: unknown cost 'nobody_cost': " + NOTHING,
				"5:18 error unknown-name: unknown cpu 'nobody_cpu': " + NOTHING,
				"5:47 error unknown-name: unknown cost table 'nobody_table': " + NOTHING,
				"6:17 error unknown-name: unknown stack 'nobody_stack': " + NOTHING,
				"6:33 error unknown-name: unknown platform 'nobody_platform': " + NOTHING,
				"6:54 error unknown-name: unknown hypervisor 'nobody_hypervisor': " + NOTHING,
				"6:91 error unknown-name: unknown mechanism 'nobody_mechanism': " + NOTHING,
				"7:26 error unknown-name: unknown stack 'nobody_stack': " + NOTHING,
				"7:48 error unknown-name: unknown workload 'nobody_workload': " + NOTHING,
				"7:88 error unknown-name: unknown reference 'nobody_reference': " + NOTHING);
	}

	@Test
	public void aConfigurationIsKnownInsideItsReferenceOnly() {
		checks.assertProblems("""
				import "org.trapline.cpu.arm/x-gene"
				reference own { configuration here cell hypercall on here { } cell hypercall on vm { } }
				stack Vm on Moonshot { L0 KvmNonVhe guest L1 }
				experiment E { stacks Vm workload hypercall measure traps reference neve.sosp17 { Vm = here } }
				""", "2:81 error unknown-name: unknown configuration 'vm': " + NOTHING,
				"4:88 error unknown-name: unknown configuration 'here': " + NOTHING);
	}

	@Test
	public void anUnknownReferenceIsToldWithoutItsConfigurations() {
		checks.assertProblems("""
				import "org.trapline.cpu.arm/x-gene"
				stack Vm on Moonshot { L0 KvmNonVhe guest L1 }
				experiment E { stacks Vm workload hypercall measure traps reference neve.sosp18 { Vm = vm } }
				""", "3:69 error unknown-name: unknown reference 'neve.sosp18': did you mean 'neve.sosp17'?");
	}

	// ------------------------------------------------------------------------------------------- twice

	@Test
	public void twoElementsOfAKindWithOneName() {
		checks.assertProblems("control A\ncontrol B\ncontrol A",
				"3:9 error duplicate-name: there is already a control named 'A' in this file: give one of them another name");
	}

	@Test
	public void twoRegistersWithOneNameInTwoGroups() {
		checks.assertProblems("""
				cost c : switching
				registers one read costs c write costs c { R1 }
				registers two read costs c write costs c { R1 }
				""", "3:44 error duplicate-name: there is already a register named 'R1' in this file: give one of them another name");
	}

	@Test
	public void twoElementsOfDifferentKindsMayHaveOneName() {
		checks.assertProblems("cost same : switching\ncosts same { }\noperation same : HVC costs same\nworkload same { do same }");
	}

	@Test
	public void anElementMayHaveTheNameOfAnImportedOneAndIsMeant() {
		checks.assertProblems("""
				import "org.trapline.cpu.arm/x-gene"
				platform Moonshot { cpu arm.v8_0 clock 1 GHz costs XGene }
				stack Nested on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 }
				""", "3:7 error cpu-lacks: L1 (KvmNonVhe) in a VM needs a cpu with nested virtualization (NV, NV1), "
				+ "and platform 'Moonshot' has arm.v8_0");
	}

	@Test
	public void twoRoutinesOfAKind() {
		checks.assertProblems("""
				import "org.trapline.cpu.arm/arm"
				hypervisor H for arm.v8_0 { exit { } enter { } exit { } }
				""", "2:48 error duplicate-name: hypervisor 'H' has two routines for 'exit': remove one");
	}

	@Test
	public void twoHandlersOfAReason() {
		checks.assertProblems("""
				import "org.trapline.cpu.arm/arm"
				hypervisor H for arm.v8_0 { handle access, hypercall { } handle hypercall { } handle mmio, access { } }
				""", "2:58 error duplicate-name: hypervisor 'H' has two routines for 'hypercall': remove one",
				"2:79 error duplicate-name: hypervisor 'H' has two routines for 'access': remove one");
	}

	@Test
	public void twoConfigurationsForOneKindOfGuest() {
		checks.assertProblems("""
				import "org.trapline.cpu.arm/arm"
				hypervisor H for arm.v8_0 {
					configure guest { TAC }
					configure hypervisor { NV }
					configure hypervisor with E2H { NV }
					configure hypervisor with E2H { }
					configure guest { TDA }
				}
				""", "6:2 error duplicate-name: hypervisor 'H' has two times 'configure hypervisor with E2H': put them into one",
				"7:2 error duplicate-name: hypervisor 'H' has two times 'configure guest': put them into one");
	}

	@Test
	public void aStackOrWorkloadTwiceInAnExperiment() {
		checks.assertProblems("""
				import "org.trapline.cpu.arm/x-gene"
				stack Vm on Moonshot { L0 KvmNonVhe guest L1 }
				experiment E { stacks Vm, Vm workload hypercall, hypercall measure traps }
				""", "3:27 error duplicate-name: stack 'Vm' is in the experiment already: remove one",
				"3:50 error duplicate-name: workload 'hypercall' is in the experiment already: remove one");
	}

	@Test
	public void aRegisterTwiceInAListOfAMechanismIsDoubtful() {
		checks.assertProblems("""
				import "org.trapline.cpu.arm/arm"
				mechanism m for arm.v8_3 { implementation "org.trapline.mechanism.neve" deferred access costs exception_entry defer { HCR_EL2, HSTR_EL2, HCR_EL2 } }
				""", "2:138 warning duplicate-name: 'HCR_EL2' is already in this list: remove one");
	}

	// ------------------------------------------------------------------------------------------- extends

	@Test
	public void aCpuThatExtendsItself() {
		checks.assertProblems("cpu a extends b { }\ncpu b extends a { implementation \"org.trapline.cpu.arm\" }",
				"1:15 error extends-itself: cpu 'a' extends itself: remove one 'extends'",
				"2:15 error extends-itself: cpu 'b' extends itself: remove one 'extends'");
	}

	@Test
	public void aCostTableThatExtendsItself() {
		checks.assertProblems("costs a extends a { }", "1:17 error extends-itself: cost table 'a' extends itself: remove one 'extends'");
	}

	@Test
	public void aStackThatExtendsItself() {
		checks.assertProblems("stack a extends b { }\nstack b extends a { }",
				"1:17 error extends-itself: stack 'a' extends itself: remove one 'extends'",
				"2:17 error extends-itself: stack 'b' extends itself: remove one 'extends'");
	}

	// ------------------------------------------------------------------------------------------- namespaces

	private static final String BOTH = "import \"org.trapline.cpu.arm/x-gene\"\nimport \"org.trapline.cpu.x86/skylake\"\n";

	@Test
	public void aNameThatTwoImportedFilesDefine() {
		checks.assertProblems(BOTH + "stack S on Skylake { L0 Kvm guest L1 }\nexperiment E { stacks S workload hypercall measure traps }",
				"4:34 error ambiguous-name: 'hypercall' is more than one workload here: write arm.hypercall or x86.hypercall");
	}

	@Test
	public void aNamespaceSaysWhichIsMeant() {
		checks.assertProblems(BOTH + "stack S on Skylake { L0 Kvm guest L1 }\nexperiment E { stacks S workload x86.hypercall measure traps }");
	}

	@Test
	public void aNameThatIsClearNeedsNoNamespaceAndMayHaveOne() {
		checks.assertProblems(BOTH + "stack S on x86.Skylake { L0 x86.Kvm guest L1 }\nstack T on Moonshot { L0 KvmNonVhe guest L1 }");
	}

	@Test
	public void whatTheFileDefinesItselfIsMeant() {
		checks.assertProblems(BOTH + "operation wake_up : SEV costs vm_exit\nworkload w { do wake_up }");
	}

	@Test
	public void twoFilesWithoutNamespaces() {
		checks.write("one.trapline", "control SAME");
		checks.write("two.trapline", "control SAME");
		checks.assertProblems("import \"one.trapline\" import \"two.trapline\" import \"org.trapline.cpu.arm/arm\" cpu c extends arm.v8_0 { controls SAME }",
				"1:113 error ambiguous-name: 'SAME' is more than one control here: give one of them another name, or its file a namespace");
	}

	@Test
	public void aFileCanHaveANamespaceOfItsOwn() {
		checks.write("one.trapline", "namespace mine\ncontrol SAME");
		checks.write("two.trapline", "control SAME");
		checks.assertProblems("import \"one.trapline\" import \"two.trapline\" import \"org.trapline.cpu.arm/arm\" cpu c extends arm.v8_0 { controls mine.SAME }");
	}
}
