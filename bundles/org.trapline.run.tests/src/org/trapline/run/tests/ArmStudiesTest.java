// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.result.ExperimentResult;
import org.trapline.result.Metric;
import org.trapline.result.ResultRow;

/** The shipped Arm studies beyond the hypercall: operations, FEAT_NV2, and prototypes on older hardware. */
public class ArmStudiesTest {

	@ClassRule
	public static final TemporaryFolder FOLDER = new TemporaryFolder();

	private static List<ResultRow> operations;
	private static List<ResultRow> others;
	private static List<ResultRow> adopted;
	private static List<ResultRow> prototypes;

	@BeforeClass
	public static void run() throws Exception {
		List<ExperimentResult> microbenchmarks = Installed.run(Shipped.copy("neve-sosp17", "microbenchmarks.trapline", FOLDER.getRoot().toPath())).experiments();
		operations = microbenchmarks.get(0).rows();
		others = microbenchmarks.get(1).rows();
		List<ExperimentResult> nv2 = Installed.run(Shipped.copy("neve-sosp17", "nv2.trapline", FOLDER.getRoot().toPath())).experiments();
		adopted = nv2.get(0).rows();
		prototypes = nv2.get(1).rows();
	}

	/** Traps of an operation on Nested, NestedVhe, NestedNeve and NestedNeveVhe. */
	private static List<Long> nestedTraps(List<ResultRow> rows, String workload) {
		return List.of("Nested", "NestedVhe", "NestedNeve", "NestedNeveVhe").stream()
				.map(stack -> Shipped.value(rows, stack, workload, Metric.TRAPS)).toList();
	}

	@Test
	public void deviceIoReadsTheFaultAddressInPlaceOfTheCallersVttbr() {
		// Recount from the authors' code, section 4.4: 127 and 82; with NEVE 15 to 17 and 13 to 15.
		assertEquals(List.of(127L, 82L, 17L, 15L), nestedTraps(operations, "device_io"));
	}

	@Test
	public void aVirtualIpiIsTheSendersExitItsKickAndTheReceiversExitWithALiveListRegister() {
		// Recount, section 4.4: 261 and 174; with NEVE 39 to 43 and 35 to 39.
		assertEquals(List.of(261L, 174L, 43L, 39L), nestedTraps(operations, "virtual_ipi"));
	}

	@Test
	public void aVmsIpiIsOneTrapOfTheSenderAndOneOfTheReceiver() {
		assertEquals(2, Shipped.value(operations, "Vm", "virtual_ipi", Metric.TRAPS));
	}

	@Test
	public void completingAVirtualInterruptNeverTraps() {
		assertEquals(List.of(0L, 0L, 0L, 0L), nestedTraps(operations, "virtual_eoi"));
		assertEquals(0, Shipped.value(operations, "Vm", "virtual_eoi", Metric.TRAPS));
	}

	@Test
	public void theVirtualTimerIsTheHardwaresWhileTheGuestRuns() {
		assertEquals(List.of(0L, 0L, 0L, 0L), nestedTraps(others, "program_timer"));
	}

	@Test
	public void aGuestHypervisorThatAskedForItIsToldOfAnIdleGuest() {
		assertTrue("forwarded as any exit", Shipped.value(others, "Nested", "idle", Metric.TRAPS) > 100);
	}

	@Test
	public void aWaitingTargetIsWokenAndItsGuestHypervisorOnlyEnters() {
		// The receiver does not run: no exit of it, and no exit path of its hypervisors.
		assertEquals("the sender's trap", 1, Shipped.value(others, "Vm", "virtual_ipi_to_waiting", Metric.TRAPS));
		assertEquals("sender 127 and its kick; the receiver's entry with a live list register and the exit that saves it later",
				127 + 1 + 60 + 6, Shipped.value(others, "Nested", "virtual_ipi_to_waiting", Metric.TRAPS));
	}

	@Test
	public void aGuestThatUsesFloatingPointTrapsOnceAndHasItsRegistersSwitchedOnTheNextExit() {
		assertEquals("the access and the hypercall", 2, Shipped.value(others, "Vm", "hypercall_with_fp", Metric.TRAPS));
		long plain = Shipped.value(operations, "Vm", "hypercall", Metric.CYCLES);
		long switched = 2 * (282 + 310);
		assertTrue("one switch to the VM's registers, and one back", Shipped.value(others, "Vm", "hypercall_with_fp", Metric.CYCLES) > plain + switched);
	}

	@Test
	public void thePhysicalTimerIsEmulatedByTheGuestsHypervisor() {
		assertEquals("two registers", 2, Shipped.value(others, "Vm", "program_physical_timer", Metric.TRAPS));
		assertEquals("each as a hypercall, without the read of VTTBR in the vector", 2 * 125, Shipped.value(others, "Nested", "program_physical_timer", Metric.TRAPS));
	}

	@Test
	public void anInterruptOfADeviceComesThroughTheGuestHypervisorWhoeverTheDeviceBelongsTo() throws Exception {
		List<ResultRow> devices = Installed.rows(Shipped.copy("virtual-passthrough", "arm.trapline", FOLDER.getRoot().toPath()));
		for (String stack : List.of("Nested", "Virtual", "Physical")) {
			assertEquals(stack, 123 + 10, Shipped.value(devices, stack, "device_interrupt", Metric.TRAPS));
		}
		assertEquals(1, Shipped.value(devices, "Virtual", "device_io", Metric.TRAPS));
		assertEquals(0, Shipped.value(devices, "Physical", "device_io", Metric.TRAPS));
	}

	@Test
	public void aGuestsOwnTlbInvalidationDoesNotTrap() {
		assertEquals(List.of(0L, 0L, 0L, 0L), nestedTraps(others, "tlb_invalidation"));
	}

	@Test
	public void featNv2WithGicV3IsTheDerivedEstimateOfTheReference() {
		// Section 5.3: 14 without VHE and 2 more if PMUSERENR traps; with VHE 5, and 2 CNTKCTL_EL12, 2 PMUSERENR, 4 CPACR.
		assertEquals(14 + 2, Shipped.value(adopted, "Nv2GicV3", "hypercall", Metric.TRAPS));
		assertEquals(5 + 2 + 2 + 4, Shipped.value(adopted, "Nv2GicV3Vhe", "hypercall", Metric.TRAPS));
	}

	@Test
	public void neveTreatsTheRegistersOfAGicV3AsThoseOfAGicV2() {
		assertEquals(17, Shipped.value(adopted, "NeveGicV3", "hypercall", Metric.TRAPS));
		assertEquals(15, Shipped.value(adopted, "NeveGicV3Vhe", "hypercall", Metric.TRAPS));
	}

	@Test
	public void onAGicV3AnInterruptIsSentByARegisterWithoutAFaultAddress() {
		// The sender's exit is that of a hypercall, and its kick; the receiver's reads ICH_ELRSR_EL2 besides, which is not in the page.
		assertEquals((16 + 1) + (16 + 1), Shipped.value(adopted, "Nv2GicV3", "virtual_ipi", Metric.TRAPS));
	}

	@Test
	public void withMemoryMappedGicFeatNv2TrapsOnItTwiceMore() {
		assertEquals(16 + 2, Shipped.value(adopted, "Nv2", "hypercall", Metric.TRAPS));
		assertEquals(13 + 2, Shipped.value(adopted, "Nv2Vhe", "hypercall", Metric.TRAPS));
	}

	@Test
	public void lazySwitchingOverFeatNv2LeavesTheExitAndTheReturn() {
		assertEquals(2, Shipped.value(adopted, "Modern", "hypercall", Metric.TRAPS));
	}

	@Test
	public void aPrototypeTakesTheTrapsOfTheArchitectureItStandsFor() {
		assertEquals(126, Shipped.value(prototypes, "NestedPrototype", "hypercall", Metric.TRAPS));
		assertEquals(Shipped.value(prototypes, "Neve", "hypercall", Metric.TRAPS), Shipped.value(prototypes, "NevePrototype", "hypercall", Metric.TRAPS));
		assertEquals(Shipped.value(prototypes, "Nv2", "hypercall", Metric.TRAPS), Shipped.value(prototypes, "Nv2Prototype", "hypercall", Metric.TRAPS));
	}

	@Test
	public void aPrototypeCostsWhatItsReplacedInstructionsCostMore() {
		long difference = Shipped.value(prototypes, "NestedPrototype", "hypercall", Metric.CYCLES) - Shipped.value(prototypes, "Nested", "hypercall", Metric.CYCLES);
		assertEquals("10 cycles for each HVC that stands for an instruction ARMv8.0 cannot trap", 0, difference % 10);
		assertTrue("not for those it traps itself: " + difference, difference > 0 && difference < 1260);
	}
}
