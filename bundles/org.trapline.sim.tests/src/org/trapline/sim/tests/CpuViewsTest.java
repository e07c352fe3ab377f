// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Set;

import org.junit.Test;
import org.trapline.sim.stack.CpuViews;

/** What the CPU has that each hypervisor sees. */
public class CpuViewsTest {

	private static final CpuViews.Level<String> PLAIN = new CpuViews.Level<>(Set.of(), Set.of());

	@Test
	public void everyLevelSeesTheMachineWhereNothingChangesIt() {
		assertEquals(List.of(Set.of("A"), Set.of("A")), CpuViews.of(Set.of("A"), List.of(), List.of(PLAIN, PLAIN)));
	}

	@Test
	public void aHypervisorHidesFromAllAboveItAndSeesItself() {
		assertEquals(List.of(Set.of("A", "B"), Set.of("A"), Set.of("A")),
				CpuViews.of(Set.of("A", "B"), List.of(), List.of(new CpuViews.Level<>(Set.of("B"), Set.of()), PLAIN, PLAIN)));
	}

	@Test
	public void aHypervisorOffersWhatItHasNot() {
		assertEquals(List.of(Set.of(), Set.of("A")), CpuViews.of(Set.of(), List.of(), List.of(new CpuViews.Level<>(Set.of(), Set.of("A")), PLAIN)));
	}

	@Test
	public void hardwareOfAMechanismIsTheMachines() {
		assertEquals(List.of(Set.of("A", "M"), Set.of("A", "M")),
				CpuViews.of(Set.of("A"), List.of(new CpuViews.Mechanism<>(Set.of("M"), Set.of(), Set.of(1))), List.of(PLAIN, PLAIN)));
	}

	@Test
	public void aMachineWhoseL0DoesWithoutAMechanismDoesNotHaveItsHardware() {
		assertEquals(List.of(Set.of("A"), Set.of("A")),
				CpuViews.of(Set.of("A"), List.of(new CpuViews.Mechanism<>(Set.of("M"), Set.of("M"), Set.of(0))), List.of(PLAIN, PLAIN)));
	}

	@Test
	public void whatAMechanismOffersIsThereFromL1UntilALevelDoesWithoutIt() {
		assertEquals(List.of(Set.of(), Set.of("M"), Set.of(), Set.of()),
				CpuViews.of(Set.of(), List.of(new CpuViews.Mechanism<>(Set.of(), Set.of("M"), Set.of(2))), List.of(PLAIN, PLAIN, PLAIN, PLAIN)));
	}

	@Test
	public void aMechanismReachesTheLevelsBelowTheFirstThatDoesWithout() {
		assertTrue(CpuViews.reaches(Set.of(2, 5), 1));
		assertFalse(CpuViews.reaches(Set.of(2, 5), 2));
		assertFalse(CpuViews.reaches(Set.of(2, 5), 3));
	}
}
