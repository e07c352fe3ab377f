// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.trapline.sim.tests.Parts.CALL;
import static org.trapline.sim.tests.Parts.FREE;
import static org.trapline.sim.tests.Parts.TRAPPING;
import static org.trapline.sim.tests.Parts.read;
import static org.trapline.sim.tests.Parts.stack;
import static org.trapline.sim.tests.Parts.times;
import static org.trapline.sim.tests.Parts.work;
import static org.trapline.sim.tests.Parts.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

import org.junit.Test;
import org.trapline.sim.cost.Cause;
import org.trapline.sim.cost.CostParameter;
import org.trapline.sim.bill.Outcome;
import org.trapline.sim.isa.AccessReason;
import org.trapline.sim.isa.Instruction;
import org.trapline.sim.isa.Signal;
import org.trapline.sim.isa.TrapRule;
import org.trapline.sim.spi.Disposition;
import org.trapline.sim.stack.Hypervisor;
import org.trapline.sim.stack.VirtualMachineStack;
import org.trapline.sim.tests.Parts.Hypervisors;
import org.trapline.sim.trap.TrapTree;
import org.trapline.sim.trap.TrapTree.What;

/** The tree that explains an outcome. */
public class TrapTreeTest {

	private static final Hypervisor HOST = Hypervisors.named("Host").handles(CALL).handles(AccessReason.ACCESS, work(Cause.EMULATION, 9)).done();

	private static TrapTree tree(VirtualMachineStack stack) {
		return new PricedMachine(stack).explain(List.of(CALL));
	}

	private static TrapTree only(TrapTree tree) {
		assertEquals(tree.toString(), 1, tree.children().size());
		return tree.children().get(0);
	}

	private static List<String> labels(TrapTree tree) {
		return tree.children().stream().map(child -> "L" + child.level() + " " + child.hypervisor().orElse("guest") + " " + child.label()).toList();
	}

	@Test
	public void belowATrapAreTheHardwaresPartThoseWhoForwardAndTheOneWhoHandles() {
		Hypervisor middle = Hypervisors.named("Middle").done();
		Hypervisor last = Hypervisors.named("Last").handles(CALL).done();
		TrapTree call = only(tree(stack(HOST, middle, last)));
		assertEquals("call", call.label());
		assertEquals(2, call.trap().orElseThrow().handler());
		assertEquals(Optional.of(new Disposition.Trap()), call.disposition());
		assertEquals(List.of("L0 Host entry", "L0 Host forwards call", "L1 Middle forwards call", "L2 Last handles call"), labels(call));
	}

	@Test
	public void whatAHypervisorDoesFallsIntoTheStepsOfItsRoutines() {
		Hypervisor last = Hypervisors.named("Last").exit(read(TRAPPING), read(FREE)).handles(CALL, work(Cause.HANDLING, 5)).enter(write(FREE)).done();
		TrapTree handles = only(tree(stack(HOST, last))).children().get(2);
		assertEquals(List.of("EXIT exit", "HANDLE handle", "ENTER enter"),
				handles.children().stream().map(step -> ((What.Runs) step.what()).routine() + " " + step.label()).toList());
		TrapTree exit = handles.children().get(0);
		assertEquals(List.of("L1 Last read TRAPPING", "L1 Last read FREE"), labels(exit));
		assertEquals(1, exit.traps());
		assertEquals(PricedMachine.cycles(Parts.ENTRY) + 9 + PricedMachine.cycles(Parts.READ), exit.cycles());
		assertEquals(List.of("L1 Last work"), labels(handles.children().get(1)));
	}

	@Test
	public void anOperationThatDoesNotTrapHasNothingBelowIt() {
		Hypervisor last = Hypervisors.named("Last").handles(CALL, read(FREE)).done();
		TrapTree step = only(only(tree(stack(HOST, last))).children().get(2));
		assertTrue(only(step).children().isEmpty());
		assertEquals(Optional.of(new Disposition.Native()), only(step).disposition());
	}

	@Test
	public void everyNodeOfRandomStacksIsTheSumOfWhatIsBelowIt() {
		for (int seed = 0; seed < 200; seed++) {
			VirtualMachineStack stack = new RandomStacks(new SplittableRandom(seed)).next();
			PricedMachine machine = new PricedMachine(stack);
			TrapTree tree = machine.explain(List.of(CALL));
			assertEquals("stack " + seed, machine.run(CALL), tree.outcome());
			assertSums("stack " + seed, tree, new HashSet<>());
		}
	}

	private static void assertSums(String name, TrapTree node, Set<TrapTree> seen) {
		if (!seen.add(node) || node.children().isEmpty() && node.trap().isEmpty()) {
			return;
		}
		Outcome outcome = node.outcome();
		for (int level = 0; level < outcome.levels(); level++) {
			int each = level;
			long own = node.trap().isPresent() && node.level() == level ? 1 : 0;
			assertEquals(name + ", " + node, outcome.traps(level), own + node.children().stream().mapToLong(child -> child.outcome().traps(each)).sum());
			for (Cause cause : Cause.values()) {
				assertEquals(name + ", " + node, outcome.cycles(level, cause),
						node.children().stream().mapToLong(child -> child.outcome().cycles(each, cause)).sum());
			}
		}
		node.children().forEach(child -> assertSums(name, child, seen));
	}

	@Test
	public void theTreesTrapsInOrderAreTheTrace() {
		for (int seed = 0; seed < 200; seed++) {
			VirtualMachineStack stack = new RandomStacks(new SplittableRandom(seed)).next();
			List<String> walked = new ArrayList<>();
			collect(tree(stack), walked);
			assertEquals("stack " + seed, Parts.trace(stack, CALL), walked);
		}
	}

	private static void collect(TrapTree node, List<String> traps) {
		node.trap().ifPresent(trap -> traps.add(trap.toString()));
		node.children().forEach(child -> collect(child, traps));
	}

	@Test(timeout = 10_000)
	public void whoRemembersWhatHeSawGetsThroughADeepTree() {
		Hypervisor hypervisor = Hypervisors.named("H").exit(times(66, read(TRAPPING))).enter(times(59, write(TRAPPING))).handles(CALL)
				.handles(AccessReason.ACCESS).done();
		Set<TrapTree> seen = new HashSet<>();
		// 126^7 traps.
		assertSums("depth 8", tree(stack(Collections.nCopies(8, hypervisor))), seen);
		assertTrue("nodes: " + seen.size(), seen.size() < 500);
	}

	@Test
	public void cyclesUpToASignalCountAndThoseOfTheOtherVcpu() {
		CostParameter ring = PricedMachine.cost("ring", Cause.HANDLING, 11);
		Instruction ipi = new Instruction("ipi", "STR", ring, List.of(new TrapRule(Parts.BOTH, true, Set.of())), Instruction.Role.PLAIN,
				Optional.of(new Signal(CALL, PricedMachine.cost("delay", Cause.TRANSITION, 1000))));
		Hypervisor host = Hypervisors.named("Host").handles(CALL).handles(ipi, Parts.perform(ipi), work(Cause.HANDLING, 500)).done();
		PricedMachine machine = new PricedMachine(stack(host));
		TrapTree tree = machine.explain(List.of(ipi));
		assertEquals(machine.run(ipi), tree.outcome());
		List<TrapTree> parts = tree.children();
		assertEquals(List.of(PricedMachine.cycles(Parts.ENTRY) + 11, 1000L, PricedMachine.cycles(Parts.ENTRY)), parts.stream().map(TrapTree::cycles).toList());
		assertEquals(List.of(1L, 0L, 1L), parts.stream().map(TrapTree::traps).toList());
		assertEquals(PricedMachine.cycles(Parts.ENTRY) + 511, only(parts.get(0)).cycles());
		assertEquals(tree.cycles(), parts.stream().mapToLong(TrapTree::cycles).sum());
	}
}
