// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.Test;
import org.trapline.trace.read.Anchor;
import org.trapline.trace.read.TraceOptions;
import org.trapline.trace.summary.ExitRow;
import org.trapline.trace.summary.Isa;
import org.trapline.trace.summary.LevelRow;
import org.trapline.trace.summary.LossKind;
import org.trapline.trace.summary.Operation;
import org.trapline.trace.summary.ReflectionRow;
import org.trapline.trace.summary.TraceKind;
import org.trapline.trace.summary.TraceSummary;

/** Cuts of traces of real KVM, x86 SVM and Arm FEAT_NV2: each has the exits per operation that were found when it was recorded. */
public class RealTracesTest {

	private static final String SVM_L1 = "L1 vmsave, L1 vmload, L1 msr 0x1d9 read, L1 vmload, L1 vmrun";

	@Test
	public void anOperationOfAVmIsOneExit() {
		assertUsual("x86-svm-l1-vmcall.trace.txt", "L1 hypercall");
		assertUsual("x86-svm-l1-cpuid.trace.txt", "L1 cpuid");
		assertUsual("x86-svm-l1-outl_user.trace.txt", "L1 io write");
		assertUsual("x86-svm-l1-ioeventfd.trace.txt", "L1 npf write");
		assertUsual("x86-svm-l1-npf.trace.txt", "L1 npf write");
		assertUsual("arm-nv2-l1-hvc.trace.txt", "L1 HVC64");
		assertUsual("arm-nv2-l1-mmio_rd_user.trace.txt", "L1 DABT_LOW read");
	}

	@Test
	public void aKickThatIsAnsweredByAnInterruptIsFourExits() {
		assertUsual("x86-svm-l1-ioeventfd_rt_hlt.trace.txt", "L1 msr 0x80b write, L1 npf write, L1 hlt, L1 vintr");
	}

	@Test
	public void aHypercallOfANestedVmIsSixExitsOnSvm() {
		assertUsual("x86-svm-l2-vmcall.trace.txt", "L2 hypercall^, " + SVM_L1);
		assertUsual("x86-svm-l2-cpuid.trace.txt", "L2 cpuid^, " + SVM_L1);
		assertUsual("x86-svm-l2-ioeventfd.trace.txt", "L2 npf write^, " + SVM_L1);
	}

	@Test
	public void anExitToTheUserSpaceOfANestedVmIsSevenExitsOnSvm() {
		assertUsual("x86-svm-l2-outl_user.trace.txt", "L2 io write^, L1 vmsave, L1 vmload, L1 vmsave, L1 msr 0x1d9 read, L1 vmload, L1 vmrun");
	}

	@Test
	public void aFirstTouchInANestedVmIsEightExitsOnSvm() {
		assertUsual("x86-svm-l2-npf.trace.txt", "L2 npf write^, L1 vmsave, L1 vmload, L1 npf write, L1 msr 0x1d9 read, L1 vmload, L1 vmrun, L2 npf write");
	}

	@Test
	public void aKickOfANestedVmThatIsAnsweredByAnInterruptIsTwentyFiveExits() {
		TraceOptions fromKick = TraceOptions.DEFAULT.withAnchor(Anchor.parse("npf"));
		assertEquals("L2 npf write^, L1 vmsave, L1 vmload, L1 vmsave, L1 msr 0x1d9 read, L1 vmload, L1 vmrun, L2 hlt^, " + SVM_L1 + ", L2 vintr^, " + SVM_L1
				+ ", L2 msr write^, " + SVM_L1, Read.usual(Read.real("x86-svm-l2-ioeventfd_rt_hlt.trace.txt", fromKick)));
		assertEquals(25, Read.real("x86-svm-l2-ioeventfd_rt_hlt.trace.txt").operation().orElseThrow().usual().exits().size());
	}

	@Test
	public void aHypercallOfANestedVmIsSixExitsOnArm() {
		String usual = "L2 HVC64^, L1 SYS64 MDSCR_EL1 read, L1 SYS64 MDSCR_EL1 write, L1 SYS64 ICH_MISR_EL2 read, L1 SYS64 MDSCR_EL1 write, L1 ERET";
		assertUsual("arm-nv2-l2-hvc-vhe.trace.txt", usual);
		assertUsual("arm-nv2-l2-hvc-vhe-allevents.trace.txt", usual);
	}

	@Test
	public void anMmioReadThatUserSpaceCompletesIsTwentyFiveExitsOnArm() {
		Operation operation = Read.real("arm-nv2-l2-mmio_rd_user-vhe.trace.txt").operation().orElseThrow();
		assertEquals(25, operation.usual().exits().size());
		assertEquals("L2 DABT_LOW read^", Read.label(operation.anchor()));
		assertEquals("L1 SYS64 CNTV_CVAL_EL02 write", Read.label(operation.usual().exits().get(13)));
	}

	@Test
	public void theEmulatorsLogHasTheTwoTrapsThatLeaveNoEvent() {
		assertUsual("arm-nv2-l2-hvc-vhe-hwtraps.txt", "L2 HVC64^, L1 SYS64 MDSCR_EL1 read, L1 SYS64 CPACR_EL1 write, L1 SYS64 MDSCR_EL1 write,"
				+ " L1 SYS64 ICH_MISR_EL2 read, L1 SYS64 CPACR_EL1 write, L1 SYS64 MDSCR_EL1 write, L1 ERET");
	}

	@Test
	public void kindAndArchitectureAreFoundByContent() {
		assertEquals(TraceKind.FTRACE, Read.real("x86-svm-l2-npf.trace.txt").kind());
		assertEquals(Isa.X86_SVM, Read.real("x86-svm-l2-npf.trace.txt").machine().isa());
		assertEquals(TraceKind.QEMU_INT, Read.real("arm-nv2-l2-hvc-vhe-hwtraps.txt").kind());
		assertEquals(Isa.ARM64, Read.real("arm-nv2-l2-hvc-vhe.trace.txt").machine().isa());
	}

	@Test
	public void ticksAreSetApart() {
		Operation operation = Read.real("x86-svm-l2-outl_user.trace.txt").operation().orElseThrow();
		assertEquals(1, operation.setApart());
		assertEquals(57, operation.operations());
		assertEquals(1, operation.usual().share(), 0);
		assertEquals(7, operation.exits().mean(), 0);
	}

	@Test
	public void operationsHaveAMeanWithItsInterval() {
		Operation operation = Read.real("x86-svm-l2-vmcall.trace.txt").operation().orElseThrow();
		assertEquals(65, operation.duration().count());
		assertEquals(operation.usual().mean(), operation.duration().mean(), 1);
		assertEquals(0.95, operation.duration().confidence(), 0);
		assertTrue(operation.duration().halfWidth() > 0 && operation.duration().halfWidth() < operation.duration().mean() / 100);
		assertTrue(operation.times().min() <= operation.times().p50() && operation.times().p50() <= operation.times().max());
	}

	@Test
	public void exitsAreCountedByLevelReasonAndRegister() {
		TraceSummary summary = Read.real("x86-svm-l2-npf.trace.txt");
		ExitRow reflected = Read.row(summary, "L2 npf write^");
		ExitRow filled = Read.row(summary, "L2 npf write");
		assertEquals(1, reflected.key().handler());
		assertEquals(0, filled.key().handler());
		assertTrue(Math.abs(reflected.count() - filled.count()) <= 1);
		assertEquals((double) reflected.count() / summary.exitCount(), reflected.share(), 1e-12);
		assertEquals(reflected.count() / summary.span().seconds(), reflected.rate(), 1e-6);
		assertEquals(reflected.count(), reflected.times().count());
		assertTrue(reflected.times().min() <= reflected.times().p50() && reflected.times().p50() <= reflected.times().p99()
				&& reflected.times().p99() <= reflected.times().max());
		assertEquals(1, summary.exits().stream().mapToDouble(ExitRow::share).sum(), 1e-9);
	}

	@Test
	public void exitsToUserSpaceAreCounted() {
		ExitRow row = Read.row(Read.real("x86-svm-l1-outl_user.trace.txt"), "L1 io write");
		assertEquals(row.count(), row.userSpace());
		assertEquals(0, Read.row(Read.real("x86-svm-l1-vmcall.trace.txt"), "L1 hypercall").userSpace());
	}

	@Test
	public void reflectedExitsHaveTheGuestHypervisorsExitsAndTimes() {
		TraceSummary summary = Read.real("x86-svm-l2-cpuid.trace.txt");
		ReflectionRow row = summary.reflections().get(0);
		assertEquals("L2 cpuid^", Read.label(row.key()));
		assertEquals(5, row.exits(), 0.1);
		double operation = summary.operation().orElseThrow().duration().mean();
		assertTrue(row.host() > row.guest() && row.host() + row.guest() < operation * 1.01 && row.host() + row.guest() > operation * 0.9);
	}

	@Test
	public void levelsHaveSumsOfExitsAndTimes() {
		TraceSummary summary = Read.real("x86-svm-l2-cpuid.trace.txt");
		LevelRow nested = summary.levels().get(1);
		assertEquals(2, nested.level());
		assertEquals(nested.exits(), nested.reflected());
		double seconds = summary.levels().stream().mapToDouble(row -> row.host() + row.guest()).sum() / 1e9;
		assertEquals(summary.span().seconds(), seconds, summary.span().seconds() / 100);
	}

	@Test
	public void whatACutTraceLacksIsCounted() {
		TraceSummary summary = Read.real("x86-svm-l2-cpuid.trace.txt");
		assertEquals(44571 - summary.source().events(), summary.lost(LossKind.MISSING_LINES));
		assertEquals(0, summary.lost(LossKind.LOST_EVENTS));
		assertEquals(0, summary.lost(LossKind.UNREADABLE_EVENT) + summary.lost(LossKind.UNREADABLE_LINE));
	}

	@Test
	public void anAnchorCanBeNamedWithItsLevel() {
		TraceSummary summary = Read.real("x86-svm-l2-cpuid.trace.txt", TraceOptions.DEFAULT.withAnchor(new Anchor("VMRUN", "", OptionalInt.of(1))));
		assertEquals("L1 vmrun, L2 cpuid^, L1 vmsave, L1 vmload, L1 msr 0x1d9 read, L1 vmload", Read.usual(summary));
	}

	@Test
	public void theDigestIsOfTheBytesAsStored() throws Exception {
		byte[] packed = Read.packed("x86-svm-l2-cpuid.trace.txt");
		String expected = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(packed));
		TraceSummary summary = Read.bytes(packed, TraceOptions.DEFAULT.withDigest());
		assertEquals(Optional.of(expected), summary.source().sha256());
		assertEquals(packed.length, summary.source().bytes());
		assertEquals(Optional.empty(), Read.bytes(packed, TraceOptions.DEFAULT).source().sha256());
	}

	private static void assertUsual(String name, String sequence) {
		assertEquals(name, sequence, Read.usual(Read.real(name)));
	}
}
