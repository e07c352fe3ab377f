// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

import org.junit.Test;
import org.trapline.sim.cost.Cause;
import org.trapline.sim.bill.Outcome;
import org.trapline.sim.stack.VirtualMachineStack;
import org.trapline.sim.tests.TreeWalk.TracedTrap;
import org.trapline.sim.bill.Exit;
import org.trapline.sim.trap.TrapTrace;

/** What holds for every stack, on 200 random ones. Each is a function of its number: a failure can be run again. */
public class TrapMachinePropertiesTest {

	private static final int CASES = 600;

	private static void onEveryStack(BiConsumer<String, VirtualMachineStack> property) {
		for (int seed = 0; seed < CASES; seed++) {
			VirtualMachineStack stack = new RandomStacks(new SplittableRandom(seed)).next();
			// Those whose hypervisors never come to remember the same are an error of its own, which MemoryTest is about.
			if (new TreeWalk(stack, Parts.CALL).settled) {
				property.accept("stack " + seed, stack);
			}
		}
	}

	private static Outcome run(VirtualMachineStack stack) {
		return new PricedMachine(stack).run(Parts.CALL);
	}

	private static List<Exit> trace(VirtualMachineStack stack) {
		List<Exit> traps = new ArrayList<>();
		new PricedMachine(stack).trace(Parts.CALL, traps::add);
		return traps;
	}

	private static List<TracedTrap> tracedTraps(VirtualMachineStack stack) {
		List<TracedTrap> traps = new ArrayList<>();
		TrapTrace trace = new PricedMachine(stack).trace(Parts.CALL);
		while (trace.next()) {
			traps.add(new TracedTrap(trace.trap().toString(), trace.start(), trace.cycles()));
		}
		return traps;
	}

	@Test
	public void theStacksAreNotAllTrivial() {
		long[] depths = new long[7];
		long[] most = { 0 };
		onEveryStack((name, stack) -> {
			depths[stack.guestLevel()]++;
			most[0] = Math.max(most[0], run(stack).traps());
		});
		for (int depth = 1; depth <= 6; depth++) {
			assertTrue("stacks of depth " + depth + ": " + depths[depth], depths[depth] >= 15);
		}
		assertTrue("most traps: " + most[0], most[0] >= 300);
	}

	@Test
	public void cyclesByLevelAndCauseAddUpToTheTotal() {
		onEveryStack((name, stack) -> {
			Outcome outcome = run(stack);
			long sum = 0;
			for (int level = 0; level < outcome.levels(); level++) {
				long ofLevel = 0;
				for (Cause cause : Cause.values()) {
					ofLevel += outcome.cycles(level, cause);
				}
				assertEquals(name + ", L" + level, outcome.cycles(level), ofLevel);
				sum += ofLevel;
			}
			assertEquals(name, outcome.cycles(), sum);
		});
	}

	@Test
	public void trapsByLevelAddUpToTheTotal() {
		onEveryStack((name, stack) -> {
			Outcome outcome = run(stack);
			long sum = 0;
			for (int level = 0; level < outcome.levels(); level++) {
				sum += outcome.traps(level);
			}
			assertEquals(name, outcome.traps(), sum);
			assertEquals(name + ", L0", 0, outcome.traps(0));
		});
	}

	@Test
	public void aTraceTellsAsManyTrapsOfEveryLevelAsAreCounted() {
		onEveryStack((name, stack) -> {
			Outcome outcome = run(stack);
			List<Exit> traps = trace(stack);
			assertEquals(name, outcome.traps(), traps.size());
			for (int level = 0; level < outcome.levels(); level++) {
				int each = level;
				assertEquals(name + ", L" + level, outcome.traps(level), traps.stream().filter(trap -> trap.level() == each).count());
			}
		});
	}

	@Test
	public void theSharedGraphComesToWhatAWalkOfTheTreeComesTo() {
		onEveryStack((name, stack) -> {
			TreeWalk walk = new TreeWalk(stack, Parts.CALL);
			assertEquals(name, walk.traps, tracedTraps(stack));
			Outcome outcome = run(stack);
			for (int level = 0; level < outcome.levels(); level++) {
				for (Cause cause : Cause.values()) {
					assertEquals(name + ", L" + level + " " + cause, walk.cycles[level][cause.ordinal()], outcome.cycles(level, cause));
				}
			}
		});
	}

	@Test
	public void twoMachinesComeToTheSame() {
		onEveryStack((name, stack) -> assertEquals(name, run(stack), run(stack)));
	}

	@Test
	public void aTraceBeforeOrAfterARunChangesNothing() {
		onEveryStack((name, stack) -> {
			PricedMachine machine = new PricedMachine(stack);
			machine.trace(Parts.CALL, trap -> {
				// Only what it leaves behind matters.
			});
			assertEquals(name, run(stack), machine.run(Parts.CALL));
		});
	}
}
