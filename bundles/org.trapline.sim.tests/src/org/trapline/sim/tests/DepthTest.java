// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.trapline.sim.tests.Parts.CALL;
import static org.trapline.sim.tests.Parts.TRAPPING;
import static org.trapline.sim.tests.Parts.read;
import static org.trapline.sim.tests.Parts.stack;
import static org.trapline.sim.tests.Parts.times;
import static org.trapline.sim.tests.Parts.trace;
import static org.trapline.sim.tests.Parts.write;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.Test;
import org.trapline.sim.SimulationException;
import org.trapline.sim.cost.Cause;
import org.trapline.sim.isa.AccessReason;
import org.trapline.sim.stack.Hypervisor;
import org.trapline.sim.stack.VirtualMachineStack;
import org.trapline.sim.tests.Parts.Hypervisors;

/**
 * Exit multiplication. Let a program make a trapping accesses on exit, b on entry, c in a handler and f to forward. Then
 * an operation of level k that traps comes to
 *
 * <pre>
 * T(1) = 1
 * T(k) = 1 + (a + b + f) (T(1) + … + T(k-2)) + (a + b + c) T(k-1)
 * </pre>
 *
 * since L0's own accesses are native, the hypervisors between forward, and the last one handles. Without handlers and
 * forwarding that is (1 + a + b)^(k-1).
 */
public class DepthTest {

	private static Hypervisor hypervisor(int a, int b, int c, int f) {
		return Hypervisors.named("H").exit(times(a, read(TRAPPING))).enter(times(b, write(TRAPPING))).forward(times(f, read(TRAPPING)))
				.handles(CALL, times(c, read(TRAPPING))).handles(AccessReason.ACCESS, times(c, read(TRAPPING))).done();
	}

	private static VirtualMachineStack tower(int depth, Hypervisor hypervisor) {
		return stack(Collections.nCopies(depth, hypervisor));
	}

	private static long traps(int depth, Hypervisor hypervisor) {
		return new PricedMachine(tower(depth, hypervisor)).run(CALL).traps();
	}

	private static BigInteger expected(int depth, int a, int b, int c, int f) {
		List<BigInteger> trapsOfLevel = new ArrayList<>(List.of(BigInteger.ZERO));
		for (int level = 1; level <= depth; level++) {
			BigInteger traps = BigInteger.ONE;
			for (int hypervisor = 0; hypervisor < level; hypervisor++) {
				int accesses = hypervisor == level - 1 ? a + b + c : a + b + f;
				traps = traps.add(BigInteger.valueOf(accesses).multiply(trapsOfLevel.get(hypervisor)));
			}
			trapsOfLevel.add(traps);
		}
		return trapsOfLevel.get(depth);
	}

	@Test
	public void anExitFromL3PassesL0AndL1BeforeL2HandlesIt() {
		Hypervisor host = Hypervisors.named("Host").handles(AccessReason.ACCESS).done();
		Hypervisor middle = Hypervisors.named("Middle").forward(write(TRAPPING)).handles(CALL, read(Parts.FREE))
				.handles(AccessReason.ACCESS).done();
		Hypervisor last = Hypervisors.named("Last").handles(CALL, read(TRAPPING)).done();
		assertEquals(List.of("L3 call", "L1 write TRAPPING", "L2 read TRAPPING"), trace(stack(host, middle, last), CALL));
	}

	@Test
	public void atDepth3EveryAccessOfL2CostsTheTrapAndAllThatL1DoesForIt() {
		// 1 for the guest, a + b of L1 to forward, and each of the a + b of L2 with the a + b of L1 to handle it.
		assertEquals(1 + 5 + 5 * (1 + 5), traps(3, hypervisor(2, 3, 0, 0)));
	}

	@Test
	public void atDepth4TheCountIsTheThirdPower() {
		assertEquals(6 * 6 * 6, traps(4, hypervisor(2, 3, 0, 0)));
	}

	@Test
	public void exitAndEnterCountAlike() {
		assertEquals(traps(4, hypervisor(5, 0, 0, 0)), traps(4, hypervisor(0, 5, 0, 0)));
	}

	@Test
	public void handlersAndForwardingCountWhereTheyRun() {
		for (int depth = 1; depth <= 5; depth++) {
			assertEquals("depth " + depth, expected(depth, 2, 3, 1, 4), BigInteger.valueOf(traps(depth, hypervisor(2, 3, 1, 4))));
		}
	}

	@Test
	public void aHypervisorWithoutAccessesMultipliesNothing() {
		assertEquals(1, traps(6, hypervisor(0, 0, 0, 0)));
	}

	@Test(timeout = 10_000)
	public void depth8OfAnExplodingStackIsCountedExactlyWithoutWalkingItsTree() {
		// 126^7, half a quadrillion traps: no walk of the tree ends in ten seconds.
		BigInteger expected = expected(8, 66, 59, 0, 0);
		assertEquals(BigInteger.valueOf(126).pow(7), expected);
		assertEquals(expected, BigInteger.valueOf(traps(8, hypervisor(66, 59, 0, 0))));
	}

	@Test(timeout = 10_000)
	public void theMostLevelsCostNoMoreThanAFewSteps() {
		int most = VirtualMachineStack.MOST_LEVELS;
		assertEquals(BigInteger.valueOf(3).pow(most - 1), BigInteger.valueOf(traps(most, hypervisor(2, 0, 0, 0))));
	}

	@Test
	public void moreLevelsAreAnErrorThatSaysHowManyThereMayBe() {
		Exception problem = assertThrows(SimulationException.class, () -> traps(VirtualMachineStack.MOST_LEVELS + 1, hypervisor(1, 0, 0, 0)));
		assertEquals("stack Small has 17 hypervisors; the maximum is 16", problem.getMessage());
	}

	@Test(timeout = 10_000)
	public void aCountThatDoesNotFitIsAnErrorAndNeverAWrongNumber() {
		assertThrows(ArithmeticException.class, () -> traps(12, hypervisor(66, 59, 0, 0)));
	}

	@Test
	public void cyclesThatDoNotFitAreAnErrorToo() {
		Hypervisor slow = Hypervisors.named("Slow").exit(Parts.work(Cause.HANDLING, Long.MAX_VALUE))
				.handles(CALL, Parts.work(Cause.HANDLING, 1)).done();
		assertThrows(ArithmeticException.class, () -> new PricedMachine(stack(slow)).run(CALL));
	}

	@Test
	public void aTotalThatDoesNotFitIsAnErrorThoughItsPartsFit() {
		Hypervisor slow = Hypervisors.named("Slow").exit(Parts.work(Cause.HANDLING, Long.MAX_VALUE)).handles(CALL).done();
		Hypervisor host = Hypervisors.named("Host").handles(CALL).done();
		assertThrows(ArithmeticException.class, () -> new PricedMachine(stack(host, slow)).run(CALL));
	}
}
