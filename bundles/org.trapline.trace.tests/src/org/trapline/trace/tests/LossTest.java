// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.tests;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.junit.Test;
import org.trapline.trace.read.Clock;
import org.trapline.trace.read.TraceOptions;
import org.trapline.trace.summary.ExitKey;
import org.trapline.trace.summary.Loss;
import org.trapline.trace.summary.LossKind;
import org.trapline.trace.summary.TraceSummary;

/** What a trace lacks is counted, with its first line, and never guessed. */
public class LossTest {

	@Test
	public void lostEventsAreCountedAndWhatTheyCutIsLeftOut() {
		Lines lines = new Lines().handled("HLT").exit("CPUID").line("CPU:1 [LOST 42 EVENTS]").entry().handled("HLT");
		TraceSummary summary = Read.text(lines.toString());
		assertEquals(List.of(new Loss(LossKind.LOST_EVENTS, 42, 4), new Loss(LossKind.OPEN_EXIT, 1, 3)), summary.losses());
		assertEquals(2, summary.exitCount());
	}

	@Test
	public void lostEventsOfAnotherCpuCutNothing() {
		Lines lines = new Lines().exit("CPUID").line("CPU:7 [LOST 42 EVENTS]").entry();
		TraceSummary summary = Read.text(lines.toString());
		assertEquals(42, summary.lost(LossKind.LOST_EVENTS));
		assertEquals(1, Read.row(summary, "L1 CPUID").times().count());
	}

	@Test
	public void aVcpuThatCameFromTheCpuOfALossMayHaveLostEventsToo() {
		Lines lines = new Lines().cpu(7).exit("CPUID").line("CPU:7 [3 EVENTS DROPPED]").cpu(1).entry().handled("HLT");
		TraceSummary summary = Read.text(lines.toString());
		assertEquals(1, summary.lost(LossKind.OPEN_EXIT));
		assertEquals(1, summary.exitCount());
	}

	@Test
	public void perfsLostEventsAreCounted() {
		TraceSummary summary = Read.text("""
				vm 1 [001] 1.000001: kvm:kvm_exit: reason HLT rip 0x1 info 0 0
				perf 0 [001] 1.000002: PERF_RECORD_LOST lost 5
				vm 1 [001] 1.000003: kvm:kvm_entry: vcpu 0
				vm 1 [001] 1.000004: kvm:kvm_exit: reason HLT rip 0x1 info 0 0
				vm 1 [001] 1.000005: kvm:kvm_entry: vcpu 0
				""");
		assertEquals(List.of(new Loss(LossKind.LOST_EVENTS, 5, 2), new Loss(LossKind.OPEN_EXIT, 1, 1)), summary.losses());
	}

	@Test
	public void anOverrunBufferAndACutFileAreToldFromTheHead() {
		Lines lines = new Lines().line("# tracer: nop").line("# entries-in-buffer/entries-written: 10/25   #P:8").handled("HLT");
		TraceSummary summary = Read.text(lines.toString());
		assertEquals(15, summary.lost(LossKind.LOST_EVENTS));
		assertEquals(8, summary.lost(LossKind.MISSING_LINES));
		assertEquals(8, summary.machine().cpus());
	}

	@Test
	public void cutFirstAndLastLinesAreCounted() {
		String text = "00 error_code 0x00000000\n" + new Lines().handled("HLT") + " qemu-100 [001] d..1. 1.000009: kvm_exit: vcpu 0 reason EPT_VIO";
		assertEquals(List.of(new Loss(LossKind.CUT_FIRST_LINE, 1, 1), new Loss(LossKind.CUT_LAST_LINE, 1, 4)), Read.text(text).losses());
	}

	@Test
	public void aLastLineWithoutItsEndIsReadWhereItIsWhole() {
		TraceSummary summary = Read.text(new Lines().exit("HLT") + " qemu-100 [001] d..1. 1.000009: kvm_entry: vcpu 0");
		assertEquals(List.of(), summary.losses());
		assertEquals(1, summary.exitCount());
	}

	@Test
	public void theLastExitOfEachVcpuIsLeftOutWhereNothingShowsWhoHandledIt() {
		TraceSummary summary = Read.text(new Lines().handled("HLT").exit("CPUID").thread(200).exit("CPUID").toString());
		assertEquals(List.of(new Loss(LossKind.OPEN_EXIT, 2, 3)), summary.losses());
		assertEquals(1, summary.exitCount());
	}

	@Test
	public void aTraceThatBeginsInTheHostLosesNothing() {
		assertEquals(List.of(), Read.text(new Lines().entry().handled("HLT").toString()).losses());
	}

	@Test
	public void exitsWithoutEntriesAreCountedWithoutATime() {
		TraceSummary summary = Read.text(new Lines().exit("HLT").exit("CPUID").entry().entry().toString());
		assertEquals(List.of(new Loss(LossKind.EXIT_WITHOUT_ENTRY, 1, 1), new Loss(LossKind.ENTRY_WITHOUT_EXIT, 1, 4)), summary.losses());
		assertEquals(1, Read.row(summary, "L1 HLT").count());
		assertEquals(0, Read.row(summary, "L1 HLT").times().count());
		assertEquals(1, Read.row(summary, "L1 CPUID").times().count());
	}

	@Test
	public void timesOnTwoCpusAreComparedOnlyWithOneClock() {
		String text = new Lines().exit("HLT").cpu(2).entry().toString();
		TraceSummary local = Read.text(text);
		assertEquals(List.of(new Loss(LossKind.OTHER_CPU, 1, 1)), local.losses());
		assertEquals(0, local.exits().get(0).times().count());
		TraceSummary global = Read.text(text, TraceOptions.DEFAULT.withClock(Clock.GLOBAL));
		assertEquals(List.of(), global.losses());
		assertEquals(1000, global.exits().get(0).times().p50(), 0);
	}

	@Test
	public void timesThatGoBackAreCountedWhereThatIsAccepted() {
		Lines lines = new Lines().handled("HLT").exit("HLT").later(-100).entry().handled("HLT");
		TraceSummary summary = Read.text(lines.toString(), TraceOptions.DEFAULT.withBackwardClock());
		assertEquals(List.of(new Loss(LossKind.OPEN_EXIT, 1, 3), new Loss(LossKind.BACKWARD_CLOCK, 1, 4)), summary.losses());
		assertEquals(2, summary.exitCount());
	}

	@Test
	public void timesOfAnotherCpuMayBeBehind() {
		assertEquals(List.of(), Read.text(new Lines().handled("HLT").thread(200).cpu(2).later(-50).handled("HLT").toString()).losses());
	}

	@Test
	public void unknownEventFormatsAndLinesAreCounted() {
		Lines lines = new Lines().handled("HLT").event("kvm_exit: why HLT").line("something else").line("").line(" => vcpu_enter_guest").handled("HLT");
		assertEquals(List.of(new Loss(LossKind.UNREADABLE_LINE, 1, 4), new Loss(LossKind.UNREADABLE_EVENT, 1, 3)), Read.text(lines.toString()).losses());
	}

	@Test
	public void linesThatAreTooLongAreCounted() {
		Lines lines = new Lines().handled("HLT").line("x".repeat(300_000)).handled("HLT").line("x".repeat(70_000));
		TraceSummary summary = Read.text(lines.toString());
		assertEquals(List.of(new Loss(LossKind.LONG_LINE, 2, 3)), summary.losses());
		assertEquals(2, summary.exitCount());
		assertEquals(6, summary.source().lines());
	}

	@Test
	public void levelsThatLostEventsHideAreUnknown() {
		String nested = "2403c807d623f";
		Lines lines = new Lines().trap("ERET", 0x1a).nestedEret("EL1h", nested).enter().line("CPU:1 [LOST 1 EVENTS]").trap("DABT_LOW", 0x24).enter();
		TraceSummary summary = Read.text(lines.toString());
		assertEquals(1, summary.lost(LossKind.UNKNOWN_LEVEL));
		assertEquals(ExitKey.UNKNOWN, Read.row(summary, "L? DABT_LOW").key().handler());
		lines.trap("HVC64", 0x16).nestedException("EL1h", nested).enter();
		assertEquals(1, Read.row(Read.text(lines.toString()), "L2 DABT_LOW").count());
	}

	@Test
	public void moreKindsThanThereIsRoomForAreOneKind() {
		Lines lines = new Lines();
		for (int i = 0; i < 1000; i++) {
			lines.exit("MSR_WRITE").event("kvm_msr: msr_write " + Integer.toHexString(0x1000 + i) + " = 0x0").entry();
		}
		TraceSummary summary = Read.text(lines.toString());
		assertEquals(1000, summary.exitCount());
		assertEquals(1000 - 768, summary.lost(LossKind.MANY_KINDS));
		assertEquals(1000 - 768, Read.row(summary, "L1 other").count());
	}

	@Test
	public void moreThreadsThanThereIsRoomForAreCounted() {
		Lines lines = new Lines();
		for (int i = 0; i < 1100; i++) {
			lines.thread(1000 + i).handled("HLT");
		}
		TraceSummary summary = Read.text(lines.toString());
		assertEquals(1100 - 1024, summary.lost(LossKind.MANY_THREADS));
		assertEquals(1024, summary.machine().vcpus().size());
	}
}
