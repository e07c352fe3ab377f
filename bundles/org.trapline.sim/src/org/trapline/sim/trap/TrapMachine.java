// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.trap;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.trapline.sim.SimulationException;
import org.trapline.sim.bill.Bill;
import org.trapline.sim.bill.Charge;
import org.trapline.sim.bill.Overlap;
import org.trapline.sim.bill.Way;
import org.trapline.sim.cost.Prices;
import org.trapline.sim.isa.Operation;
import org.trapline.sim.isa.Signal;
import org.trapline.sim.spi.WorldSwitch;
import org.trapline.sim.stack.VirtualMachineStack;

/**
 * Expands operations of the guest of a stack into their traps, and counts. It does not price: the result for a workload is a {@link Bill}.
 *
 * <p>
 * Everything follows from three rules. Every trap enters L0, whatever level it comes from. L0 handles it, or forwards it to the
 * highest hypervisor that has asked for it. A hypervisor's program consists of operations at its own level, which may trap in turn.
 *
 * <p>
 * Not thread-safe; two machines share nothing.
 *
 * @since 0.2.0
 */
public final class TrapMachine {

	/** Maximum number of rounds until a workload has to be in steady state. */
	private static final int MOST_ROUNDS = 64;

	private final VirtualMachineStack stack;
	private final GuestMemory memory;
	private final Expansion expansion;

	/**
	 * @throws SimulationException when there are too many flags
	 */
	public TrapMachine(VirtualMachineStack stack) {
		this.stack = stack;
		this.memory = new GuestMemory(stack);
		this.expansion = new Expansion(stack, memory);
	}

	/**
	 * The bill of one round of a repeated workload of the guest on top, in steady state: the hypervisors' flags are the same before
	 * and after the round. Exits are those of all vCPUs concerned. Charges are those until the last vCPU continues: where another
	 * vCPU is signalled, those up to the signal, its delay, and those of the other vCPU, or those of the vCPU that signals,
	 * whichever take longer.
	 *
	 * @throws SimulationException                        when a hypervisor lacks a handler that the operations lead to, or the
	 *                                                    workload never reaches a steady state
	 * @throws org.trapline.sim.bill.BillOverflowException when a count exceeds 2^63 - 1
	 */
	public Bill bill(Workload workload) {
		return bill(workload, false);
	}

	/** The same with L0's charges told apart by the exits that they are for: see {@link Bill#pricedExits}. */
	public Bill itemizedBill(Workload workload) {
		return bill(workload, true);
	}

	private Bill bill(Workload workload, boolean itemized) {
		List<TrapNode> all = new ArrayList<>();
		Way way = way(workload, itemized, Set.of(), all);
		Account exits = new Account(expansion.nodes(), false);
		all.forEach(exits::add);
		return new Bill(levels(), exits.exits(), way);
	}

	/** @param all is added the nodes of all vCPUs to */
	private Way way(Workload workload, boolean itemized, Set<Operation> signalled, List<TrapNode> all) {
		List<TrapNode> steady = steady(workload);
		all.addAll(steady);
		Account sum = new Account(expansion.nodes(), itemized);
		for (TrapNode node : steady) {
			if (node.signal().isEmpty()) {
				sum.add(node);
				continue;
			}
			Signal signal = node.signal().get();
			Way received = way(received(signal, workload), itemized, with(signalled, signal.operation()), all);
			Account delivered = new Account(expansion.nodes(), itemized);
			delivered.addUntilSignal(node, signal);
			delivered.add(received);
			Account sender = new Account(expansion.nodes(), itemized);
			sender.add(node);
			sum.add(new Overlap(signal.operation(), delivered.way(), sender.way()));
		}
		return sum.way();
	}

	private static Workload received(Signal signal, Workload workload) {
		return new Workload(List.of(signal.operation()), workload.given());
	}

	private Set<Operation> with(Set<Operation> signalled, Operation operation) {
		Set<Operation> all = new HashSet<>(signalled);
		if (!all.add(operation)) {
			throw new SimulationException("stack " + stack.name() + ": the signal of " + operation.label()
					+ " leads to another signal of it: vCPUs would signal each other for ever");
		}
		return all;
	}

	/**
	 * The bill of one operation of the software at a level, also of a hypervisor, when no flag is set in the hypervisors below.
	 *
	 * @param level from 0, where nothing traps, to the guest's
	 * @throws SimulationException                        as {@link #bill}
	 * @throws org.trapline.sim.bill.BillOverflowException when a count exceeds 2^63 - 1
	 */
	public Bill billAt(int level, Operation operation) {
		return billAt(level, operation, false);
	}

	/** The same with L0's charges told apart by the exits that they are for: see {@link Bill#pricedExits}. */
	public Bill itemizedBillAt(int level, Operation operation) {
		return billAt(level, operation, true);
	}

	private Bill billAt(int level, Operation operation, boolean itemized) {
		TrapNode node = expansion.perform(level, operation, WorldSwitch.none(level), 0);
		Account sum = new Account(expansion.nodes(), itemized);
		sum.add(node);
		return new Bill(levels(), sum.exits(), sum.way());
	}

	/**
	 * The trap tree of a workload, which explains its {@link #bill}. Nodes are created on demand.
	 *
	 * @param prices values of the costs
	 * @throws SimulationException as {@link #bill}
	 * @throws ArithmeticException when a number exceeds 2^63 - 1
	 */
	public TrapTree explain(Workload workload, Prices prices) {
		TrapTree.Maker maker = new TrapTree.Maker(stack, new NodePrices(levels(), prices));
		return maker.round(workload.operations(), explained(workload, Set.of(), maker, prices), bill(workload).price(prices));
	}

	private List<TrapTree> explained(Workload workload, Set<Operation> signalled, TrapTree.Maker maker, Prices prices) {
		List<TrapTree> trees = new ArrayList<>();
		for (TrapNode node : steady(workload)) {
			if (node.signal().isEmpty()) {
				trees.add(maker.of(node));
				continue;
			}
			Signal signal = node.signal().get();
			Workload other = received(signal, workload);
			List<TrapTree> receiver = explained(other, with(signalled, signal.operation()), maker, prices);
			Bill received = bill(other);
			Account delivered = new Account(expansion.nodes(), false);
			delivered.addUntilSignal(node, signal);
			delivered.add(received.way());
			long senderCycles = maker.prices().cycles(node);
			if (new Bill(levels(), received.exits(), delivered.way()).price(prices).cycles() >= senderCycles) {
				trees.add(maker.untilSignal(signal, node));
				trees.add(maker.spends(new Charge(0, signal.delay())));
				trees.addAll(receiver);
			} else {
				trees.add(maker.of(node));
				trees.add(maker.meanwhile(signal, receiver, received.price(prices)));
			}
		}
		return trees;
	}

	/**
	 * The traps of one round of a repeated operation of the guest on top, in order of time, of its own vCPU only.
	 *
	 * @param given  flags that are set in every hypervisor at the start of each round
	 * @param prices values of the costs
	 * @throws SimulationException as {@link #bill}
	 * @throws ArithmeticException when a number exceeds 2^63 - 1
	 */
	public TrapTrace trace(Workload workload, Prices prices) {
		return TrapTrace.of(steady(workload), prices);
	}

	private int levels() {
		return stack.guestLevel() + 1;
	}

	/** A workload's nodes in its steady state. */
	private List<TrapNode> steady(Workload workload) {
		long given = memory.of(workload.given());
		long remembered = 0;
		for (int round = 0; round < MOST_ROUNDS; round++) {
			long before = remembered;
			remembered |= given;
			List<TrapNode> nodes = new ArrayList<>();
			for (Operation operation : workload.operations()) {
				TrapNode node = expansion.perform(stack.guestLevel(), operation, WorldSwitch.none(stack.guestLevel()), remembered);
				nodes.add(node);
				remembered = node.remembered;
			}
			if (remembered == before) {
				return nodes;
			}
		}
		throw new SimulationException("stack " + stack.name() + ": after " + MOST_ROUNDS + " rounds of "
				+ workload.operations().stream().map(Operation::label).toList() + " the hypervisors still do not remember the same before and after");
	}
}
