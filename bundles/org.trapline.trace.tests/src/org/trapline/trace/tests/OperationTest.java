// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;
import org.trapline.trace.read.Anchor;
import org.trapline.trace.read.TraceOptions;
import org.trapline.trace.summary.Operation;

/** The repeated unit of a benchmark. */
public class OperationTest {

	@Test
	public void theMostFrequentReflectedExitOfTheHighestLevelBeginsAnOperation() {
		Lines lines = new Lines().enters("VMRESUME");
		for (int i = 0; i < 20; i++) {
			lines.reflected("CPUID").handled("VMREAD").handled("VMREAD").enters("VMRESUME");
		}
		Operation operation = operation(lines);
		assertEquals("L2 CPUID^", Read.label(operation.anchor()));
		assertEquals(4, operation.usual().exits().size());
		assertEquals(19, operation.operations());
		assertEquals(1, operation.usual().share(), 0);
	}

	@Test
	public void otherSequencesHaveTheirShares() {
		Lines lines = new Lines();
		for (int i = 0; i < 21; i++) {
			lines.handled("VMCALL");
			if (i % 4 == 3) {
				lines.handled("CPUID");
			}
		}
		Operation operation = operation(lines);
		assertEquals(20, operation.operations());
		assertEquals(2, operation.sequences().size());
		assertEquals(0.75, operation.usual().share(), 0);
		assertEquals(0.25, operation.sequences().get(1).share(), 0);
		assertEquals(1.25, operation.exits().mean(), 0);
		assertTrue(operation.exits().low() < 1.25 && operation.exits().high() > 1.25);
	}

	@Test
	public void durationsGoFromAnchorToAnchor() {
		Lines lines = new Lines();
		for (int i = 0; i < 11; i++) {
			lines.handled("VMCALL").later(i % 2 == 0 ? 10 : 30);
		}
		Operation operation = operation(lines);
		assertEquals(22_000, operation.duration().mean(), 0);
		assertEquals(10, operation.duration().count());
		assertEquals(12_000, operation.times().min(), 0);
		assertEquals(32_000, operation.times().max(), 0);
	}

	@Test
	public void operationsWithHostInterruptsAreSetApart() {
		Lines lines = new Lines();
		for (int i = 0; i < 21; i++) {
			lines.handled("VMCALL");
			if (i % 5 == 0) {
				lines.handled("EXTERNAL_INTERRUPT");
			}
		}
		Operation operation = operation(lines);
		assertEquals(16, operation.operations());
		assertEquals(4, operation.setApart());
		assertEquals(1, operation.exits().mean(), 0);
	}

	@Test
	public void operationsInWhichAnInterruptReachesTheGuestAreSetApart() {
		Lines lines = new Lines();
		for (int i = 0; i < 21; i++) {
			lines.exit("VMCALL");
			if (i % 5 == 0) {
				lines.event("kvm_inj_virq: IRQ 0xec");
			}
			lines.entry();
		}
		assertEquals(4, operation(lines).setApart());
	}

	@Test
	public void interruptsThatMostOperationsHaveArePartOfThem() {
		Lines lines = new Lines();
		for (int i = 0; i < 21; i++) {
			lines.handled("MSR_WRITE").handled("EXTERNAL_INTERRUPT");
		}
		Operation operation = operation(lines);
		assertEquals(0, operation.setApart());
		assertEquals(2, operation.usual().exits().size());
	}

	@Test
	public void lostEventsBreakAnOperation() {
		Lines lines = new Lines();
		for (int i = 0; i < 10; i++) {
			lines.handled("VMCALL").handled("CPUID");
		}
		lines.line("CPU:1 [LOST 9 EVENTS]");
		for (int i = 0; i < 10; i++) {
			lines.handled("VMCALL").handled("CPUID");
		}
		Operation operation = operation(lines);
		assertEquals(18, operation.operations());
		assertEquals(2, operation.broken());
		assertEquals(1, operation.usual().share(), 0);
	}

	@Test
	public void vcpusHaveTheirOwnOperations() {
		Lines lines = new Lines();
		for (int i = 0; i < 10; i++) {
			lines.thread(100).handled("VMCALL").thread(200).handled("VMCALL").handled("CPUID").thread(100).handled("CPUID");
		}
		Operation operation = operation(lines);
		assertEquals(18, operation.operations());
		assertEquals(2, operation.usual().exits().size());
		assertEquals(1, operation.usual().share(), 0);
	}

	@Test
	public void anAnchorThatComesLateIsFoundAmongMany() {
		Lines lines = new Lines();
		for (int i = 0; i < 100; i++) {
			lines.exit("MSR_WRITE").event("kvm_msr: msr_write " + Integer.toHexString(0x100 + i % 25) + " = 0x0").entry();
		}
		for (int i = 0; i < 400; i++) {
			lines.handled("VMCALL");
		}
		Operation operation = operation(lines);
		assertEquals("L1 VMCALL", Read.label(operation.anchor()));
		assertEquals(1, operation.usual().exits().size());
		assertTrue(operation.operations() > 300);
	}

	@Test
	public void aFrequentSequenceIsKeptAmongMoreThanThereIsRoomFor() {
		Lines lines = new Lines();
		String[] reasons = {"CPUID", "HLT", "RDPMC", "INVD"};
		for (int i = 0; i < 4000; i++) {
			lines.handled("VMCALL");
			for (int n = i; n > 0; n /= 4) {
				lines.handled(reasons[n % 4]);
			}
		}
		for (int i = 0; i < 3000; i++) {
			lines.handled("VMCALL").handled("XSETBV");
		}
		Operation operation = Read.text(lines.toString(), TraceOptions.DEFAULT.withAnchor(Anchor.parse("vmcall"))).operation().orElseThrow();
		assertEquals("L1 XSETBV", operation.usual().exits().get(1).label());
		assertEquals(2999, operation.usual().count());
		assertEquals(6999, operation.operations());
		assertTrue(operation.other() > 1000 && operation.other() < 4000);
	}

	@Test
	public void anOperationThatIsTooLongIsCountedAmongOthers() {
		Lines lines = new Lines();
		for (int i = 0; i < 3; i++) {
			lines.handled("VMCALL").handled("VMCALL");
			for (int n = 0; n < 2000; n++) {
				lines.handled("CPUID");
			}
		}
		Operation operation = Read.text(lines.toString(), TraceOptions.DEFAULT.withAnchor(Anchor.parse("VMCALL"))).operation().orElseThrow();
		assertEquals(5, operation.operations());
		assertEquals(2, operation.other());
		assertEquals(0.6, operation.usual().share(), 1e-12);
	}

	@Test
	public void nothingRepeatsInAFewExits() {
		assertFalse(Read.text(new Lines().handled("VMCALL").handled("CPUID").toString()).operation().isPresent());
	}

	@Test
	public void anAnchorIsAReasonPerhapsWithLevelAndRegister() {
		assertEquals("L2 npf", Anchor.parse(" l2  npf ").label());
		assertEquals("SYS64 MDSCR_EL1", Anchor.parse("SYS64 MDSCR_EL1").label());
		assertEquals("PF excp", Anchor.parse("PF excp").reason());
		assertEquals("L1 msr 0x6e0", Anchor.parse("L1 msr 0x6e0").label());
	}

	private static Operation operation(Lines lines) {
		return Read.text(lines.toString()).operation().orElseThrow();
	}
}
