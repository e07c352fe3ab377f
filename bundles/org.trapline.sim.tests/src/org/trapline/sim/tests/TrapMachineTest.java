// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.trapline.sim.tests.Parts.CALL;
import static org.trapline.sim.tests.Parts.E2H;
import static org.trapline.sim.tests.Parts.FREE;
import static org.trapline.sim.tests.Parts.TRAPPING;
import static org.trapline.sim.tests.Parts.read;
import static org.trapline.sim.tests.Parts.stack;
import static org.trapline.sim.tests.Parts.trace;
import static org.trapline.sim.tests.Parts.work;
import static org.trapline.sim.tests.Parts.write;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.Test;
import org.trapline.sim.SimulationException;
import org.trapline.sim.cost.Cause;
import org.trapline.sim.cost.CostParameter;
import org.trapline.sim.bill.Outcome;
import org.trapline.sim.isa.AccessReason;
import org.trapline.sim.isa.Direction;
import org.trapline.sim.isa.Register;
import org.trapline.sim.isa.RegisterAccess;
import org.trapline.sim.isa.TrapRule;
import org.trapline.sim.spi.Disposition;
import org.trapline.sim.stack.Condition;
import org.trapline.sim.stack.Hypervisor;
import org.trapline.sim.stack.VirtualMachineStack;
import org.trapline.sim.tests.Parts.Hypervisors;
import org.trapline.sim.bill.Exit;
import org.trapline.sim.trap.TrapTrace;

/** What one operation comes to in a VM and in a nested VM. */
public class TrapMachineTest {

	private static final RegisterAccess READ_TRAPPING = new RegisterAccess(TRAPPING, Direction.READ);

	/** Every routine spends a different number, so that a total says which of them ran. */
	private static Hypervisor plain(String name) {
		return Hypervisors.named(name).exit(work(Cause.SWITCHING, 1_000)).enter(work(Cause.SWITCHING, 20_000))
				.forward(work(Cause.FORWARDING, 300_000)).handles(CALL, work(Cause.HANDLING, 4_000_000))
				.handles(AccessReason.ACCESS, work(Cause.EMULATION, 50_000_000)).done();
	}

	private static Outcome run(RegisterAccess access, Parts.Refinement... mechanisms) {
		return new PricedMachine(stack(List.of(plain("Host")), mechanisms)).run(access);
	}

	@Test
	public void aTrapOfAVmCostsTheEntryAndTheExitHandlerAndEnterOfL0() {
		Outcome outcome = new PricedMachine(stack(plain("Host"))).run(CALL);
		assertEquals(1, outcome.traps());
		assertEquals(1, outcome.traps(1));
		assertEquals(70 + 1_000 + 4_000_000 + 20_000, outcome.cycles());
	}

	@Test
	public void cyclesOfATrapAreChargedToL0AndTheirCauses() {
		Outcome outcome = new PricedMachine(stack(plain("Host"))).run(CALL);
		assertEquals(70, outcome.cycles(0, Cause.TRANSITION));
		assertEquals(21_000, outcome.cycles(0, Cause.SWITCHING));
		assertEquals(4_000_000, outcome.cycles(0, Cause.HANDLING));
		assertEquals(0, outcome.cycles(0, Cause.FORWARDING));
		assertEquals(outcome.cycles(), outcome.cycles(0));
		assertEquals(0, outcome.cycles(1));
	}

	@Test
	public void theHandlerIsTheOneOfTheExitsReason() {
		assertEquals(70 + 1_000 + 50_000_000 + 20_000, run(READ_TRAPPING).cycles());
	}

	@Test
	public void aNativeOperationCostsItsOwnCyclesAtItsOwnLevelAndTrapsNever() {
		Outcome outcome = run(new RegisterAccess(FREE, Direction.READ));
		assertEquals(0, outcome.traps());
		assertEquals(3, outcome.cycles());
		assertEquals(3, outcome.cycles(1, Cause.SWITCHING));
	}

	@Test
	public void readsAndWritesHaveTheirOwnCosts() {
		assertEquals(3, run(new RegisterAccess(FREE, Direction.READ)).cycles());
		assertEquals(5, run(new RegisterAccess(FREE, Direction.WRITE)).cycles());
	}

	@Test
	public void anAccessThatBecameMemoryCostsTheLoadOrStoreAtItsOwnLevel() {
		CostParameter load = PricedMachine.cost("load", Cause.MEMORY, 2);
		Outcome outcome = run(READ_TRAPPING, (operation, context, decided) -> new Disposition.Deferred(load));
		assertEquals(0, outcome.traps());
		assertEquals(2, outcome.cycles());
		assertEquals(2, outcome.cycles(1, Cause.MEMORY));
	}

	@Test
	public void aRedirectedAccessCostsWhatTheSameAccessToItsTargetCosts() {
		Register target = new Register("TARGET", 0, new Register.Port(PricedMachine.cost("r", Cause.SWITCHING, 11), AccessReason.ACCESS),
				new Register.Port(PricedMachine.cost("w", Cause.MEMORY, 13), AccessReason.ACCESS), Optional.empty(), List.of());
		Parts.Refinement redirect = (operation, context, decided) -> new Disposition.Redirect(target);
		assertEquals(11, run(READ_TRAPPING, redirect).cycles(1, Cause.SWITCHING));
		assertEquals(13, run(new RegisterAccess(TRAPPING, Direction.WRITE), redirect).cycles(1, Cause.MEMORY));
		assertEquals(0, run(READ_TRAPPING, redirect).traps());
	}

	@Test
	public void anInstructionThatIsRedirectedToARegisterIsAnErrorThatNamesBoth() {
		VirtualMachineStack stack = stack(List.of(plain("Host")), (operation, context, decided) -> new Disposition.Redirect(FREE));
		SimulationException problem = assertThrows(SimulationException.class, () -> new PricedMachine(stack).run(CALL));
		assertEquals("call is not a register access: it cannot be redirected to FREE", problem.getMessage());
	}

	@Test
	public void mechanismsRefineOneAfterTheOther() {
		Parts.Refinement native1 = (operation, context, decided) -> new Disposition.Native();
		Parts.Refinement trapIfNative = (operation, context, decided) -> decided instanceof Disposition.Native ? new Disposition.Trap() : decided;
		assertEquals(1, run(READ_TRAPPING, native1, trapIfNative).traps());
		assertEquals(0, run(READ_TRAPPING, trapIfNative, native1).traps());
	}

	@Test
	public void theSameOperationsOfL0AreNative() {
		Hypervisor busy = Hypervisors.named("Busy").exit(read(TRAPPING), write(TRAPPING)).handles(CALL).done();
		Outcome outcome = new PricedMachine(stack(busy)).run(CALL);
		assertEquals(1, outcome.traps());
		assertEquals(70 + 3 + 5, outcome.cycles(0));
	}

	@Test
	public void anExitOfANestedVmIsForwardedByL0AndHandledByL1() {
		Outcome outcome = new PricedMachine(stack(plain("Host"), plain("Guest"))).run(CALL);
		assertEquals(1, outcome.traps());
		assertEquals(70 + 1_000 + 300_000 + 20_000, outcome.cycles(0));
		assertEquals(1_000 + 4_000_000 + 20_000, outcome.cycles(1));
		assertEquals(0, outcome.cycles(2));
	}

	@Test
	public void whatL1DoesForTheExitTrapsToL0WhichHandlesIt() {
		Hypervisor guest = Hypervisors.named("Guest").exit(read(TRAPPING)).enter(write(TRAPPING), write(FREE)).handles(CALL).done();
		Outcome outcome = new PricedMachine(stack(plain("Host"), guest)).run(CALL);
		assertEquals(1, outcome.traps(2));
		assertEquals(2, outcome.traps(1));
		assertEquals(0, outcome.traps(0));
		assertEquals(3, outcome.traps());
		assertEquals(3 * 70, outcome.cycles(0, Cause.TRANSITION));
		assertEquals(2 * 50_000_000L, outcome.cycles(0, Cause.EMULATION));
		assertEquals(300_000, outcome.cycles(0, Cause.FORWARDING));
		assertEquals(5, outcome.cycles(1));
	}

	@Test
	public void aTraceTellsTrapsInTheOrderOfTime() {
		Hypervisor guest = Hypervisors.named("Guest").exit(read(TRAPPING)).handles(CALL, write(FREE), write(TRAPPING)).enter(read(TRAPPING))
				.done();
		assertEquals(List.of("L2 call", "L1 read TRAPPING", "L1 write TRAPPING", "L1 read TRAPPING"),
				trace(stack(plain("Host"), guest), CALL));
	}

	@Test
	public void aTraceSaysWhenATrapIsAndHowLongItTakes() {
		Hypervisor guest = Hypervisors.named("Guest").exit(write(FREE), read(TRAPPING)).handles(CALL).done();
		TrapTrace trace = new PricedMachine(stack(plain("Host"), guest)).trace(CALL);
		long forwarded = 70 + 1_000 + 300_000 + 20_000;
		long emulated = 70 + 1_000 + 50_000_000 + 20_000;
		assertTrue(trace.next());
		assertEquals(0, trace.start());
		assertEquals(forwarded + 5 + emulated, trace.cycles());
		assertTrue(trace.next());
		assertEquals(forwarded + 5, trace.start());
		assertEquals(emulated, trace.cycles());
		assertFalse(trace.next());
	}

	@Test
	public void aTraceIsAtNoTrapBeforeItsFirstAndAfterItsLast() {
		TrapTrace trace = new PricedMachine(stack(plain("Host"))).trace(CALL);
		assertThrows(IllegalStateException.class, trace::trap);
		assertTrue(trace.next());
		assertEquals("L1 call", trace.trap().toString());
		assertFalse(trace.next());
		assertThrows(IllegalStateException.class, trace::trap);
		assertFalse(trace.next());
	}

	@Test
	public void anAccessToAMemoryMappedRegisterIsAnAbort() {
		Register mapped = new Register("MAPPED", 0, new Register.Port(Parts.READ, AccessReason.MMIO), new Register.Port(Parts.WRITE, AccessReason.MMIO), Optional.empty(), List.of(new TrapRule(Parts.BOTH, true, Set.of())));
		Hypervisor host = Hypervisors.named("Host").handles(AccessReason.MMIO, work(Cause.EMULATION, 9)).done();
		assertEquals(70 + 9, new PricedMachine(stack(host)).run(new RegisterAccess(mapped, Direction.WRITE)).cycles());
	}

	@Test
	public void aStepRunsOnlyForTheReasonsOfItsCondition() {
		Condition onCall = new Condition.ExitIs(Set.of(CALL));
		Hypervisor host = Hypervisors.named("Host").exitWhen(onCall, work(Cause.SWITCHING, 1))
				.exitWhen(new Condition.Not(onCall), work(Cause.SWITCHING, 10)).handles(CALL).handles(AccessReason.ACCESS).done();
		assertEquals(1, new PricedMachine(stack(host)).run(CALL).cycles(0, Cause.SWITCHING));
		assertEquals(10, new PricedMachine(stack(host)).run(READ_TRAPPING).cycles(0, Cause.SWITCHING));
	}

	@Test
	public void aStepForGuestsThatRunWithAControlLooksAtTheGuestHypervisor() {
		Hypervisor host = Hypervisors.named("Host").exitWhen(new Condition.GuestRunsWith(E2H), work(Cause.FORWARDING, 1)).handles(CALL).done();
		Hypervisor without = Hypervisors.named("Without").handles(CALL).done();
		Hypervisor with = Hypervisors.named("With").runsWith(E2H).handles(CALL).done();
		assertEquals(0, new PricedMachine(stack(host)).run(CALL).cycles(0, Cause.FORWARDING));
		assertEquals(0, new PricedMachine(stack(host, without)).run(CALL).cycles(0, Cause.FORWARDING));
		assertEquals(1, new PricedMachine(stack(host, with)).run(CALL).cycles(0, Cause.FORWARDING));
	}

	@Test
	public void aMissingHandlerIsAnErrorThatNamesStackHypervisorLevelAndReason() {
		Hypervisor deaf = Hypervisors.named("Deaf").done();
		SimulationException problem = assertThrows(SimulationException.class,
				() -> new PricedMachine(stack(plain("Host"), deaf)).run(CALL));
		assertEquals("stack Small: hypervisor Deaf at L1 has no handler for call, for which L2 exits: give it one, or choose a hypervisor there that has one", problem.getMessage());
	}

	@Test
	public void aMissingHandlerForWhatAHypervisorDoesNamesTheHypervisorBelow() {
		Hypervisor host = Hypervisors.named("Host").handles(CALL).done();
		Hypervisor guest = Hypervisors.named("Guest").exit(read(TRAPPING)).handles(CALL).done();
		SimulationException problem = assertThrows(SimulationException.class, () -> new PricedMachine(stack(host, guest)).run(CALL));
		assertEquals("stack Small: hypervisor Host at L0 has no handler for access, for which L1 exits: give it one, or choose a hypervisor there that has one",
				problem.getMessage());
	}

	@Test
	public void twoMachinesComeToTheSame() {
		VirtualMachineStack stack = stack(plain("Host"), plain("Guest"), plain("Guest"));
		assertEquals(new PricedMachine(stack).run(CALL), new PricedMachine(stack).run(CALL));
		assertEquals(new PricedMachine(stack).run(CALL).hashCode(), new PricedMachine(stack).run(CALL).hashCode());
	}

	@Test
	public void aMachineThatRunsTwiceComesToTheSame() {
		PricedMachine machine = new PricedMachine(stack(plain("Host"), plain("Guest")));
		assertEquals(machine.run(CALL), machine.run(CALL));
	}
}
