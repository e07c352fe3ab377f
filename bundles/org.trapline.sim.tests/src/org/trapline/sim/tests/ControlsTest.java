// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests;

import static org.junit.Assert.assertEquals;
import static org.trapline.sim.tests.Parts.CALL;
import static org.trapline.sim.tests.Parts.E2H;
import static org.trapline.sim.tests.Parts.NV;
import static org.trapline.sim.tests.Parts.WHEN_NV;
import static org.trapline.sim.tests.Parts.read;
import static org.trapline.sim.tests.Parts.stack;
import static org.trapline.sim.tests.Parts.trace;

import java.util.List;
import java.util.Set;

import org.junit.Test;
import org.trapline.sim.isa.AccessReason;
import org.trapline.sim.isa.Control;
import org.trapline.sim.isa.Direction;
import org.trapline.sim.isa.Register;
import org.trapline.sim.isa.RegisterAccess;
import org.trapline.sim.isa.TrapRule;
import org.trapline.sim.spi.Disposition;
import org.trapline.sim.spi.GuestContext;
import org.trapline.sim.stack.Hypervisor;
import org.trapline.sim.stack.VirtualMachineStack;
import org.trapline.sim.tests.Parts.Hypervisors;

/** Which controls are set for the software at a level, and so what of it traps. */
public class ControlsTest {

	private static final RegisterAccess READ = new RegisterAccess(WHEN_NV, Direction.READ);
	private static final RegisterAccess WRITE = new RegisterAccess(WHEN_NV, Direction.WRITE);

	private static Hypervisors named(String name) {
		return Hypervisors.named(name).handles(AccessReason.ACCESS).handles(CALL);
	}

	/** Reads the register on every exit. */
	private static Hypervisors reader(String name) {
		return named(name).exit(read(WHEN_NV));
	}

	@Test
	public void aRegisterTrapsWhenAControlOfItsRuleIsSet() {
		assertEquals(1, new PricedMachine(stack(named("H").configuresGuest(NV).done())).run(READ).traps());
		assertEquals(0, new PricedMachine(stack(named("H").configuresGuest(E2H).done())).run(READ).traps());
	}

	@Test
	public void aRuleForWritesLeavesReadsAlone() {
		Register written = Parts.register("WRITTEN", new TrapRule(Set.of(Direction.WRITE), false, Set.of(NV)));
		VirtualMachineStack stack = stack(named("H").configuresGuest(NV).done());
		assertEquals(0, new PricedMachine(stack).run(new RegisterAccess(written, Direction.READ)).traps());
		assertEquals(1, new PricedMachine(stack).run(new RegisterAccess(written, Direction.WRITE)).traps());
	}

	@Test
	public void oneControlOfARuleIsEnough() {
		Control other = new Control("OTHER");
		Register either = Parts.register("EITHER", new TrapRule(Parts.BOTH, false, Set.of(NV, other)));
		assertEquals(1, new PricedMachine(stack(named("H").configuresGuest(other).done())).run(new RegisterAccess(either, Direction.READ)).traps());
	}

	@Test
	public void aGuestHypervisorIsConfiguredAsOneAndTheGuestOnTopIsNot() {
		Hypervisor host = named("Host").configuresHypervisor(NV).done();
		VirtualMachineStack stack = stack(host, reader("Guest").done());
		assertEquals(List.of("L2 call", "L1 read WHEN_NV"), trace(stack, CALL));
		assertEquals(0, new PricedMachine(stack).run(READ).traps());
	}

	@Test
	public void whatALowerLevelSetsForItsGuestHoldsForAllAboveIt() {
		Hypervisor host = named("Host").configuresGuest(NV).done();
		assertEquals("L2", List.of("L2 write WHEN_NV"), trace(stack(host, named("Guest").done()), WRITE));
		assertEquals("L3", List.of("L3 write WHEN_NV"), trace(stack(host, named("Guest").done(), named("Guest").done()), WRITE));
	}

	@Test
	public void theControlsOfAllLowerLevelsAreUnited() {
		Control one = new Control("ONE");
		Control two = new Control("TWO");
		Control three = new Control("THREE");
		Hypervisor l0 = named("L0").configuresGuest(one).configuresHypervisor(new Control("NOT_FOR_L3")).done();
		Hypervisor l1 = named("L1").configuresGuest(two).done();
		Hypervisor l2 = named("L2").configuresGuest(three).done();
		assertEquals(new GuestContext(3, false, Set.of(one, two, three)), contextOfGuest(List.of(l0, l1, l2)));
	}

	@Test
	public void aGuestHypervisorsControlsAreThoseForHypervisorsOfTheLevelBelowAndThoseForGuestsFurtherBelow() {
		Control plain = new Control("PLAIN");
		Hypervisor l0 = named("L0").configuresGuest(plain).configuresHypervisor(new Control("NOT_FOR_L2")).done();
		Hypervisor l1 = named("L1").configuresGuest(new Control("NOT_FOR_L2_EITHER")).configuresHypervisor(NV).done();
		List<GuestContext> seen = new java.util.ArrayList<>();
		Parts.Refinement watch = (operation, context, decided) -> {
			if (context.level() == 2) {
				seen.add(context);
			}
			return decided;
		};
		new PricedMachine(stack(List.of(l0, l1, reader("L2").done()), watch)).run(CALL);
		assertEquals(new GuestContext(2, true, Set.of(plain, NV)), seen.get(0));
	}

	@Test
	public void theConfigurationForGuestsThatRunWithAControlWinsForThem() {
		Hypervisor host = named("Host").configuresHypervisor(NV).configuresHypervisorWith(E2H).done();
		assertEquals(1, new PricedMachine(stack(host, reader("Without").done())).run(CALL).traps(1));
		assertEquals(0, new PricedMachine(stack(host, reader("With").runsWith(E2H).done())).run(CALL).traps(1));
	}

	@Test
	public void itWinsWhereverItStands() {
		Hypervisor host = named("Host").configuresHypervisorWith(E2H).configuresHypervisor(NV).done();
		assertEquals(0, new PricedMachine(stack(host, reader("With").runsWith(E2H).done())).run(CALL).traps(1));
	}

	@Test
	public void withoutAConfigurationOfItsOwnAGuestThatRunsWithAControlGetsTheOneForAll() {
		Hypervisor host = named("Host").configuresHypervisor(NV).done();
		assertEquals(1, new PricedMachine(stack(host, reader("With").runsWith(E2H).done())).run(CALL).traps(1));
	}

	/** How the guest on top runs, as a mechanism sees it. */
	private static GuestContext contextOfGuest(List<Hypervisor> hypervisors) {
		List<GuestContext> seen = new java.util.ArrayList<>();
		Parts.Refinement watch = (operation, context, decided) -> {
			seen.add(context);
			return new Disposition.Native();
		};
		new PricedMachine(stack(hypervisors, watch)).run(READ);
		return seen.get(0);
	}
}
