// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.trapline.sim.tests.Parts.CALL;
import static org.trapline.sim.tests.Parts.perform;
import static org.trapline.sim.tests.Parts.read;
import static org.trapline.sim.tests.Parts.stack;
import static org.trapline.sim.tests.Parts.work;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

import org.junit.Test;
import org.trapline.sim.bill.Bill;
import org.trapline.sim.bill.Bill.PricedExit;
import org.trapline.sim.bill.BillOverflowException;
import org.trapline.sim.bill.Exit;
import org.trapline.sim.bill.Gradient;
import org.trapline.sim.bill.Outcome;
import org.trapline.sim.bill.Pricer;
import org.trapline.sim.cost.Amount;
import org.trapline.sim.cost.Cause;
import org.trapline.sim.cost.CostParameter;
import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.cost.Prices;
import org.trapline.sim.isa.AccessReason;
import org.trapline.sim.isa.Direction;
import org.trapline.sim.isa.Instruction;
import org.trapline.sim.isa.RegisterAccess;
import org.trapline.sim.isa.Signal;
import org.trapline.sim.isa.TrapRule;
import org.trapline.sim.stack.Action;
import org.trapline.sim.stack.Hypervisor;
import org.trapline.sim.stack.VirtualMachineStack;
import org.trapline.sim.tests.Parts.Hypervisors;
import org.trapline.sim.trap.TrapMachine;
import org.trapline.sim.trap.Workload;

/** Bills: counted once, priced anywhere. */
public class BillTest {

	private static final int STACKS = 200;
	private static final int POINTS = 3;
	private static final CostParameter DELAY = PricedMachine.cost("delay", Cause.TRANSITION, 1000);

	private static void onRandomStacks(BiConsumer<VirtualMachineStack, RandomGenerator> property) {
		for (long seed = 0; seed < STACKS; seed++) {
			SplittableRandom random = new SplittableRandom(seed);
			VirtualMachineStack stack = new RandomStacks(random, true).next();
			if (new TreeWalk(stack, CALL).settled) {
				property.accept(stack, random);
			}
		}
	}

	private static Bill bill(VirtualMachineStack stack) {
		return new TrapMachine(stack).bill(new Workload(List.of(CALL), Set.of()));
	}

	private static Bill itemized(VirtualMachineStack stack) {
		return new TrapMachine(stack).itemizedBill(new Workload(List.of(CALL), Set.of()));
	}

	@Test
	public void aPricedBillIsToTheLastBitWhatExpandingAtThatPointGives() {
		onRandomStacks((stack, random) -> {
			Bill bill = bill(stack);
			for (int point = 0; point < POINTS; point++) {
				Prices prices = PricedMachine.randomPrices(random);
				long[][] walked = new TreeWalk(stack, CALL, prices).cycles;
				Outcome priced = bill.price(prices);
				for (int level = 0; level < walked.length; level++) {
					for (Cause cause : Cause.values()) {
						assertEquals(walked[level][cause.ordinal()], priced.cycles(level, cause));
					}
				}
			}
		});
	}

	@Test
	public void aPointPricedWithoutObjectsIsTheTotalOfTheOutcome() {
		onRandomStacks((stack, random) -> {
			Pricer pricer = new Pricer(bill(stack));
			Prices prices = PricedMachine.randomPrices(random);
			assertEquals(pricer.outcome(prices).cycles(), pricer.cycles(pricer.point(prices)));
		});
	}

	@Test
	public void theGradientIsTheChangeForOneCycleMoreOfEachParameter() {
		onRandomStacks((stack, random) -> {
			Bill bill = bill(stack);
			Map<CostParameter, Amount> amounts = new HashMap<>();
			for (CostTerm term : new Pricer(bill).terms()) {
				amounts.put(term.parameter(), Amount.cycles(random.nextInt(1000)));
			}
			Gradient gradient = bill.gradient(PricedMachine.pricesWith(amounts));
			for (CostParameter parameter : List.copyOf(amounts.keySet())) {
				Map<CostParameter, Amount> more = new HashMap<>(amounts);
				more.put(parameter, new Amount(amounts.get(parameter).number().add(BigDecimal.ONE), false));
				BigDecimal change = bill.gradient(PricedMachine.pricesWith(more)).cycles().subtract(gradient.cycles());
				assertEquals(parameter.name(), 0, change.compareTo(gradient.by(parameter)));
			}
		});
	}

	@Test
	public void exitsByKindAddUpToTheTrapsOfEachLevelAndTheirCyclesToThoseOfL0() {
		onRandomStacks((stack, random) -> {
			Prices prices = PricedMachine.randomPrices(random);
			Bill bill = itemized(stack);
			Outcome outcome = bill.price(prices);
			List<PricedExit> exits = bill.pricedExits(prices);
			for (int level = 1; level < outcome.levels(); level++) {
				int each = level;
				assertEquals(outcome.traps(level), exits.stream().filter(exit -> exit.exit().level() == each).mapToLong(PricedExit::count).sum());
			}
			// Only what L0 does to wake a guest that waits is for no exit.
			assertTrue(exits.stream().mapToLong(PricedExit::cycles).sum() <= outcome.cycles(0));
		});
	}

	@Test
	public void anExitCostsWhatL0SpendsUpToTheNextEntry() {
		Hypervisor host = Hypervisors.named("Host").exit(work(Cause.SWITCHING, 100)).enter(work(Cause.SWITCHING, 20)).forward(work(Cause.FORWARDING, 3))
				.handles(AccessReason.ACCESS, work(Cause.EMULATION, 4000)).handles(CALL, work(Cause.HANDLING, 9)).done();
		Hypervisor guest = Hypervisors.named("Guest").exit(read(Parts.TRAPPING), work(Cause.SWITCHING, 50_000)).handles(CALL).done();
		Bill bill = new TrapMachine(stack(host, guest)).itemizedBill(new Workload(List.of(CALL), Set.of()));
		Prices prices = PricedMachine.prices();
		assertEquals(List.of(new PricedExit(new Exit(2, CALL, 1), 1, 70 + 100 + 3 + 20),
				new PricedExit(new Exit(1, new RegisterAccess(Parts.TRAPPING, Direction.READ), 0), 1, 70 + 100 + 4000 + 20)), bill.pricedExits(prices));
	}

	// ------------------------------------------------------------------------------------------- two vCPUs

	private static Bill overlapping(CostParameter after) {
		Instruction answer = new Instruction("answer", "ANSWER", PricedMachine.cost("answer", Cause.HANDLING, 0), List.of());
		Instruction ipi = new Instruction("ipi", "IPI", PricedMachine.cost("ipi", Cause.HANDLING, 0), List.of(new TrapRule(Parts.BOTH, true, Set.of())),
				Instruction.Role.PLAIN, Optional.of(new Signal(answer, DELAY)));
		Instruction native1 = new Instruction("native", "IPI", PricedMachine.cost("native", Cause.HANDLING, 7), List.of(), Instruction.Role.PLAIN,
				Optional.of(new Signal(answer, DELAY)));
		Hypervisor host = Hypervisors.named("Host").handles(ipi, perform(native1), new Action.Work(after)).done();
		return new TrapMachine(stack(host)).itemizedBill(new Workload(List.of(ipi), Set.of()));
	}

	@Test
	public void theLongerOfTwoWaysIsChosenWhereTheBillIsPriced() {
		CostParameter after = PricedMachine.cost("after", Cause.EMULATION, 0);
		Bill bill = overlapping(after);
		assertEquals(70 + 7 + 1000, bill.price(PricedMachine.pricesWith(Map.of(after, Amount.cycles(5)))).cycles());
		assertEquals(70 + 7 + 3000, bill.price(PricedMachine.pricesWith(Map.of(after, Amount.cycles(3000)))).cycles());
		assertEquals(70 + 7 + 3000, bill.pricedExits(PricedMachine.pricesWith(Map.of(after, Amount.cycles(3000)))).getFirst().cycles());
	}

	@Test
	public void theGradientIsThatOfTheLongerWayAndAtATieBothAreNamed() {
		CostParameter after = PricedMachine.cost("after", Cause.EMULATION, 0);
		Bill bill = overlapping(after);
		Gradient delivered = bill.gradient(PricedMachine.pricesWith(Map.of(after, Amount.cycles(5))));
		assertEquals(List.of(BigDecimal.ONE, BigDecimal.ZERO), List.of(delivered.by(DELAY), delivered.by(after)));
		Gradient sender = bill.gradient(PricedMachine.pricesWith(Map.of(after, Amount.cycles(3000))));
		assertEquals(List.of(BigDecimal.ZERO, BigDecimal.ONE), List.of(sender.by(DELAY), sender.by(after)));
		assertEquals(List.of(), sender.ties());
		Gradient tie = bill.gradient(PricedMachine.pricesWith(Map.of(after, Amount.cycles(1000))));
		assertEquals(1, tie.ties().size());
		assertEquals("answer", tie.ties().getFirst().signalled().label());
		assertEquals(BigDecimal.ONE, tie.ties().getFirst().delivered().by(DELAY));
		assertEquals(BigDecimal.ONE, tie.ties().getFirst().sender().by(after));
	}

	@Test
	public void aTimeCostsMoreCyclesAtAFasterClockAndTheGradientSaysHowMany() {
		CostParameter wait = PricedMachine.cost("wait", Cause.HANDLING, 0);
		Hypervisor host = Hypervisors.named("Host").handles(CALL, new Action.Work(wait)).done();
		Bill bill = new TrapMachine(stack(host)).bill(new Workload(List.of(CALL), Set.of()));
		Prices prices = new Prices(Map.of(wait, new Amount(new BigDecimal("0.000001"), true), Parts.ENTRY, Amount.cycles(70)), Map.of(), BigDecimal.valueOf(2_000_000_000));
		assertEquals(2070, bill.price(prices).cycles());
		assertEquals(0, new BigDecimal("0.000001").compareTo(bill.gradient(prices).hertz()));
	}

	// ------------------------------------------------------------------------------------------- too much

	@Test
	public void aBillThatOverflowsNamesTheParameterAndTheLevel() {
		CostParameter slow = PricedMachine.cost("slow", Cause.HANDLING, 0);
		Hypervisor host = Hypervisors.named("Host").handles(CALL).done();
		Hypervisor guest = Hypervisors.named("Guest").handles(CALL, new Action.Work(slow), new Action.Work(slow)).done();
		Bill bill = new TrapMachine(stack(host, guest)).bill(new Workload(List.of(CALL), Set.of()));
		Exception problem = assertThrows(BillOverflowException.class, () -> bill.price(PricedMachine.pricesWith(Map.of(slow, Amount.cycles(Long.MAX_VALUE)))));
		assertEquals("cost slow at L1", problem.getMessage());
	}
}
