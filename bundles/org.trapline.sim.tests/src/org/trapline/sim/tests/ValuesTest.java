// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.Test;
import org.trapline.sim.SimulationException;
import org.trapline.sim.cost.Cause;
import org.trapline.sim.cost.CostParameter;
import org.trapline.sim.spi.CpuSpec;
import org.trapline.sim.spi.GuestContext;
import org.trapline.sim.spi.Treatment;
import org.trapline.sim.spi.Treatments;
import org.trapline.sim.stack.VirtualMachineStack;

/** What the engine's values do not accept. */
public class ValuesTest {

	@Test
	public void aCostIsNeverNegative() {
		Exception problem = assertThrows(IllegalArgumentException.class, () -> PricedMachine.cost("entry", Cause.TRANSITION, -1));
		assertEquals("a cost is negative: -1 cycles", problem.getMessage());
	}

	@Test
	public void aStackHasAHypervisor() {
		Exception problem = assertThrows(IllegalArgumentException.class,
				() -> new VirtualMachineStack("Empty", new Parts.RuleCpu(Parts.ALL, Parts.ENTRY), List.of(), List.of()));
		assertEquals("stack Empty has no hypervisor", problem.getMessage());
	}

	@Test
	public void theHostIsNoGuest() {
		assertThrows(IllegalArgumentException.class, () -> new GuestContext(0, true, Set.of()));
	}

	@Test
	public void aRedirectionHasATargetAndNothingElseHas() {
		assertThrows(IllegalArgumentException.class, () -> new Treatment(Treatment.Kind.REDIRECT, Set.of(), Optional.empty()));
		assertThrows(IllegalArgumentException.class,
				() -> new Treatment(Treatment.Kind.DEFER, Set.of(), Optional.of(Parts.FREE)));
	}

	@Test
	public void aCostThatACpuNeedsAndNothingGivesIsAnErrorThatNamesBoth() {
		Exception problem = assertThrows(SimulationException.class, () -> new CpuSpec("arm.v8_3", Set.of(), Map.of(), Map.of(), Treatments.none(), Optional.empty()).cost("exception_entry"));
		assertEquals("cpu arm.v8_3 needs the cost exception_entry, and no cost table gives it a value", problem.getMessage());
	}
}
