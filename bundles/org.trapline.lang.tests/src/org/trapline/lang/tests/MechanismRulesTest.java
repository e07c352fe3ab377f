// SPDX-License-Identifier: EPL-2.0
package org.trapline.lang.tests;

import org.junit.Rule;
import org.junit.Test;

/** What registers, mechanisms and devices need to be where they are. */
public class MechanismRulesTest {

	private static final String HEAD = """
			import "org.trapline.cpu.arm/x-gene"
			import "org.trapline.mechanism.neve/neve"
			control MAGIC
			mechanism first for arm.v8_0 { implementation "org.trapline.mechanism.passthrough" offers MAGIC }
			""";

	private static final String VIRTUAL = """
			mechanism virtual for arm.v8_0 { implementation "org.trapline.mechanism.passthrough" hardware MAGIC migration does device_io 4 per round and 8 at end }
			""";

	@Rule
	public final Checks checks = new Checks();

	private void assertProblems(String text, String... expected) {
		checks.assertProblems(HEAD + text, expected);
	}

	@Test
	public void aMechanismWithoutTheOneThatItNeeds() {
		assertProblems("""
				mechanism second for arm.v8_0 { implementation "org.trapline.mechanism.passthrough" hardware MAGIC needs first }
				stack S on Moonshot { L0 KvmNonVhe guest L1 mechanism second }
				""", "6:55 error mechanism-needs: mechanism 'second' needs 'first': add it after 'mechanism'");
	}

	@Test
	public void aMechanismOnACpuWithoutWhatItNeeds() {
		assertProblems("""
				mechanism second for arm.v8_0 { implementation "org.trapline.mechanism.passthrough" hardware MAGIC needs cpu GICV3 }
				stack S on Moonshot { L0 KvmNonVhe guest L1 mechanism second }
				""", "6:55 error mechanism-cpu: mechanism 'second' needs a cpu with GICV3, and platform 'Moonshot' has arm.v8_3");
	}

	@Test
	public void twoMechanismsThatExcludeEachOther() {
		assertProblems("""
				mechanism second for arm.v8_0 { implementation "org.trapline.mechanism.passthrough" hardware MAGIC }
				mechanism third for arm.v8_0 { implementation "org.trapline.mechanism.passthrough" hardware MAGIC excludes second }
				stack S on Moonshot { L0 KvmNonVhe guest L1 mechanism second, third }
				""", "7:63 error mechanism-excludes: mechanism 'third' does not go together with 'second': remove one of them");
	}

	@Test
	public void aLevelThatDoesNotPassAMechanismOn() {
		assertProblems("stack S on Moonshot { L0 KvmNonVhe without neve L1 KvmNonVhe guest L2 mechanism neve }",
				"5:44 warning not-passed-on: L0 does not pass 'neve' on: no level above L0 has it; remove 'without neve' if that is not intended");
	}

	@Test
	public void aLevelWithoutAMechanismThatIsNotInUse() {
		assertProblems("stack S on Moonshot { L0 KvmNonVhe without neve L1 KvmNonVhe guest L2 }", "5:44 error not-passed-on: stack 'S' does not "
				+ "use 'neve', so that 'without' has no effect; remove it here, or add it after 'mechanism'");
	}

	@Test
	public void aHypervisorThatDoesNotKnowWhatItIsOffered() {
		assertProblems("""
				hypervisor Magician extends KvmNonVhe { configure guest { TAC when not cpu has MAGIC } }
				stack S on Moonshot { L0 Magician L1 KvmVhe guest L2 mechanism first }
				""", "6:35 warning not-passed-on: L1 (KvmVhe) does not use what mechanism 'first' offers (MAGIC): no level above L1 has it; choose a hypervisor that asks 'cpu has MAGIC'");
	}

	@Test
	public void whoIsAboveAHypervisorThatDoesNotKnowIsNotToldAgain() {
		assertProblems("stack S on Moonshot { L0 KvmNonVhe L1 KvmVhe guest L2 mechanism first }",
				"5:23 warning not-passed-on: L0 (KvmNonVhe) does not use what mechanism 'first' offers (MAGIC): no level above L0 has it; choose a hypervisor that asks 'cpu has MAGIC'");
	}

	@Test
	public void operationsThatSignalEachOther() {
		assertProblems("""
				operation ping : HVC costs exception_entry traps always signals pong after ipi_delivery
				operation pong : HVC costs exception_entry traps always signals ping after ipi_delivery
				""", "5:65 error extends-itself: operation 'ping' signals itself: vCPUs would signal each other for ever; remove one 'signals'",
				"6:65 error extends-itself: operation 'pong' signals itself: vCPUs would signal each other for ever; remove one 'signals'");
	}

	@Test
	public void aPhysicalDeviceThatNobodyHas() {
		assertProblems("""
				mechanism physical for arm.v8_0 { implementation "org.trapline.mechanism.passthrough" hardware ASSIGNED_DEVICE migration impossible }
				stack S on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 mechanism physical assign nic to L1 }
				""", "6:68 error device: mechanism 'physical' gives a physical device to L2, and no device is assigned to it: add 'assign nic to L2'");
	}

	@Test
	public void aDeviceThatNothingPutsWhereItIsAssigned() {
		checks.assertProblems("""
				import "org.trapline.cpu.x86/skylake"
				import "org.trapline.mechanism.passthrough/passthrough-x86"
				stack S on Skylake { L0 Kvm L1 Kvm guest L2 assign nic to L2 }
				""", "3:52 warning device: no mechanism gives 'nic' to L2: add 'mechanism passthrough.physical', or add 'mechanism passthrough.virtual'");
	}

	@Test
	public void aDeviceThatNothingInSightCouldPutWhereItIsAssigned() {
		assertProblems("stack S on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 mechanism neve assign nic to L2 }", "5:80 warning device: no mechanism gives 'nic' to L2: import mechanisms for device assignment, \"org.trapline.mechanism.passthrough/passthrough-arm\", and add one of them");
	}

	@Test
	public void aDeviceThatIsAssignedToAHypervisor() {
		assertProblems("stack S on Moonshot { L0 KvmNonVhe L1 KvmNonVhe guest L2 assign nic to L1 }", "5:72 warning device: no mechanism gives 'nic' to L1: mechanisms give devices to the guest on top, which is at L2; write 'L2', or remove it");
	}

	@Test
	public void aDeviceThatAnInheritedMechanismPutsWhereItIsAssigned() {
		assertProblems("""
				mechanism physical for arm.v8_0 { implementation "org.trapline.mechanism.passthrough" hardware ASSIGNED_DEVICE migration impossible }
				mechanism virtual for arm.v8_0 { implementation "org.trapline.mechanism.passthrough" offers MAGIC migration does device_io 4 per round and 8 at end }
				hypervisor Magician extends KvmNonVhe { configure guest { TAC when not cpu has MAGIC } }
				stack S on Moonshot { L0 Magician guest L1 mechanism virtual }
				stack T extends S { assign nic to L1 }
				stack U on Moonshot { L0 KvmNonVhe guest L1 mechanism physical assign nic to L1 }
				""");
	}

	@Test
	public void aMachineWithoutADeviceThatCouldBeAssigned() {
		assertProblems("""
				mechanism physical for arm.v8_0 { implementation "org.trapline.mechanism.passthrough" hardware ASSIGNED_DEVICE migration impossible }
				platform P { cpu arm.v8_3 clock 1 GHz costs XGene }
				stack S on P { L0 KvmNonVhe guest L1 mechanism physical }
				""", "7:48 error device: mechanism 'physical' gives a physical device to L1, and no device is assigned to it: give the platform a device, "
				+ "'device nic : network', and write 'assign nic to L1' here");
	}

	@Test
	public void aDeviceThatAnInheritedAssignmentHasAlready() {
		assertProblems(VIRTUAL + """
				platform P { cpu arm.v8_3 clock 1 GHz costs XGene device nic : network }
				stack S on P { L0 KvmNonVhe L1 KvmNonVhe guest L2 mechanism virtual assign nic to L1 }
				stack T extends S { assign nic to L2 }
				""", "8:28 error device: device 'nic' is assigned to L1 and L2, and it can be assigned to 1 virtual machine at a time: remove one, "
				+ "or give the device more functions ('functions 2')");
	}

	@Test
	public void aRegisterThatTheCpuLacks() {
		assertProblems("""
				hypervisor H for arm.v8_0 {
					configure guest { TAC }
					exit { step "save" { read SCTLR_EL1, TCR_EL12 } }
				}
				""", "7:39 error cpu-lacks: cpu 'arm.v8_0', which hypervisor 'H' is for, lacks TCR_EL12: it needs E2H, so add "
				+ "'when cpu has E2H' to the step");
	}

	@Test
	public void aStepThatAsksForWhatItsRegisterNeeds() {
		assertProblems("""
				hypervisor H for arm.v8_0 {
					configure guest { TAC }
					exit { step "save" when cpu has E2H { read TCR_EL12 } }
				}
				""");
	}

	@Test
	public void aRegisterThatTheMachineOfAStackLacks() {
		assertProblems("""
				cpu own extends arm.v8_3 { lacks GICV2 }
				platform P { cpu own clock 1 GHz cores 1 costs XGene }
				stack S on P { L0 KvmNonVhe guest L1 }
				""", "7:7 error cpu-lacks: L0 (KvmNonVhe) accesses GICH_VMCR in its step \"save GIC\", and the cpu that it sees has no GICV2");
	}

	@Test
	public void aLevelThatHidesWhatTheNextOneNeeds() {
		assertProblems("""
				hypervisor Closed extends KvmNonVhe for arm.v8_3 { hides NV, NV1 }
				stack S on Moonshot { L0 Closed L1 KvmNonVhe L2 KvmNonVhe guest L3 }
				""", "6:7 error cpu-lacks: L2 (KvmNonVhe) in a VM needs a cpu with nested virtualization (NV, NV1), and its levels below L1 hide "
				+ "that from L1 (KvmNonVhe)");
	}

	@Test
	public void aHypervisorThatRunsNoHypervisors() {
		checks.assertProblems("""
				import "org.trapline.cpu.x86/skylake"
				import "org.trapline.cpu.x86/xen-4-10"
				stack S on Skylake { L0 Xen L1 Kvm guest L2 }
				""", "3:7 error no-handler: L0 (Xen) cannot run L1 (Kvm): it has no handler for enter_guest, by which that enters its guest; "
				+ "take a hypervisor with nested virtualization at L0, as KvmShadowing, Kvm, Kvm410");
	}

	@Test
	public void redirectionsInACircle() {
		assertProblems("mechanism m for arm.v8_3 { implementation \"org.trapline.mechanism.neve\" redirect { ELR_EL2 to ELR_EL1, ELR_EL1 to ELR_EL2 } }",
				"5:95 error contradiction: accesses would be redirected in a circle: ELR_EL2 to ELR_EL1 to ELR_EL2; remove one of these redirections",
				"5:115 error contradiction: accesses would be redirected in a circle: ELR_EL1 to ELR_EL2 to ELR_EL1; remove one of these redirections");
	}

	@Test
	public void twoRegistersAtOnePlaceOfThePage() {
		assertProblems("cpu own extends arm.v8_3 { deferred access costs deferred_access defer when NV { HCR_EL2 at 0x78, HSTR_EL2 at 0x078 } }",
				"5:111 error contradiction: offset 0x078 is that of 'HCR_EL2' already");
	}

	@Test
	public void twoNamesOfARegisterShareItsPlace() {
		assertProblems("cpu own extends arm.v8_3 { deferred access costs deferred_access defer when NV { TCR_EL1 at 0x120, TCR_EL12 at 0x120 } }");
	}

	@Test
	public void anExitCodeThatTheArchitectureDoesNotHave() {
		assertProblems("""
				operation odd : ODD exit 0x3F costs exception_entry traps always
				hypervisor H for arm.v8_0 { configure guest { TAC } handle odd { } }
				""", "6:60 error unknown-exit: operation 'odd' exits with code 0x3F, which org.trapline.cpu.arm does not know: correct the number "
				+ "after 'exit' where the operation is defined");
	}

	@Test
	public void tooManyLevels() {
		StringBuilder levels = new StringBuilder();
		for (int level = 0; level < 17; level++) {
			levels.append("L").append(level).append(" KvmNonVhe ");
		}
		assertProblems("stack S on Moonshot { " + levels + "guest L17 }",
				"5:7 error levels: stack 'S' has 17 hypervisors; the maximum is 16: take fewer levels");
	}

	@Test
	public void oneDeviceAssignedToTwoVirtualMachines() {
		assertProblems(VIRTUAL + """
				platform P { cpu arm.v8_3 clock 1 GHz costs XGene device nic : network }
				stack S on P { L0 KvmNonVhe L1 KvmNonVhe guest L2 mechanism virtual assign nic to L1 assign nic to L2 }
				""", "7:93 error device: device 'nic' is assigned to L1 and L2, and it can be assigned to 1 virtual machine at a time: remove one, "
				+ "or give the device more functions ('functions 2')");
	}

	@Test
	public void aDeviceWithTwoFunctionsAssignedToTwoVirtualMachines() {
		assertProblems(VIRTUAL + """
				platform P { cpu arm.v8_3 clock 1 GHz costs XGene device nic : network functions 2 }
				stack S on P { L0 KvmNonVhe L1 KvmNonVhe guest L2 mechanism virtual assign nic to L1 assign nic to L2 }
				""");
	}

	@Test
	public void aDeviceOfAnotherMachineAndALevelThatIsNotThere() {
		assertProblems("""
				platform P { cpu arm.v8_3 clock 1 GHz costs XGene device nic : network }
				stack S on Moonshot { L0 KvmNonVhe guest L1 assign disk to L1 }
				stack T on P { L0 KvmNonVhe guest L1 assign nic to L2 }
				""", "6:52 error unknown-name: unknown device 'disk': neither this file nor its imports define it",
				"7:52 error device: stack 'T' has no virtual machine at L2: it has L1");
	}

	@Test
	public void aVcpuThatIsPinnedTwoTimes() {
		assertProblems("stack S on Moonshot { L0 KvmNonVhe guest L1 pin L1 vcpu 0 to core 0 pin L1 vcpu 0 to core 1 }",
				"5:81 error threads: vCPU 0 of L1 is pinned to core 0, thread 0 already: remove one of both");
	}

	@Test
	public void aThreadThatAnInheritedPinHasAlready() {
		assertProblems("""
				stack S on Moonshot { L0 KvmNonVhe guest L1 pin L1 vcpu 0 to core 0 }
				stack T extends S { pin L1 vcpu 1 to core 0 }
				""", "6:21 error threads: core 0, thread 0 is given to vCPU 0 of L1 already: take another core, or a platform with more threads ('threads 2')");
	}

	@Test
	public void aThreadOfSeveralThatIsGivenTwice() {
		assertProblems("""
				platform P { cpu arm.v8_3 clock 1 GHz threads 2 costs XGene }
				stack S on P { L0 KvmNonVhe guest L1 pin L1 vcpu 0 to core 0 thread 1 pin L1 vcpu 1 to core 0 thread 1 }
				""", "6:102 error threads: core 0, thread 1 is given to vCPU 0 of L1 already: take another thread of it, 0 to 1, or another core");
	}

	@Test
	public void aMachineWithoutCores() {
		assertProblems("platform P { cpu arm.v8_3 clock 1 GHz cores 0 threads 0 costs XGene device nic : network functions 0 }",
				"5:45 error out-of-bounds: platform 'P' has at least one core: write 'cores 1'",
				"5:55 error out-of-bounds: a core of platform 'P' has at least one hardware thread: write 'threads 1'",
				"5:100 error out-of-bounds: device 'nic' has at least one function: write 'functions 1'");
	}

	@Test
	public void aMechanismThatIsNamedTwice() {
		assertProblems("stack S on Moonshot { L0 KvmNonVhe guest L1 mechanism neve, neve }",
				"5:61 error duplicate-name: mechanism 'neve' is in the stack already: remove one");
	}

	@Test
	public void aSiblingThatAnInheritedPinHasAndAMechanismTakes() {
		assertProblems("""
				mechanism beside for arm.v8_0 { implementation "org.trapline.cpu.smt" needs threads 2 takes sibling waits by mwait }
				siblings of_two { mwait 0 % assumed "it sleeps" }
				platform P { cpu arm.v8_3 clock 1 GHz threads 2 siblings of_two costs XGene }
				stack S on P { L0 KvmNonVhe L1 KvmNonVhe guest L2 pin L2 vcpu 0 to core 0 pin L2 vcpu 1 to core 0 thread 1 }
				stack T extends S { mechanism beside }
				""", "9:7 error threads: the sibling of vCPU 0 of L2 on core 0 is taken by mechanism 'beside': it cannot be given to vCPU 1 of L2 too; "
				+ "pin that to another core");
	}

	@Test
	public void moreRoundsThanEndInTime() {
		assertProblems("migration m { level L1 memory 1 GB dirty 2 GB/s link 10 Gb/s downtime 300 ms rounds 2000000000 }",
				"5:85 error out-of-bounds: 'rounds 2000000000' is more than 10000, the maximum: a migration that has not ended by then does not converge");
	}

	@Test
	public void aMigrationThatLacksSomething() {
		assertProblems("migration m { level L1 memory 1 GB dirty 10 MB/s }",
				"5:11 error incomplete: migration 'm' is not complete: add 'link 10 Gb/s' and 'downtime 300 ms' and 'rounds 30'");
	}

	@Test
	public void aMetricThatNoWorkloadHas() {
		assertProblems("""
				stack S on Moonshot { L0 KvmNonVhe guest L1 }
				experiment E { stacks S workload hypercall measure cycles, downtime }
				""", "6:60 error measure: no workload of the experiment has downtime: they have traps, cycles, time, "
				+ "part-guest, part-guest-switch, part-host, part-host-state, part-hypervisor, part-hypervisor-switch, part-transform, speedup, overhead, exits");
	}

	@Test
	public void aStackThatCannotMove() {
		assertProblems("""
				mechanism fixed for arm.v8_0 { implementation "org.trapline.mechanism.passthrough" hardware ASSIGNED_DEVICE migration impossible }
				stack S on Moonshot { L0 KvmNonVhe guest L1 mechanism fixed assign nic to L1 }
				migration m { level L1 memory 1 GB dirty 10 MB/s link 10 Gb/s downtime 300 ms rounds 30 }
				experiment E { stacks S workload m measure downtime }
				""", "8:34 error migration: stack 'S' cannot migrate: with 'fixed' the state of its device is in the hardware, where no hypervisor "
				+ "can save it; take a mechanism of \"org.trapline.mechanism.passthrough/passthrough-arm\", or leave the stack out");
	}

	@Test
	public void aStackThatCannotMoveWhereAMechanismInSightCouldMove() {
		checks.assertProblems("""
				import "org.trapline.cpu.x86/skylake"
				import "org.trapline.mechanism.passthrough/passthrough-x86"
				stack S on Skylake { L0 Kvm L1 Kvm guest L2 mechanism passthrough.physical assign nic to L2 }
				migration m { level L1 memory 1 GB dirty 10 MB/s link 10 Gb/s downtime 300 ms rounds 30 }
				experiment E { stacks S workload m measure downtime }
				""", "5:34 error migration: stack 'S' cannot migrate: with 'passthrough.physical' the state of its device is in the hardware, where no hypervisor "
				+ "can save it; take passthrough.virtual, or leave the stack out");
	}
}
