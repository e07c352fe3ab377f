// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.trapline.sim.tests.Parts.CALL;
import static org.trapline.sim.tests.Parts.ENTRY;
import static org.trapline.sim.tests.Parts.work;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.Test;
import org.trapline.sim.SimulationException;
import org.trapline.sim.cost.Cause;
import org.trapline.sim.cost.CostParameter;
import org.trapline.sim.bill.Outcome;
import org.trapline.sim.isa.Control;
import org.trapline.sim.isa.Instruction;
import org.trapline.sim.isa.Signal;
import org.trapline.sim.isa.TrapRule;
import org.trapline.sim.stack.Action;
import org.trapline.sim.stack.Condition;
import org.trapline.sim.stack.Flag;
import org.trapline.sim.stack.Handler;
import org.trapline.sim.stack.Hypervisor;
import org.trapline.sim.stack.Step;
import org.trapline.sim.tests.Parts.Hypervisors;
import org.trapline.sim.trap.Workload;

/** What hypervisors remember from one exit to the next, and what vCPUs do to one another. */
public class MemoryTest {

	private static final Flag LIVE = new Flag("live");
	private static final Condition WHEN_LIVE = new Condition.Remembers(LIVE);
	private static final Action REMEMBER = new Action.Remember(LIVE, true);
	private static final Action FORGET = new Action.Remember(LIVE, false);
	private static final Instruction OTHER = new Instruction("other", "OTHER", ENTRY, List.of(new TrapRule(Parts.BOTH, true, Set.of())));

	private static Instruction signalling(String name, Instruction signalled, CostParameter delay) {
		return new Instruction(name, "SEND", ENTRY, List.of(new TrapRule(Parts.BOTH, true, Set.of())), Instruction.Role.PLAIN,
				Optional.of(new Signal(signalled, delay)));
	}

	@Test
	public void aWorkloadIsMeasuredOnceTheHypervisorRemembersTheSameBeforeAndAfter() {
		Hypervisor host = Hypervisors.named("H").exitWhen(WHEN_LIVE, work(Cause.SWITCHING, 1000)).handles(CALL, REMEMBER).done();
		assertEquals("the first round has nothing to save; every later one has", 70 + 1000, new PricedMachine(Parts.stack(host)).run(CALL).cycles());
	}

	@Test
	public void whatIsForgottenChangesNothingLater() {
		Hypervisor host = Hypervisors.named("H").exitWhen(WHEN_LIVE, work(Cause.SWITCHING, 1000), FORGET).handles(CALL, REMEMBER)
				.handles(OTHER).done();
		assertEquals("only the second operation finds something to save", 2 * 70 + 1000,
				new PricedMachine(Parts.stack(host)).run(List.of(CALL, OTHER)).cycles());
	}

	@Test
	public void everyLevelRemembersForItself() {
		Hypervisor host = Hypervisors.named("H").exitWhen(WHEN_LIVE, work(Cause.SWITCHING, 1000)).handles(CALL, REMEMBER).done();
		Outcome outcome = new PricedMachine(Parts.stack(host, host)).run(CALL);
		assertEquals("L0 only forwards", 0, outcome.cycles(0, Cause.SWITCHING));
		assertEquals(1000, outcome.cycles(1, Cause.SWITCHING));
	}

	@Test
	public void aWorkloadWhoseHypervisorNeverComesToRestIsAnError() {
		Hypervisor restless = new Hypervisor("Restless", Set.of(), Set.of(), Set.of(), List.of(),
				List.of(new Step("turn", List.of(WHEN_LIVE), List.of(FORGET, new Action.Remember(new Flag("turned"), true))),
						new Step("turn back",
								List.of(new Condition.Not(WHEN_LIVE), new Condition.Not(new Condition.Remembers(new Flag("turned")))), List.of(REMEMBER)),
						new Step("start anew", List.of(), List.of(new Action.Remember(new Flag("turned"), false)))),
				List.of(), List.of(), Map.of(CALL, new Handler(List.of())));
		Exception problem = assertThrows(SimulationException.class, () -> new PricedMachine(Parts.stack(restless)).run(CALL));
		assertTrue(problem.getMessage(), problem.getMessage().contains("do not remember the same before and after"));
	}

	@Test
	public void aSignalAddsTheOtherVCpusTrapsAndTakesTimeUntilItGoesOn() {
		Instruction send = signalling("send", OTHER, PricedMachine.cost("wire", Cause.TRANSITION, 500));
		Hypervisor host = Hypervisors.named("H").handles(send, work(Cause.EMULATION, 100), Parts.perform(send), work(Cause.HANDLING, 599))
				.handles(OTHER, work(Cause.HANDLING, 30)).done();
		Outcome outcome = new PricedMachine(Parts.stack(host)).run(send);
		assertEquals("one trap of the sender, one of the receiver", 2, outcome.traps());
		assertEquals("what the sender does after the signal does not count", 70 + 100 + 70 + 500 + 70 + 30, outcome.cycles());
	}

	@Test
	public void aSenderThatTakesLongerThanTheSignalAndTheOtherVCpuIsWaitedFor() {
		Instruction send = signalling("send", OTHER, PricedMachine.cost("wire", Cause.TRANSITION, 500));
		Hypervisor host = Hypervisors.named("H").handles(send, work(Cause.EMULATION, 100), Parts.perform(send), work(Cause.HANDLING, 601))
				.handles(OTHER, work(Cause.HANDLING, 30)).done();
		Outcome outcome = new PricedMachine(Parts.stack(host)).run(send);
		assertEquals("traps of both", 2, outcome.traps());
		assertEquals("the sender's own cycles, and not one of the other's", 70 + 100 + 70 + 601, outcome.cycles());
	}

	@Test
	public void whatIsGivenIsRememberedAtTheStartOfEachRound() {
		Hypervisor host = Hypervisors.named("H").exitWhen(WHEN_LIVE, work(Cause.SWITCHING, 1000), FORGET).handles(CALL).done();
		PricedMachine machine = new PricedMachine(Parts.stack(host, host));
		assertEquals(0, machine.run(new Workload(List.of(CALL), Set.of())).cycles(1, Cause.SWITCHING));
		assertEquals("once for two calls", 1000, machine.run(new Workload(List.of(CALL, CALL), Set.of(LIVE))).cycles(1, Cause.SWITCHING));
	}

	@Test
	public void aControlCanDependOnWhatIsRemembered() {
		Control lazy = new Control("A");
		Instruction use = new Instruction("use", "USE", PricedMachine.cost("use", Cause.HANDLING, 1), List.of(new TrapRule(Parts.BOTH, false, Set.of(lazy))));
		Hypervisor host = Hypervisors.named("H").configuresGuestWhile(new Condition.Not(WHEN_LIVE), lazy).handles(use, REMEMBER).handles(CALL, FORGET)
				.done();
		Outcome outcome = new PricedMachine(Parts.stack(host)).run(List.of(use, use, use, CALL));
		assertEquals("the first use since the call, and the call", 2, outcome.traps());
	}

	@Test
	public void whoIsWokenUpDoesNotTrapAndNobodyTakesOverItsState() {
		Instruction wake = new Instruction("wake", "WAIT", ENTRY, List.of(new TrapRule(Parts.BOTH, true, Set.of())), Instruction.Role.WAKE_UP,
				Optional.empty());
		Hypervisor host = Hypervisors.named("H").exit(work(Cause.SWITCHING, 1000)).enter(work(Cause.SWITCHING, 10)).handles(wake, work(Cause.HANDLING, 1))
				.done();
		Outcome outcome = new PricedMachine(Parts.stack(host, host)).run(wake);
		assertEquals(0, outcome.traps());
		assertEquals("each level wakes its guest, and enters it", 10 + 1 + 10 + 1, outcome.cycles());
	}

	@Test
	public void whoWaitsIsNotEnteredBeforeItIsWoken() {
		Instruction idle = new Instruction("idle", "WAIT", ENTRY, List.of(new TrapRule(Parts.BOTH, true, Set.of())), Instruction.Role.WAIT, Optional.empty());
		Hypervisor host = Hypervisors.named("H").exit(work(Cause.SWITCHING, 1000)).enter(work(Cause.SWITCHING, 10)).forward(work(Cause.FORWARDING, 100))
				.handles(idle, work(Cause.HANDLING, 1)).done();
		Outcome outcome = new PricedMachine(Parts.stack(host, host)).run(idle);
		assertEquals("L0 leaves the guest, forwards, and enters L1", 70 + 1000 + 100 + 10, outcome.cycles(0));
		assertEquals("L1 enters nobody", 1000 + 1, outcome.cycles(1));
	}

	@Test
	public void vCpusThatSignalEachOtherForEverAreAnError() {
		Instruction[] ping = new Instruction[1];
		Instruction pong = new Instruction("pong", "PONG", ENTRY, List.of(new TrapRule(Parts.BOTH, true, Set.of())));
		ping[0] = signalling("ping", pong, ENTRY);
		Hypervisor host = Hypervisors.named("H").handles(ping[0], Parts.perform(ping[0])).handles(pong, Parts.perform(ping[0])).done();
		Exception problem = assertThrows(SimulationException.class, () -> new PricedMachine(Parts.stack(host)).run(ping[0]));
		assertTrue(problem.getMessage(), problem.getMessage().contains("signal each other for ever"));
	}
}
