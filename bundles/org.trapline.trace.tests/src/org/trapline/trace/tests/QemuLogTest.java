// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.tests;

import static org.junit.Assert.assertEquals;

import java.util.List;

import org.junit.Test;
import org.trapline.trace.summary.LossKind;
import org.trapline.trace.summary.Span;
import org.trapline.trace.summary.TraceSummary;

/** QEMU's log of exceptions of an Arm machine. */
public class QemuLogTest {

	private static final String HVC = "0x16/0x5a000000";
	private static final String ERET = "0x1a/0x6a000000";
	private static final String MDSCR_READ = "0x18/0x62240085";
	private static final String VECTOR = "0xffff8000800e0400";
	private static final String L1 = "0xffff8000800d5d90";
	private static final String L2 = "0x80000108";

	@Test
	public void theReturnTellsWhoHandledTheExit() {
		String log = exit(HVC, L2, VECTOR) + exit(MDSCR_READ, L1, "0xffff8000800d5d94") + exit(ERET, L1, L2) + exit(HVC, L2, L2);
		assertEquals(List.of("L2 HVC64^", "L1 SYS64 MDSCR_EL1 read", "L1 ERET", "L2 HVC64"), Read.exits(log));
	}

	@Test
	public void exceptionsBelowEl2AreNoExits() {
		String log = exit(HVC, L2, L2) + exception("2 [SVC]", "EL0 to EL1", "0x15/0x56000000", "0x400000")
				+ "Exception return from AArch64 EL1 to AArch64 EL0 PC 0x400000\n";
		TraceSummary summary = Read.text(log);
		assertEquals(2, summary.source().events());
		assertEquals(1, summary.exitCount());
	}

	@Test
	public void systemCallsOfTheHostsUserSpaceAreNoExits() {
		String log = exit(HVC, L2, L2) + exception("2 [SVC]", "EL0 to EL2", "0x15/0x56000000", "0x400000")
				+ "Exception return from AArch64 EL2 to AArch64 EL0 PC 0x400000\n" + exception("5 [IRQ]", "EL0 to EL2", null, "0x400000")
				+ "Exception return from AArch64 EL2 to AArch64 EL1 PC " + L2 + "\n" + exit(HVC, L2, L2);
		assertEquals(List.of("L1 HVC64", "L1 HVC64"), Read.exits(log));
	}

	@Test
	public void interruptsHaveNoClass() {
		String log = exception("5 [IRQ]", "EL1 to EL2", null, L2) + "Exception return from AArch64 EL2 to AArch64 EL1 PC " + L2 + "\n";
		assertEquals(List.of("L1 IRQ"), Read.exits(log));
	}

	@Test
	public void anEretThatDidNotEnterTheNestedVmIsCounted() {
		String log = exit(ERET, L1, "0xffff8000800d6000") + exit(MDSCR_READ, "0xffff8000800d6004", "0xffff8000800d6008") + exit(ERET, "0xffff8000800d6008", L2);
		assertEquals(1, Read.text(log).lost(LossKind.LEVEL_CONTRADICTED));
	}

	@Test
	public void theLogHasNoTimes() {
		TraceSummary summary = Read.text(exit(HVC, L2, L2) + exit(HVC, L2, L2) + exit(HVC, L2, L2) + exit(HVC, L2, L2));
		assertEquals(Span.NONE, summary.span());
		assertEquals(0, summary.exits().get(0).times().count());
		assertEquals(0, summary.operation().orElseThrow().duration().count());
		assertEquals(3, summary.operation().orElseThrow().operations());
	}

	private static String exit(String syndrome, String from, String to) {
		return exception("11 [Hypervisor Call]", "EL1 to EL2", syndrome, from) + "Exception return from AArch64 EL2 to AArch64 EL1 PC " + to + "\n";
	}

	private static String exception(String what, String levels, String syndrome, String from) {
		return "Taking exception " + what + " on CPU 0\n...from " + levels + "\n" + (syndrome == null ? "" : "...with ESR " + syndrome + "\n")
				+ "...with SPSR 0x200003c5\n...with ELR " + from + "\n...to " + levels.substring(levels.length() - 3) + " PC 0xffff800080010400 PSTATE 0x23c9\n";
	}
}
