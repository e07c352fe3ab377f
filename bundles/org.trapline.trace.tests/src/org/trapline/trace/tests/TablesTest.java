// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;

import org.junit.Test;
import org.trapline.trace.summary.BenchmarkRow;
import org.trapline.trace.summary.Counter;
import org.trapline.trace.summary.Direction;
import org.trapline.trace.summary.ExitKey;
import org.trapline.trace.summary.ExitRow;
import org.trapline.trace.summary.Isa;
import org.trapline.trace.summary.Loss;
import org.trapline.trace.summary.LossKind;
import org.trapline.trace.summary.TimeMeaning;
import org.trapline.trace.summary.TraceKind;
import org.trapline.trace.summary.TraceSummary;

/** Tables that tools and benchmarks print. */
public class TablesTest {

	private static final String X86 = """

			Analyze events for all VMs, all VCPUs:

			             VM-EXIT    Samples  Samples%     Time%    Min Time    Max Time         Avg time

			           MSR_WRITE        520    60.05%     0.07%      0.74us     16.92us      2.62us ( +-   2.66% )
			                 HLT        179    20.67%    99.82%     64.53us  17159.69us  10123.40us ( +-   4.68% )

			Total Samples:866, Total events handled time:1815367.45us.

			""";

	@Test
	public void perfsTableOfX86HasTimesInTheHost() {
		TraceSummary summary = Read.text(X86);
		assertEquals(TraceKind.PERF_KVM_STAT, summary.kind());
		assertEquals(Isa.X86_VMX, summary.machine().isa());
		assertEquals(TimeMeaning.HANDLING, summary.meaning());
		ExitRow row = summary.exits().get(0);
		assertEquals(new ExitKey(ExitKey.UNKNOWN, ExitKey.UNKNOWN, "MSR_WRITE", "", Direction.WRITE), row.key());
		assertEquals(520, row.count());
		assertEquals(740, row.times().min(), 1e-9);
		assertEquals(2620, row.times().mean(), 1e-9);
		assertEquals(16_920, row.times().max(), 1e-9);
		assertTrue(Double.isNaN(row.times().p50()));
		assertEquals("all VMs, all VCPUs", summary.machine().facts().get("events of"));
	}

	@Test
	public void rowsThatATotalHasMoreAreCounted() {
		assertEquals(List.of(new Loss(LossKind.TOTAL_DIFFERS, 866 - 520 - 179, 9)), Read.text(X86).losses());
	}

	@Test
	public void perfsTableOfArmHasTimesInTheGuest() {
		TraceSummary summary = Read.text("""
				             VM-EXIT    Samples  Samples%     Time%    Min Time    Max Time         Avg time
				            DABT_LOW     661867    98.91%    40.45%      2.19us   3364.65us      6.24us ( +-   0.34% )
				                 IRQ       4598     0.69%    57.44%      2.89us   3397.59us   1276.27us ( +-   1.61% )
				""");
		assertEquals(Isa.ARM64, summary.machine().isa());
		assertEquals(TimeMeaning.GUEST_BEFORE_EXIT, summary.meaning());
		assertEquals(0, summary.levels().get(0).host(), 0);
	}

	@Test
	public void perfsTablesOfSvmHaveTheKernelsNames() {
		TraceSummary summary = Read.text("""
				             VM-EXIT    Samples  Samples%     Time%    Min Time    Max Time         Avg time
				                 npf     661867    98.91%    40.45%      2.19us   3364.65us      6.24us ( +-   0.34% )
				             PF excp       4598     0.69%    57.44%      2.89us   3397.59us   1276.27us
				Lost events: 12
				""");
		assertEquals(Isa.X86_SVM, summary.machine().isa());
		assertEquals(List.of("L? npf", "L? PF excp"), summary.exits().stream().map(row -> row.key().label()).toList());
		assertEquals(12, summary.lost(LossKind.LOST_EVENTS));
	}

	@Test
	public void rowsThatMailHasWrappedAreOneRow() {
		String wrapped = X86.replace("99.82%     64.53us", "99.82%\n64.53us");
		assertEquals(Read.text(X86).exits(), Read.text(wrapped).exits());
	}

	@Test
	public void perfsTablesOfMmioAndPortsHaveTheAddressAsRegister() {
		TraceSummary mmio = Read.text("""
				         MMIO Access    Samples  Samples%     Time%         Avg time
				        0xfee00380:W     387     84.31%    79.28%      8.29us     12.00us      9.00us ( +-   3.32% )
				""".replace("Time%         Avg", "Time%    Min Time    Max Time         Avg"));
		assertEquals(new ExitKey(ExitKey.UNKNOWN, ExitKey.UNKNOWN, "MMIO", "0xfee00380", Direction.WRITE), mmio.exits().get(0).key());
		TraceSummary port = Read.text("""
				      IO Port Access    Samples  Samples%     Time%    Min Time    Max Time         Avg time
				            0x3f8:PIN     387     84.31%    79.28%      8.29us     12.00us      9.00us ( +-   3.32% )
				""");
		assertEquals(new ExitKey(ExitKey.UNKNOWN, ExitKey.UNKNOWN, "IO", "0x3f8", Direction.READ), port.exits().get(0).key());
	}

	@Test
	public void perfsCountersHaveSeparatorsOfAnyLocale() {
		TraceSummary summary = Read.text("""
				 Performance counter stats for 'system wide':

				         1,234,567      kvm:kvm_exit
				             1.234      kvm:kvm_msr                      ( +-  1.20% )
				   <not supported>      kvm:kvm_fpu

				      10.001234567 seconds time elapsed
				""");
		assertEquals(TraceKind.PERF_STAT, summary.kind());
		assertEquals(List.of(new Counter("kvm_exit", 1_234_567), new Counter("kvm_msr", 1234), new Counter("kvm_fpu", -1)), summary.counters());
		assertEquals("10.001234567", summary.machine().facts().get("seconds elapsed"));
	}

	@Test
	public void vmexitPrintsCyclesPerOperation() {
		TraceSummary summary = Read.text("""
				enabling apic
				smp: waiting for 0 APs
				cpuid 1228
				mov_from_cr8 (skipped)
				ipi+halt 9001
				  ipi self_ipi_sti_nop 1234
				virtio-serial pci-mem 9000
				""");
		assertEquals(TraceKind.VMEXIT, summary.kind());
		assertEquals(List.of("cpuid", "mov_from_cr8", "ipi+halt", "ipi self_ipi_sti_nop", "virtio-serial pci-mem"),
				summary.benchmarks().stream().map(BenchmarkRow::name).toList());
		assertEquals(new BenchmarkRow("cpuid", 1228, "cycles", Double.NaN, false), summary.benchmarks().get(0));
		assertTrue(summary.benchmarks().get(1).skipped());
	}

	@Test
	public void microBenchPrintsNanosecondsPerOperation() {
		TraceSummary summary = Read.text("""
				Timer Frequency 62500000 Hz (Output in nanoseconds)

				name                                    total ns                         avg ns
				--------------------------------------------------------------------------------------------
				hvc                                   230128784.0                           3511.5
				""");
		assertEquals(TraceKind.MICRO_BENCH, summary.kind());
		assertEquals(Isa.ARM64, summary.machine().isa());
		assertEquals(List.of(new BenchmarkRow("hvc", 3511.5, "ns", 230_128_784, false)), summary.benchmarks());
		assertEquals("62500000 Hz", summary.machine().facts().get("timer frequency"));
	}
}
