// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.tests;

import org.junit.Rule;
import org.junit.Test;

/** What the plug-ins of CPUs and mechanisms need of a model to make them. */
public class PluginNeedsTest {

	private static final String ARM = """
			import "org.trapline.cpu.arm/x-gene"
			import "org.trapline.mechanism.neve/neve"
			""";

	@Rule
	public final Checks checks = new Checks();

	@Test
	public void aMechanismThatDoesNotSayWhatItsPluginNeeds() {
		checks.assertProblems(ARM + "mechanism m for arm.v8_0 { implementation \"org.trapline.mechanism.paravirt\" }",
				"3:11 error incomplete: mechanism 'm' does not say which CPU it prototypes: add 'emulates CPU'");
		checks.assertProblems(ARM + "mechanism m for arm.v8_0 { implementation \"org.trapline.mechanism.passthrough\" }",
				"3:11 error incomplete: mechanism 'm' does nothing: add 'hardware CONTROL', 'offers CONTROL' or treatments of registers");
	}

	@Test
	public void accessesThatBecomeLoadsWithoutACost() {
		checks.assertProblems(ARM + "mechanism m for arm.v8_3 { implementation \"org.trapline.mechanism.neve\" redirect { ELR_EL2 to ELR_EL1 } cached { HCR_EL2 } defer { VTTBR_EL2 } }",
				"3:105 error incomplete: accesses to these registers are deferred to memory, and the cost of a deferred access is missing: add 'deferred access costs COST' "
						+ "before the first list of registers");
		checks.assertProblems(ARM + "cpu own extends arm.v8_4 { defer when NV { HSTR_EL2 } }");
	}

	@Test
	public void aPrototypedCpuWhoseCostsHaveNoValue() {
		checks.assertProblems("""
				import "org.trapline.cpu.arm/x-gene"
				import "org.trapline.cpu.x86/x86"
				mechanism other for arm.v8_0 { implementation "org.trapline.mechanism.paravirt" emulates x86.vmx }
				hypervisor Tiny for x86.vmx { }
				stack S on Moonshot { L0 Tiny guest L1 mechanism other }
				""", "5:50 error cost-without-value: cpu 'x86.vmx' takes the cost 'vm_exit' by its name, and cost table 'XGene' gives it no value: add "
				+ "'vm_exit = … cycles …' there, and define it: 'cost vm_exit : transition'");
	}

	@Test
	public void aPluginThatNeedsMoreThreadsThanItsModelSays() {
		checks.assertProblems("""
				import "org.trapline.cpu.smt/haswell-smt"
				mechanism own for x86.haswell { implementation "org.trapline.cpu.smt" }
				platform P { cpu x86.haswell clock 1 GHz costs HaswellByParts }
				stack S on P { L0 KvmByParts L1 KvmByParts guest L2 mechanism own }
				""", "4:63 error threads: mechanism 'own' needs 2 hardware threads on a core, and platform 'P' has 1: write 'threads 2' there");
	}

	@Test
	public void sweptThreadsThatAreTooFewForAMechanism() {
		checks.assertProblems("""
				import "org.trapline.cpu.smt/haswell-smt"
				stack S on HaswellSmt { L0 KvmByParts L1 KvmByParts guest L2 mechanism svt.software }
				experiment E { stacks S workload cpuid measure traps sweep threads 2, 1 }
				experiment F { stacks S workload cpuid measure traps sweep threads from 2 to 4 }
				""", "3:54 error threads: stack 'S' cannot run with threads = 1: its mechanism 'svt.software' needs 2 hardware threads on a core; "
				+ "sweep from there on, or leave the stack out");
	}
}
