// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests;

import static org.junit.Assert.assertEquals;
import static org.trapline.sim.tests.Parts.CALL;
import static org.trapline.sim.tests.Parts.NV;
import static org.trapline.sim.tests.Parts.WHEN_NV;

import org.junit.Test;
import org.trapline.sim.isa.AccessReason;
import org.trapline.sim.isa.Direction;
import org.trapline.sim.isa.RegisterAccess;
import org.trapline.sim.stack.Hypervisor;
import org.trapline.sim.stack.VirtualMachineStack;
import org.trapline.sim.tests.Parts.Hypervisors;
import org.trapline.sim.trap.TrapTrace;

/** Who handles a trap: the highest hypervisor that has asked for it. */
public class RoutingTest {

	private static final RegisterAccess READ = new RegisterAccess(WHEN_NV, Direction.READ);

	private static Hypervisors named(String name) {
		return Hypervisors.named(name).handles(AccessReason.ACCESS).handles(CALL);
	}

	private static int handler(VirtualMachineStack stack) {
		TrapTrace trace = new PricedMachine(stack).trace(READ);
		trace.next();
		return trace.trap().handler();
	}

	@Test
	public void whatOnlyL0AskedForL0HandlesThoughTheGuestRunsFurtherUp() {
		Hypervisor asks = named("Asks").configuresGuest(NV).done();
		Hypervisor doesNot = named("DoesNot").done();
		assertEquals(0, handler(Parts.stack(asks, doesNot, doesNot)));
	}

	@Test
	public void whatALevelBetweenAskedForIsItsOwn() {
		Hypervisor asks = named("Asks").configuresGuest(NV).done();
		Hypervisor doesNot = named("DoesNot").done();
		assertEquals(1, handler(Parts.stack(doesNot, asks, doesNot)));
	}

	@Test
	public void theHighestOfThoseThatAskedHandles() {
		Hypervisor asks = named("Asks").configuresGuest(NV).done();
		assertEquals(2, handler(Parts.stack(asks, asks, asks)));
	}

	@Test
	public void whatAlwaysTrapsIsHandledRightBelow() {
		Hypervisor plain = named("Plain").done();
		TrapTrace trace = new PricedMachine(Parts.stack(plain, plain, plain)).trace(CALL);
		trace.next();
		assertEquals(2, trace.trap().handler());
	}
}
