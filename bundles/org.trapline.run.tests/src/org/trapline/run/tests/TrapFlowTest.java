// SPDX-License-Identifier: EPL-2.0
package org.trapline.run.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.trapline.result.Source;
import org.trapline.run.compile.SourcePlace;
import org.trapline.run.explain.FlowNode;
import org.trapline.run.explain.TrapFlow;

/** A trap flow: rows that add up, folded repeats, steps through the traps, and the way to the models. */
public class TrapFlowTest {

	@Rule
	public final TemporaryFolder folder = new TemporaryFolder();

	private Path study() throws Exception {
		return OwnModels.shipped(folder.getRoot().toPath());
	}

	private TrapFlow flow(String stack) throws Exception {
		return flow(stack, "hypercall");
	}

	private TrapFlow flow(String stack, String operation) throws Exception {
		return new TrapFlow(Installed.STUDIES.explain(study(), stack, operation));
	}

	private TrapFlow tower(int hypervisors) throws Exception {
		StringBuilder levels = new StringBuilder();
		for (int level = 0; level < hypervisors; level++) {
			levels.append(" L" + level + " KvmNonVhe");
		}
		Path study = Installed.write(folder.getRoot().toPath(),
				"stack Tower on Moonshot {" + levels + " guest L" + hypervisors + " }\nexperiment E { stacks Tower workload hypercall measure traps }\n");
		return new TrapFlow(Installed.STUDIES.explain(study, "Tower", "hypercall"));
	}

	private static FlowNode part(FlowNode row, String label) {
		return row.parts().stream().filter(each -> each.label().equals(label)).findFirst()
				.orElseThrow(() -> new AssertionError("no " + label + " in " + row.parts()));
	}

	// ------------------------------------------------------------------------------------------- rows

	@Test
	public void aHypercallGoesToL0IsForwardedHandledAndReturns() throws Exception {
		TrapFlow flow = flow("Nested");
		assertEquals(List.of("L0 KvmNonVhe", "L1 KvmNonVhe", "L2 guest"), flow.lanes());
		FlowNode hypercall = part(flow.root(), "hypercall");
		assertEquals(FlowNode.Kind.TRAP, hypercall.kind());
		assertEquals("from L2", 2, hypercall.level());
		assertEquals("L1 handles it", 1, hypercall.target());
		assertEquals(List.of("exception_entry", "forwards hypercall to L1", "handles hypercall", "back to L2"),
				hypercall.parts().stream().map(FlowNode::label).toList());
	}

	@Test
	public void partsAddUpAndFollowEachOther() throws Exception {
		assertAddsUp(flow("Nested").root(), 6);
	}

	private static void assertAddsUp(FlowNode row, int depth) {
		if (depth == 0 || !row.hasParts()) {
			return;
		}
		long cycles = 0;
		long traps = row.kind() == FlowNode.Kind.TRAP && row.count() == 1 ? 1 : 0;
		for (FlowNode part : row.parts()) {
			if (part.kind() != FlowNode.Kind.UNTRAPPED && row.kind() != FlowNode.Kind.STEP) {
				assertEquals(row + " / " + part, row.start() + cycles, part.start());
			}
			cycles += part.cycles();
			traps += part.traps();
			assertAddsUp(part, depth - 1);
		}
		assertEquals(row + " cycles", row.cycles(), cycles);
		assertEquals(row + " traps", row.traps(), traps);
	}

	@Test
	public void repeatsAreOneRowWhosePartsAreTheSingleOnes() throws Exception {
		FlowNode handles = part(part(flow("Nested").root(), "hypercall"), "handles hypercall");
		FlowNode reads = part(part(handles, "save EL1 state of the VM"), "read \u00d717");
		assertEquals(17, reads.count());
		assertEquals(17, reads.traps());
		assertEquals(17, reads.parts().size());
		assertEquals("read SCTLR_EL1", reads.parts().get(1).label());
		assertTrue(reads.contains(reads.parts().get(1)));
	}

	@Test
	public void whatDoesNotTrapIsOneRow() throws Exception {
		FlowNode forwards = part(part(flow("Nested").root(), "hypercall"), "forwards hypercall to L1");
		FlowNode untrapped = part(part(forwards, "save EL1 state of the VM"), "20 native accesses");
		assertEquals(FlowNode.Kind.UNTRAPPED, untrapped.kind());
		assertEquals(0, untrapped.traps());
	}

	@Test
	public void aGuestThatWaitsIsWokenWithoutATrap() throws Exception {
		TrapFlow flow = flow("Nested", "virtual_ipi_to_waiting");
		FlowNode woken = part(flow.root(), "wake_up");
		assertEquals(FlowNode.Kind.WAKE_UP, woken.kind());
		assertEquals("L1 handles it", 1, woken.target());
		assertEquals(List.of("forwards wake_up to L1", "handles wake_up", "back to L2"), woken.parts().stream().map(FlowNode::label).toList());
		assertTrue(flow.details(woken).toString(), flow.details(woken).stream().anyMatch(each -> each.value().startsWith("no exit, since the guest waits; L1")));
		assertAddsUp(woken, 6);
	}

	@Test(timeout = 60_000)
	public void aBillionTrapsAreAsQuickAsOne() throws Exception {
		TrapFlow flow = tower(6);
		assertTrue(flow.root().traps() > 1_000_000_000L);
		List<FlowNode> way = List.of();
		FlowNode at = flow.root();
		for (int i = 0; i < 100; i++) {
			way = flow.toNextTrap(at);
			at = way.get(way.size() - 1);
		}
		assertEquals(FlowNode.Kind.TRAP, at.kind());
	}

	// ------------------------------------------------------------------------------------------- stepping

	@Test
	public void theStepsFromTrapToTrapAreTheTraceOfTheOperation() throws Exception {
		List<String> trace = Installed.trace(study(), "NestedVhe");
		TrapFlow flow = flow("NestedVhe");
		List<String> steps = new ArrayList<>();
		FlowNode at = flow.root();
		for (List<FlowNode> way = flow.toNextTrap(at); !way.isEmpty(); way = flow.toNextTrap(at)) {
			at = way.get(way.size() - 1);
			steps.add("L" + at.level() + " " + at.label());
		}
		assertEquals(82, steps.size());
		assertEquals(trace, steps);
	}

	@Test
	public void everyRowKnowsTheWayFromTheRoot() throws Exception {
		TrapFlow flow = flow("Nested");
		List<FlowNode> to = flow.toNextTrap(flow.toNextTrap(flow.root()).getLast());
		List<FlowNode> way = flow.wayTo(to.getLast());
		assertEquals(flow.root(), way.get(0));
		for (int i = 1; i < way.size(); i++) {
			assertTrue(way.get(i - 1).parts().contains(way.get(i)));
			assertEquals(i, way.get(i).depth());
		}
	}

	// ------------------------------------------------------------------------------------------- details

	private static TrapFlow.Detail detail(TrapFlow flow, FlowNode row, String name) {
		return flow.details(row).stream().filter(each -> each.name().equals(name)).findFirst()
				.orElseThrow(() -> new AssertionError("no " + name + " in " + flow.details(row)));
	}

	@Test
	public void aTrapSaysRegisterAndRuleAndWhoSetsIt() throws Exception {
		TrapFlow flow = flow("Nested");
		FlowNode handles = part(part(flow.root(), "hypercall"), "handles hypercall");
		FlowNode read = part(part(handles, "save EL1 state of the VM"), "read \u00d717").parts().stream()
				.filter(each -> each.label().equals("read SCTLR_EL1")).findFirst().orElseThrow();
		assertEquals("SCTLR_EL1, read", detail(flow, read, "Register").value());
		assertEquals("traps read when TRVM (L0 sets it)", detail(flow, read, "Rule").value());
		assertEquals("a trap to L0; L0 handles it", detail(flow, read, "Disposition").value());
		SourcePlace place = detail(flow, read, "Register").place().orElseThrow();
		assertEquals(Source.Kind.LIBRARY, place.kind());
		assertEquals("org.trapline.cpu.arm/arm", place.source());
		assertTrue(place.text(), place.text().startsWith("SCTLR_EL1"));
	}

	@Test
	public void aStepAndACostLeadToTheirLines() throws Exception {
		TrapFlow flow = flow("Nested");
		FlowNode forwards = part(part(flow.root(), "hypercall"), "forwards hypercall to L1");
		FlowNode step = part(forwards, "save general registers");
		assertEquals("exit", detail(flow, step, "Routine").value());
		assertTrue(detail(flow, step, "Step").place().orElseThrow().text().startsWith("step \"save general registers\""));
		FlowNode work = part(step, "save_gp");
		TrapFlow.Detail cost = detail(flow, work, "Cost");
		assertTrue(cost.value(), cost.value().matches("save_gp: [0-9]+ cycles, switching"));
		assertEquals("the table that gives its value", "org.trapline.cpu.arm/x-gene", cost.place().orElseThrow().source());
	}

	@Test
	public void aHypervisorOfTheUsersOwnFileIsFoundThere() throws Exception {
		Path study = Installed.write(folder.getRoot().toPath(), "hypervisor Mine extends KvmNonVhe for arm.v8_0 { }\n"
				+ "stack Own on Moonshot { L0 Mine guest L1 }\nexperiment E { stacks Own workload hypercall measure traps }\n");
		TrapFlow flow = new TrapFlow(Installed.STUDIES.explain(study, "Own", "hypercall"));
		FlowNode handles = part(part(flow.root(), "hypercall"), "handles hypercall");
		Optional<SourcePlace> place = detail(flow, handles, "Software").place();
		assertEquals(Source.Kind.FILE, place.orElseThrow().kind());
		assertEquals(study.toString(), place.orElseThrow().source());
		assertFalse(place.orElseThrow().line() < 1);
	}
}
