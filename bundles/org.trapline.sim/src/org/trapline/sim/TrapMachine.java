// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.trapline.sim.TrapNode.Part;
import org.trapline.sim.TrapNode.Part.Charge;
import org.trapline.sim.TrapNode.Part.Child;
import org.trapline.sim.TrapNode.Part.Signalled;
import org.trapline.sim.TrapNode.Part.Started;
import org.trapline.sim.TrapTree.Routine;
import org.trapline.sim.TrapTree.What;

/**
 * Expands operations of the guest of a stack into their traps.
 *
 * <p>
 * Everything follows from three rules. A trap enters L0, at every level. L0 handles it, or it is forwarded up to the
 * highest hypervisor that has asked for it. What a hypervisor does are operations at its own level, which may trap in turn.
 *
 * <p>
 * What a hypervisor does for an exit depends on the reason and on what it remembers of its guest, not on who exited for it
 * further up. So there is one node for each operation at a level, one for each reason that a level handles, and one
 * for each that it forwards, once for each state of memory in which they happen: their number is linear in the depth,
 * though the number of traps is exponential.
 *
 * <p>
 * Not thread-safe; two machines share nothing.
 */
public final class TrapMachine {

	/** Rounds after which a workload whose hypervisors still remember something new each time is given up. */
	private static final int MOST_ROUNDS = 64;

	private enum Task {
		/** A hypervisor handles an exit. */
		HANDLE,
		/** A hypervisor forwards an exit to the one that it runs. */
		FORWARD,
		/** All hypervisors below a level forward an exit up to it. */
		FORWARD_UP_TO
	}

	private record PerformKey(int level, Operation operation, long remembered) {
	}

	private record TaskKey(Task task, int level, ExitReason reason, long remembered) {
	}

	private final VirtualMachineStack stack;
	private final List<GuestContext> contexts;
	private final Map<Flag, Integer> flags = new LinkedHashMap<>();
	private final Map<PerformKey, TrapNode> performed = new HashMap<>();
	private final Map<TaskKey, TrapNode> tasks = new HashMap<>();

	/**
	 * @throws SimulationException when the hypervisors remember more than fits
	 */
	public TrapMachine(VirtualMachineStack stack) {
		this.stack = stack;
		List<GuestContext> byLevel = new ArrayList<>();
		for (int level = 1; level <= stack.guestLevel(); level++) {
			byLevel.add(stack.context(level));
		}
		this.contexts = List.copyOf(byLevel);
		for (Hypervisor hypervisor : stack.hypervisors()) {
			hypervisor.flags().forEach(flag -> flags.putIfAbsent(flag, flags.size()));
		}
		if (flags.size() * stack.guestLevel() > Long.SIZE) {
			throw new SimulationException("stack " + stack.name() + ": " + stack.guestLevel() + " hypervisors that remember " + flags.size()
					+ " things of their guests are too many: " + Long.SIZE + " in all fit");
		}
	}

	/** What an operation of the guest on top comes to; see {@link #run(List)}. */
	public Outcome run(Operation operation) {
		return run(List.of(operation));
	}

	/**
	 * What operations of the guest on top, done again and again, come to in one round, once the hypervisors remember the same
	 * before and after it. Traps are those of all vCPUs concerned. Cycles are those until the last of them goes on: where
	 * another vCPU is signalled, those up to the signal, its delay, and those of the other vCPU.
	 *
	 * @throws SimulationException when a hypervisor lacks a handler that the operations lead to, or never comes to remember the same
	 * @throws ArithmeticException when a count exceeds 2^63 - 1
	 */
	public Outcome run(List<? extends Operation> workload) {
		return run(workload, Set.of());
	}

	private Outcome run(List<? extends Operation> workload, Set<Operation> signalled) {
		Outcome.Builder sum = new Outcome.Builder(levels());
		for (TrapNode node : steady(workload)) {
			sum.addTraps(node.outcome());
			if (node.signal().isPresent()) {
				Signal signal = node.signal().get();
				node.chargeUntilSignal(sum);
				sum.charge(0, signal.delay());
				sum.add(run(List.of(signal.operation()), with(signalled, signal.operation())));
			} else {
				sum.addCycles(node.outcome());
			}
		}
		return sum.build();
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
	 * Why operations come to what {@link #run(List)} says: a tree, of which only those nodes are made that one looks at.
	 *
	 * @throws SimulationException as {@link #run(List)}
	 * @throws ArithmeticException when a count exceeds 2^63 - 1
	 */
	public TrapTree explain(List<? extends Operation> workload) {
		return TrapTree.round(List.copyOf(workload), stack, explained(workload, Set.of()), run(workload));
	}

	private List<TrapTree> explained(List<? extends Operation> workload, Set<Operation> signalled) {
		List<TrapTree> trees = new ArrayList<>();
		for (TrapNode node : steady(workload)) {
			if (node.signal().isPresent()) {
				Signal signal = node.signal().get();
				trees.add(TrapTree.untilSignal(signal, stack, node));
				trees.add(TrapTree.spends(0, signal.delay(), stack));
				trees.addAll(explained(List.of(signal.operation()), with(signalled, signal.operation())));
			} else {
				trees.add(TrapTree.of(stack, node));
			}
		}
		return trees;
	}

	/**
	 * The traps of an operation of the guest on top, done again and again, in the order of time; of its own vCPU only.
	 *
	 * @throws SimulationException as {@link #run(List)}
	 * @throws ArithmeticException when a count exceeds 2^63 - 1
	 */
	public TrapTrace trace(Operation operation) {
		return new TrapTrace(steady(List.of(operation)).get(0));
	}

	/** Tells every trap of an operation of the guest on top, in the order of time; see {@link #trace(Operation)}. */
	public void trace(Operation operation, TrapListener listener) {
		TrapTrace trace = trace(operation);
		while (trace.next()) {
			listener.trap(trace.trap());
		}
	}

	private int levels() {
		return stack.guestLevel() + 1;
	}

	/** A workload's nodes in its steady state. */
	private List<TrapNode> steady(List<? extends Operation> workload) {
		long remembered = 0;
		for (int round = 0; round < MOST_ROUNDS; round++) {
			long before = remembered;
			List<TrapNode> nodes = new ArrayList<>();
			for (Operation operation : workload) {
				TrapNode node = perform(stack.guestLevel(), operation, remembered);
				nodes.add(node);
				remembered = node.remembered;
			}
			if (remembered == before) {
				return nodes;
			}
		}
		throw new SimulationException("stack " + stack.name() + ": after " + MOST_ROUNDS + " rounds of "
				+ workload.stream().map(Operation::label).toList() + " the hypervisors still do not remember the same before and after");
	}

	// ------------------------------------------------------------------------------------------- memory of hypervisors

	/** The bits of what hypervisors below a level remember: nothing else bears on what an operation of that level comes to. */
	private long below(int level) {
		int bits = flags.size() * level;
		return bits == Long.SIZE ? -1 : (1L << bits) - 1;
	}

	private long bit(int level, Flag flag) {
		return 1L << level * flags.size() + flags.get(flag);
	}

	/** What is remembered after something that bears on the levels below one only. */
	private long after(long remembered, int level, TrapNode node) {
		return remembered & ~below(level) | node.remembered;
	}

	// ------------------------------------------------------------------------------------------- expansion

	private TrapNode perform(int level, Operation operation, long remembered) {
		PerformKey key = new PerformKey(level, operation, remembered & below(level));
		TrapNode known = performed.get(key);
		if (known == null) {
			known = expand(level, operation, key.remembered());
			performed.put(key, known);
		}
		return known;
	}

	private TrapNode expand(int level, Operation operation, long remembered) {
		if (level == 0) {
			List<Part> parts = new ArrayList<>(List.of(new Charge(0, operation.nativeCost())));
			if (operation instanceof Instruction instruction) {
				instruction.signal().ifPresent(signal -> parts.add(new Signalled(signal)));
			}
			return node(level, new What.Performs(operation, new Disposition.Native()), parts, remembered);
		}
		Disposition disposition = stack.disposition(operation, contexts.get(level - 1));
		What what = new What.Performs(operation, disposition);
		return switch (disposition) {
		case Disposition.Native() -> untrapped(level, what, operation.nativeCost(), remembered);
		case Disposition.Memory(Cost cost) -> untrapped(level, what, cost, remembered);
		case Disposition.Redirect(Register target) -> untrapped(level, what, redirectedCost(operation, target), remembered);
		case Disposition.Trap(Optional<Cost> surcharge) -> trapped(level, what, operation, surcharge, remembered);
		};
	}

	private TrapNode untrapped(int level, What what, Cost cost, long remembered) {
		return node(level, what, List.of(new Charge(level, cost)), remembered);
	}

	private static Cost redirectedCost(Operation operation, Register target) {
		return switch (operation) {
		case RegisterAccess access -> target.cost(access.direction());
		case Instruction instruction ->
			throw new SimulationException(instruction.label() + " is no register access: it cannot be redirected to " + target);
		};
	}

	private TrapNode trapped(int level, What what, Operation operation, Optional<Cost> surcharge, long remembered) {
		ExitReason reason = operation.exitReason();
		int handler = stack.handler(operation, level);
		TrapNode up = task(Task.FORWARD_UP_TO, handler, reason, remembered);
		long between = after(remembered, handler, up);
		TrapNode handled = task(Task.HANDLE, handler, reason, between);
		List<Part> parts = new ArrayList<>();
		parts.add(new Charge(0, stack.cpu().trapEntry()));
		surcharge.ifPresent(cost -> parts.add(new Charge(0, cost)));
		parts.add(new Child(up));
		parts.add(new Child(handled));
		return new TrapNode(levels(), level, Optional.of(what), Optional.of(new Trap(level, operation, handler)), parts,
				after(between, handler + 1, handled));
	}

	private TrapNode task(Task task, int level, ExitReason reason, long remembered) {
		int bears = task == Task.FORWARD_UP_TO ? level : level + 1;
		TaskKey key = new TaskKey(task, level, reason, remembered & below(bears));
		TrapNode known = tasks.get(key);
		if (known == null) {
			known = switch (task) {
			case HANDLE -> served(level, reason, Routine.HANDLE, handler(level, reason), key.remembered());
			case FORWARD -> served(level, reason, Routine.FORWARD, stack.hypervisors().get(level).forward(), key.remembered());
			case FORWARD_UP_TO -> forwardedUpTo(level, reason, key.remembered());
			};
			tasks.put(key, known);
		}
		return known;
	}

	private TrapNode forwardedUpTo(int level, ExitReason reason, long remembered) {
		if (level == 0) {
			return together(level, List.of(), remembered);
		}
		TrapNode lower = task(Task.FORWARD_UP_TO, level - 1, reason, remembered);
		long between = after(remembered, level - 1, lower);
		TrapNode last = task(Task.FORWARD, level - 1, reason, between);
		return together(level, List.of(new Child(lower), new Child(last)), after(between, level, last));
	}

	/** What the hypervisor at a level does for an exit: its exit path, what it does about the reason, and its entry path. */
	private TrapNode served(int level, ExitReason reason, Routine routine, List<Step> middle, long remembered) {
		Hypervisor hypervisor = stack.hypervisors().get(level);
		List<Part> parts = new ArrayList<>();
		long now = run(Routine.EXIT, hypervisor.exit(), level, reason, parts, remembered);
		now = run(routine, middle, level, reason, parts, now);
		now = run(Routine.ENTER, hypervisor.enter(), level, reason, parts, now);
		return node(level, routine == Routine.FORWARD ? new What.Forwards(reason) : new What.Handles(reason), parts, now);
	}

	private long run(Routine routine, List<Step> steps, int level, ExitReason reason, List<Part> parts, long remembered) {
		long now = remembered;
		for (Step step : steps) {
			long known = now;
			// A hypervisor sees how the software right above it runs, whoever exited further up.
			if (step.runs(new Situation(reason, stack.runsWith(level + 1), flag -> flags.containsKey(flag) && (known & bit(level, flag)) != 0))) {
				parts.add(new Started(new What.Runs(routine, step.title())));
				for (Action action : step.actions()) {
					switch (action) {
					case Action.Perform(Operation operation) -> {
						TrapNode node = perform(level, operation, now);
						parts.add(new Child(node));
						now = after(now, level, node);
					}
					case Action.Work(Cost cost) -> parts.add(new Charge(level, cost));
					case Action.Remember(Flag flag, boolean value) -> now = value ? now | bit(level, flag) : now & ~bit(level, flag);
					}
				}
			}
		}
		return now;
	}

	private List<Step> handler(int level, ExitReason reason) {
		Hypervisor hypervisor = stack.hypervisors().get(level);
		return hypervisor.handler(reason)
				.orElseThrow(() -> new SimulationException("stack " + stack.name() + ": hypervisor " + hypervisor.name() + " at L"
						+ level + " has no handler for " + reason.label() + ", for which L" + (level + 1) + " exits"));
	}

	private TrapNode node(int level, What what, List<Part> parts, long remembered) {
		return new TrapNode(levels(), level, Optional.of(what), Optional.empty(), parts, remembered);
	}

	private TrapNode together(int level, List<Part> parts, long remembered) {
		return new TrapNode(levels(), level, Optional.empty(), Optional.empty(), parts, remembered);
	}
}
