// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.tests;

import static org.junit.Assert.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.Test;
import org.trapline.trace.TraceReader;
import org.trapline.trace.read.Progress;
import org.trapline.trace.read.TraceOptions;
import org.trapline.trace.summary.LossKind;
import org.trapline.trace.summary.ReflectionRow;
import org.trapline.trace.summary.TraceSummary;

/** Levels rebuilt from the host's events. */
public class LevelsTest {

	/** A nested VM: second stage on, no TGE. */
	private static final String NESTED = "2403c807d623f";
	/** A VHE host's user space: TGE. */
	private static final String TGE = "24038087d623f";
	/** The kernel of a host without VHE: no second stage. */
	private static final String NO_STAGE2 = "2403c807d623e";

	@Test
	public void aReflectedExitIsOfTheNestedVmAndTheNextOnesOfItsHypervisor() {
		assertEquals(List.of("L2 DR_ACCESS DR6 read^", "L1 VMREAD", "L1 VMREAD"), Read.exits("""
				CPU 23/KVM-5046    [001] d....  3410.005610: kvm_exit: vcpu 23 reason DR_ACCESS info1 0x0000000000000216
				CPU 23/KVM-5046    [001] .....  3410.005610: kvm_nested_vmexit: vcpu 23 reason DR_ACCESS info1 0x0000000000000216
				CPU 23/KVM-5046    [001] .....  3410.005610: kvm_nested_vmexit_inject: reason: DR_ACCESS ext_inf1: 0x0000000000000216
				CPU 23/KVM-5046    [001] d....  3410.005610: kvm_entry: vcpu 23
				CPU 23/KVM-5046    [001] d....  3410.005611: kvm_exit: vcpu 23 reason VMREAD
				CPU 23/KVM-5046    [001] d....  3410.005611: kvm_entry: vcpu 23
				CPU 23/KVM-5046    [001] d....  3410.005612: kvm_exit: vcpu 23 reason VMREAD
				CPU 23/KVM-5046    [001] d....  3410.005612: kvm_entry: vcpu 23
				"""));
	}

	@Test
	public void anExitOfANestedVmThatIsNotInjectedIsTheHostsAlone() {
		assertEquals(List.of("L1 VMRESUME", "L2 EPT_VIOLATION read", "L2 CPUID^"),
				Read.exits(new Lines().enters("VMRESUME").exit("EPT_VIOLATION").mark("EPT_VIOLATION").entry().reflected("CPUID").toString()));
	}

	@Test
	public void exitsBeforeTheFirstEventOfNestingGetTheirLevelFromIt() {
		assertEquals(List.of("L1 HLT", "L1 CPUID", "L1 VMRESUME", "L2 CPUID^"),
				Read.exits(new Lines().handled("HLT").handled("CPUID").enters("VMRESUME").exit("CPUID").inject("CPUID").entry().toString()));
		assertEquals(List.of("L2 HLT", "L2 CPUID^", "L1 VMREAD"),
				Read.exits(new Lines().handled("HLT").exit("CPUID").inject("CPUID").entry().handled("VMREAD").toString()));
	}

	@Test
	public void withoutEventsOfNestingAllExitsAreOfTheFirstLevel() {
		assertEquals(List.of("L1 HLT", "L1 CPUID"), Read.exits(new Lines().handled("HLT").handled("CPUID").toString()));
	}

	@Test
	public void whereTheKernelHasNoEventForEnteringVmxInstructionsTellIt() {
		Lines lines = new Lines().reflected("CPUID").handled("VMREAD").handled("VMRESUME").exit("EPT_VIOLATION").mark("EPT_VIOLATION").entry();
		assertEquals(List.of("L2 CPUID^", "L1 VMREAD", "L1 VMRESUME", "L2 EPT_VIOLATION read"), Read.exits(lines.toString()));
		Lines unmarked = new Lines().handled("VMREAD").handled("VMLAUNCH").handled("EPT_VIOLATION").exit("CPUID").inject("CPUID").entry().handled("VMREAD");
		assertEquals(List.of("L1 VMREAD", "L1 VMLAUNCH", "L2 EPT_VIOLATION read", "L2 CPUID^", "L1 VMREAD"), Read.exits(unmarked.toString()));
	}

	@Test
	public void anEntryThatFailsDoesNotChangeTheLevel() {
		Lines marked = new Lines().reflected("CPUID").handled("VMRESUME").handled("VMREAD").reflected("CPUID");
		assertEquals(List.of("L2 CPUID^", "L1 VMRESUME", "L1 VMREAD", "L2 CPUID^"), Read.exits(marked.toString()));
		Lines withEvent = new Lines().enters("VMRESUME").exit("CPUID").inject("CPUID").entry().handled("VMRESUME").handled("VMREAD");
		assertEquals(List.of("L1 VMRESUME", "L2 CPUID^", "L1 VMRESUME", "L1 VMREAD"), Read.exits(withEvent.toString()));
	}

	@Test
	public void anEntryThatIsLeftAtOnceIsNoReflection() {
		Lines lines = new Lines().exit("vmrun")
				.event("kvm_nested_vmenter: rip: 0x1 vmcb: 0x7000 nested_rip: 0x0 int_ctl: 0x0 event_inj: 0x0 nested_npt=y nested_cr3: 0x2")
				.inject("interrupt").entry().handled("vmsave");
		assertEquals(List.of("L1 vmrun", "L1 vmsave"), Read.exits(lines.toString()));
	}

	@Test
	public void theOldNameOfTheEventForEnteringIsKnown() {
		Lines lines = new Lines().exit("vmrun").event("kvm_nested_vmrun: rip: 0x1 vmcb: 0x7000 nrip: 0x0 int_ctl: 0x0 event_inj: 0x0 npt: on").entry().handled("hlt");
		assertEquals(List.of("L1 vmrun", "L2 hlt"), Read.exits(lines.toString()));
	}

	@Test
	public void aPluginsFormatsOfNestedEventsAreKnown() {
		Lines lines = new Lines().event("kvm_exit: reason CPUID rip 0x1 info 0 0")
				.event("kvm_nested_vmexit: rip 1 reason CPUID info1 0 info2 0 int_info 0 int_info_err 0")
				.event("kvm_nested_vmexit_inject: reason CPUID info1 0 info2 0 int_info 0 int_info_err 0").entry().handled("VMREAD");
		assertEquals(List.of("L2 CPUID^", "L1 VMREAD"), Read.exits(lines.toString()));
	}

	@Test
	public void onArmTheModeChangesWithTheReturnAndTheException() {
		Lines lines = new Lines().trap("SYS64", 0x18).enter().trap("ERET", 0x1a).nestedEret("EL1h", NESTED).enter().trap("DABT_LOW", 0x24).enter()
				.trap("HVC64", 0x16).nestedException("EL1h", NESTED).enter().trap("SYS64", 0x18).enter();
		assertEquals(List.of("L1 SYS64", "L1 ERET", "L2 DABT_LOW", "L2 HVC64^", "L1 SYS64"), Read.exits(lines.toString()));
	}

	@Test
	public void onArmAGuestHypervisorsOwnPartsAreNoNestedVm() {
		Lines userSpace = new Lines().trap("ERET", 0x1a).nestedEret("EL0t", TGE).enter().trap("IABT_LOW", 0x20).nestedException("EL0t", TGE).enter();
		assertEquals(List.of("L1 ERET", "L1 IABT_LOW^"), Read.exits(userSpace.toString()));
		Lines kernel = new Lines().trap("HVC64", 0x16).nestedException("EL1h", NO_STAGE2).enter().trap("ERET", 0x1a).nestedEret("EL1h", NO_STAGE2).enter()
				.trap("WFx", 1).enter();
		assertEquals(List.of("L1 HVC64^", "L1 ERET", "L1 WFx"), Read.exits(kernel.toString()));
		Lines itself = new Lines().trap("ERET", 0x1a).nestedEret("EL2h", NESTED).enter().trap("SYS64", 0x18).enter();
		assertEquals(List.of("L1 ERET", "L1 SYS64"), Read.exits(itself.toString()));
	}

	@Test
	public void onArmAReflectedAccessHasTheRegisterOfItsSyndrome() {
		Lines lines = new Lines().trap("ERET", 0x1a).nestedEret("EL1h", NESTED).enter().trap("SYS64", 0x18)
				.event("kvm_inject_nested_exception: SYNC: esr_el2 0x62340400 elr_el2: 0x80000108 spsr_el2: 0x200003c5 (M: EL1h) hcr_el2: " + NESTED).enter();
		assertEquals(List.of("L1 ERET", "L2 SYS64 CPACR_EL1 write^"), Read.exits(lines.toString()));
	}

	@Test
	public void vcpusHaveTheirOwnLevels() {
		Lines lines = new Lines().enters("VMRESUME").thread(200).cpu(2).handled("HLT").thread(100).cpu(1).exit("CPUID").mark("CPUID")
				.thread(200).cpu(2).exit("MSR_WRITE").entry().thread(100).cpu(1).inject("CPUID").entry().thread(200).cpu(2).handled("HLT");
		TraceSummary summary = Read.text(lines.toString());
		assertEquals(1, Read.row(summary, "L2 CPUID^").count());
		assertEquals(2, Read.row(summary, "L1 HLT").count());
		assertEquals(1, Read.row(summary, "L1 MSR_WRITE write").count());
		assertEquals(5, Read.row(summary, "L2 CPUID^").times().max() / 1000, 0);
		assertEquals(List.of(), summary.losses());
	}

	@Test
	public void aLongStartWithoutNestingIsTakenForTheFirstLevelAndContradictionsAreCounted() {
		Lines lines = new Lines();
		for (int i = 0; i < 600; i++) {
			lines.trap("DABT_LOW", 0x24).enter();
		}
		TraceSummary plain = Read.text(lines.toString());
		assertEquals(600, Read.row(plain, "L1 DABT_LOW").count());
		assertEquals(List.of(), plain.losses());
		lines.trap("HVC64", 0x16).nestedException("EL1h", NESTED).enter();
		TraceSummary contradicted = Read.text(lines.toString());
		assertEquals(600, contradicted.lost(LossKind.LEVEL_CONTRADICTED));
		assertEquals(1, Read.row(contradicted, "L2 HVC64^").count());
	}

	@Test
	public void guestTimeIsOfTheLevelThatRan() {
		Lines lines = new Lines().enters("VMRESUME").later(10).reflected("CPUID").later(100).handled("VMREAD")
				.event("kvm_entry: vcpu 0, rip 0x1[immediate exit]").later(1000).handled("VMREAD");
		TraceSummary summary = Read.text(lines.toString());
		assertEquals(101_000, summary.levels().get(0).guest(), 0);
		assertEquals(11_000, summary.levels().get(1).guest(), 0);
		assertEquals(3000, summary.levels().get(1).host(), 0);
	}

	@Test
	public void whatAReflectedExitCostsItsHypervisorEndsWithTheEntry() {
		Lines lines = new Lines().enters("VMRESUME").reflected("CPUID").later(20).handled("VMREAD").later(30).enters("VMRESUME").handled("HLT");
		ReflectionRow row = Read.text(lines.toString()).reflections().get(0);
		assertEquals("L2 CPUID^", Read.label(row.key()));
		assertEquals(1, row.count());
		assertEquals(2, row.exits(), 0);
		assertEquals(3000 + 1000 + 2000, row.host(), 0);
		assertEquals(1000 + 20_000 + 1000 + 30_000, row.guest(), 0);
	}

	@Test
	public void theListenerHearsWhatTheEventsSay() throws Exception {
		Lines lines = new Lines().enters("VMRESUME").exit("EPT_VIOLATION").mark("EPT_VIOLATION").inject("EPT_MISCONFIG").event("kvm_inj_virq: IRQ 0xec").entry()
				.exit("IO_INSTRUCTION").event("kvm_userspace_exit: reason KVM_EXIT_IO (2)").entry();
		List<String> heard = new ArrayList<>();
		byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
		new TraceReader(TraceOptions.DEFAULT, Progress.NONE, exit -> heard.add(String.join(" ", Read.label(exit.key()), "line " + exit.line(), exit.time() + " ns",
				exit.hostTime() + " " + exit.guestTime(), "thread " + exit.thread() + " vcpu " + exit.vcpu() + " cpu " + exit.cpu(),
				exit.entersNested() ? "enters" : "", exit.injected(), exit.userSpace() ? "user" : "", exit.interruptsGuest() ? "interrupt" : "")))
				.read("x", new ByteArrayInputStream(bytes), -1);
		assertEquals(List.of("L1 VMRESUME line 1 1000000000 ns 2000 -1 thread 100 vcpu 0 cpu 1 enters   ",
				"L2 EPT_VIOLATION read^ line 4 1000003000 ns 4000 1000 thread 100 vcpu 0 cpu 1  EPT_MISCONFIG  interrupt",
				"L1 IO_INSTRUCTION write line 9 1000008000 ns 2000 1000 thread 100 vcpu 0 cpu 1   user "), heard);
	}
}
