// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.tests;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.junit.Test;
import org.trapline.trace.read.TraceOptions;
import org.trapline.trace.summary.Isa;
import org.trapline.trace.summary.LossKind;
import org.trapline.trace.summary.TraceKind;
import org.trapline.trace.summary.TraceSummary;
import org.trapline.trace.summary.VcpuThread;

/** Every generation of the kernel's format strings, and every tool's line around them. */
public class FormatsTest {

	private static final String ENTRY = "vm-1 [001] d... 1.000009: kvm_entry: vcpu 0\n";

	@Test
	public void kernelsNameTheVcpuOrNot() {
		assertEquals(List.of("L1 HLT"), exits("reason HLT rip 0x40359f info 0 0"));
		assertEquals(List.of("L1 HLT"), exits("vcpu 3 reason HLT rip 0x5a1b20 info 0 0"));
	}

	@Test
	public void kernelsPrintInformationInFourWays() {
		assertEquals(List.of("L1 EPT_VIOLATION write"), exits("            reason EPT_VIOLATION rip 0x40359f info 582 0"));
		assertEquals(List.of("L1 EPT_VIOLATION read"), exits("vcpu 0 reason EPT_VIOLATION rip 0x1 info1 0x0000000000000181 info2 0x0000000080000301"
				+ " intr_info 0x00000000 error_code 0x00000000"));
		assertEquals(List.of("L1 EPT_VIOLATION read"), exits("vcpu 0 reason EPT_VIOLATION rip 0x1 info1 0x0000000000000181 info2 0x0000000080000301"
				+ " intr_info 0x00000000 error_code 0x00000000 requests 0x0000000000000000"));
		assertEquals(List.of("L1 DR_ACCESS DR6 read"), exits("vcpu 23 reason DR_ACCESS info1 0x0000000000000216"));
	}

	@Test
	public void entriesHaveFourFormats() {
		for (String entry : List.of("vcpu 0", "vcpu 0, rip 0x1", "vcpu 0 rip 0x1", "vcpu 0, rip 0x1[immediate exit]",
				"vcpu 0, rip 0x1 intr_info 0x00000000 error_code 0x00000000[immediate exit]")) {
			TraceSummary summary = Read.text("vm-1 [001] d... 1.000001: kvm_exit: reason HLT rip 0x1 info 0 0\nvm-1 [001] d... 1.000009: kvm_entry: " + entry + "\n");
			assertEquals(entry, 8000, summary.exits().get(0).times().mean(), 0);
			assertEquals(entry, List.of(), summary.losses());
		}
	}

	@Test
	public void aFailedEntryIsNoPartOfTheReason() {
		assertEquals(List.of("L1 INVALID_STATE"), exits("vcpu 0 reason INVALID_STATE FAILED_VMENTRY rip 0x1 info1 0x0 info2 0x0 intr_info 0x0 error_code 0x0"));
	}

	@Test
	public void namesOfSvmsExceptionsHoldABlank() {
		assertEquals(List.of("L1 PF excp"), exits("vcpu 0 reason PF excp rip 0x1 info1 0x2 info2 0x0 intr_info 0x0 error_code 0x0"));
	}

	@Test
	public void pluginsSpellingsBecomeTheKernels() {
		assertEquals(List.of("L1 npf write"), exits("reason EXIT_NPF rip 0x1 info 100000006 d0001000"));
		assertEquals(List.of("L1 hypercall"), exits("reason EXIT_VMMCALL rip 0x1 info 0 0"));
		assertEquals(List.of("L1 io read"), exits("reason EXIT_IOIO rip 0x1 info 6000041 0"));
		assertEquals(List.of("L1 interrupt"), exits("reason EXIT_INTR rip 0x1 info 0 0"));
		assertEquals(List.of("L1 write_cr4 CR4 write"), exits("reason EXIT_WRITE_CR4 rip 0x1 info 0 0"));
		assertEquals(List.of("L1 read_rt"), exits("reason EXIT_TR_READ rip 0x1 info 0 0"));
		assertEquals(List.of("L1 CPUID"), exits("reason EXIT_REASON_CPUID rip 0x1 info 0 0"));
		assertEquals(List.of("L1 INTERRUPT_WINDOW"), exits("reason PENDING_INTERRUPT rip 0x1 info 0 0"));
	}

	@Test
	public void numbersGetTheNameOfTheirArchitecture() {
		String vmx = "vm-1 [001] d... 1.000001: kvm_exit: reason HLT rip 0x1 info 0 0\n" + ENTRY;
		assertEquals(List.of("L1 HLT", "L1 TDCALL"), Read.exits(vmx + line("vcpu 0 reason 0x4d rip 0x1 info1 0x0")));
		assertEquals(List.of("L1 HLT", "L1 GETSEC"), Read.exits(vmx + line("reason UNKNOWN (11) rip 0x1 info 0 0")));
		String svm = "vm-1 [001] d... 1.000001: kvm_exit: reason hlt rip 0x1 info 0 0\n" + ENTRY;
		assertEquals(List.of("L1 hlt", "L1 GP excp"), Read.exits(svm + line("reason UNKNOWN (77) rip 0x1 info 0 0")));
		assertEquals(List.of("L1 hlt", "L1 0x9000"), Read.exits(svm + line("vcpu 0 reason 0x9000 rip 0x1 info1 0x0")));
	}

	@Test
	public void accessesToControlAndDebugRegistersAreInTheQualification() {
		assertEquals(List.of("L1 CR_ACCESS CR4 write"), exits("vcpu 0 reason CR_ACCESS rip 0x1 info1 0x0000000000000004 info2 0x0"));
		assertEquals(List.of("L1 CR_ACCESS CR3 read"), exits("vcpu 0 reason CR_ACCESS rip 0x1 info1 0x0000000000000013 info2 0x0"));
		assertEquals(List.of("L1 DR_ACCESS DR7 write"), exits("vcpu 0 reason DR_ACCESS rip 0x1 info1 0x0000000000000007 info2 0x0"));
		assertEquals(List.of("L1 IO_INSTRUCTION read"), exits("vcpu 0 reason IO_INSTRUCTION rip 0x1 info1 0x0000000000600048 info2 0x0"));
	}

	@Test
	public void accessesToMsrsAreInTheEventBehind() {
		String exit = "vm-1 [001] d... 1.000001: kvm_exit: vcpu 0 reason MSR_WRITE rip 0x1 info1 0x0 info2 0x0\n";
		assertEquals(List.of("L1 MSR_WRITE 0x6e0 write"), Read.exits(exit + "vm-1 [001] ..... 1.000002: kvm_msr: msr_write 6e0 = 0x3704ce94ad\n" + ENTRY));
		assertEquals(List.of("L1 MSR_WRITE 0x6e0 write"), Read.exits(exit + "vm-1 [001] ..... 1.000002: kvm_msr: msr_write 6e0 = 0x0 (#GP)\n" + ENTRY));
		assertEquals(List.of("L1 MSR_WRITE write"), Read.exits(exit + ENTRY));
	}

	@Test
	public void armsExitsHaveTypeAndClass() {
		assertEquals(List.of("L1 DABT_LOW"), arm("TRAP: HSR_EC: 0x0024 (DABT_LOW), PC: 0xffff800010a3c0f0"));
		assertEquals(List.of("L1 IRQ"), arm("IRQ: HSR_EC: 0x0000 (UNKNOWN), PC: 0xffff800010a3c0f0"));
		assertEquals(List.of("L1 ERET"), arm("TRAP: HSR_EC: 0x001a (0x1a), PC: 0xffff800010a3c0f0"));
	}

	@Test
	public void armsSystemRegistersHaveNamesFromThreeEvents() {
		String exit = "vm-1 [000] ...1. 1.000001: kvm_exit: TRAP: HSR_EC: 0x0018 (SYS64), PC: 0xffff8000800ddcd0\n";
		String entry = "vm-1 [000] d..1. 1.000005: kvm_entry: PC: 0xffff8000800ddcd0\n";
		assertEquals(List.of("L1 SYS64 ICH_MISR_EL2 read"),
				Read.exits(exit + "vm-1 [000] ..... 1.000002: kvm_sys_access: PC: ffff8000800ddcd0 SYS_ICH_MISR_EL2 (3,4,12,11,2) read\n" + entry));
		assertEquals(List.of("L1 SYS64 ICH_MISR_EL2 read"), Read.exits(exit + "vm-1 [000] ..... 1.000002: kvm_handle_sys_reg: HSR 0x62353017\n" + entry));
		assertEquals(List.of("L1 SYS64 ICH_MISR_EL2 write"),
				Read.exits(exit + "vm-1 [000] ..... 1.000002: kvm_forward_sysreg_trap: ffff8000800ddcd0 W (3,4,12,11,2)\n" + entry));
		assertEquals(List.of("L1 SYS64 S3_6_C15_C2_7 write"),
				Read.exits(exit + "vm-1 [000] ..... 1.000002: kvm_forward_sysreg_trap: ffff8000800ddcd0 W (3,6,15,2,7)\n" + entry));
	}

	@Test
	public void threadsMayHaveBlanksSlashesAndDashesInTheirNames() {
		TraceSummary summary = Read.text("""
				CPU 23/KVM-5046    [001] d....  3410.005610: kvm_exit: vcpu 23 reason DR_ACCESS info1 0x0000000000000216
				CPU 23/KVM-5046    [001] d....  3410.005611: kvm_entry: vcpu 23
				fc_vcpu 7-2779478 [077] .... 1820822.383989: kvm_exit: reason EPT_VIOLATION rip 0x5a1b20 info 384 0
				kvm-vcpu-2-114 [003] .... 11.656764: kvm_exit: reason HLT rip 0x5a1b20 info 0 0
				<...>-9 ( 4711) [004] .... 11.656764: kvm_exit: reason HLT rip 0x5a1b20 info 0 0
				""");
		assertEquals(List.of(new VcpuThread(5046, "CPU 23/KVM", 23, 1), new VcpuThread(2779478, "fc_vcpu 7", 7, 1), new VcpuThread(114, "kvm-vcpu-2", 2, 1),
				new VcpuThread(9, "<...>", -1, 1)), summary.machine().vcpus());
	}

	@Test
	public void traceCmdsReportLacksFlags() {
		TraceSummary summary = Read.text("""
				version = 7
				cpus=4
				dirty_log_test-29003 [001] 184503.384329: kvm_exit:             reason EPT_VIOLATION rip 0x40359f info 582 0
				dirty_log_test-29003 [001] 184503.384331: kvm_entry:            vcpu 0
				""");
		assertEquals(TraceKind.TRACE_CMD, summary.kind());
		assertEquals(4, summary.machine().cpus());
		assertEquals(1, summary.exitCount());
	}

	@Test
	public void perfsLinesNameTheSystem() {
		TraceSummary summary = Read.text("""
				# os release : 6.1.0
				# nrcpus online : 96
				[001]   770.850307:                       kvm:kvm_exit: vcpu 0 reason TRIPLE_FAULT rip 0x100146 info1 0x0000000000000000 info2 0x0
				[001]   770.850309:                       kvm:kvm_entry: vcpu 0, rip 0x1
				<...> 206966 .N.. [017] 15504452.408994: kvm:kvm_exit: reason EXTERNAL_INTERRUPT rip 0xffffffff81c01f58 info 0 800000fd
				CPU 3/KVM  77/206967 [018] 15504452.408994:  1 kvm:kvm_exit: reason HLT rip 0xffffffff81c01f58 info 0 0
				2023-05-11 19:07:44.567891 CPU 4/KVM 206968 .N.. [019] 15504452.408994: kvm:kvm_exit: reason HLT rip 0xffffffff81c01f58 info 0 0
				""");
		assertEquals(TraceKind.PERF_SCRIPT, summary.kind());
		assertEquals(Isa.X86_VMX, summary.machine().isa());
		assertEquals("6.1.0", summary.machine().facts().get("os release"));
		assertEquals(96, summary.machine().cpus());
		assertEquals(List.of(new VcpuThread(-1, "", 0, 1), new VcpuThread(206966, "<...>", -1, 1), new VcpuThread(206967, "CPU 3/KVM", 3, 1),
				new VcpuThread(206968, "CPU 4/KVM", 4, 1)), summary.machine().vcpus());
		assertEquals(1, summary.lost(LossKind.NO_THREAD));
	}

	@Test
	public void timesAreMicrosecondsOrNanosecondsOrTicks() {
		assertEquals(2, times("1.000000001", "1.000000003", TraceOptions.DEFAULT).exits().get(0).times().p50(), 0);
		assertEquals(1, times("1.000000001", "1.000000003", TraceOptions.DEFAULT).machine().resolution(), 0);
		assertEquals(7000, times("1.000001", "1.000008", TraceOptions.DEFAULT).exits().get(0).times().p50(), 0);
		assertEquals(1000, times("1.000001", "1.000008", TraceOptions.DEFAULT).machine().resolution(), 0);
		assertEquals(500, times("123456789000", "123456790000", TraceOptions.DEFAULT.withTicksPerSecond(2e9)).exits().get(0).times().mean(), 1);
	}

	@Test
	public void linesOfWindowsEndWithTwoCharacters() {
		assertEquals(List.of("L1 HLT"), Read.exits("vm-1 [001] d... 1.000001: kvm_exit: reason HLT\r\nvm-1 [001] d... 1.000002: kvm_entry: vcpu 0\r\n"));
	}

	@Test
	public void eventsOfOtherSystemsArePassedOver() {
		TraceSummary summary = Read.text("vm-1 [001] d... 1.000001: sched_switch: prev_comm=a\n" + line("reason HLT rip 0x1 info 0 0"));
		assertEquals(3, summary.source().events());
		assertEquals(2, summary.source().kvm());
	}

	private static TraceSummary times(String exit, String entry, TraceOptions options) {
		return Read.text("vm-1 [001] d... " + exit + ": kvm_exit: reason HLT rip 0x1 info 0 0\nvm-1 [001] d... " + entry + ": kvm_entry: vcpu 0\n", options);
	}

	private static List<String> exits(String body) {
		return Read.exits(line(body));
	}

	private static String line(String body) {
		return "vm-1 [001] d... 1.000009: kvm_exit: " + body + "\nvm-1 [001] d... 1.000010: kvm_entry: vcpu 0, rip 0x1\n";
	}

	private static List<String> arm(String body) {
		return Read.exits("vm-999 [003] d... 12.000001: kvm_exit: " + body + "\nvm-999 [003] d... 12.000002: kvm_entry: PC: 0xffff800010a3c0f0\n");
	}
}
