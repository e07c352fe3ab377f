// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.trap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.trapline.sim.SimulationException;
import org.trapline.sim.cost.Cost;
import org.trapline.sim.cost.Outcome;
import org.trapline.sim.isa.Control;
import org.trapline.sim.isa.Direction;
import org.trapline.sim.isa.ExitReason;
import org.trapline.sim.isa.Instruction;
import org.trapline.sim.isa.Operation;
import org.trapline.sim.isa.Register;
import org.trapline.sim.isa.RegisterAccess;
import org.trapline.sim.isa.Signal;
import org.trapline.sim.spi.Disposition;
import org.trapline.sim.spi.GuestContext;
import org.trapline.sim.spi.WorldSwitch;
import org.trapline.sim.stack.Action;
import org.trapline.sim.stack.Flag;
import org.trapline.sim.stack.Handler;
import org.trapline.sim.stack.Hypervisor;
import org.trapline.sim.stack.Situation;
import org.trapline.sim.stack.Step;
import org.trapline.sim.stack.VirtualMachineStack;
import org.trapline.sim.trap.TrapNode.Part;
import org.trapline.sim.trap.TrapNode.Part.Charge;
import org.trapline.sim.trap.TrapNode.Part.Child;
import org.trapline.sim.trap.TrapNode.Part.Signalled;
import org.trapline.sim.trap.TrapNode.Part.Started;
import org.trapline.sim.trap.TrapTree.Routine;
import org.trapline.sim.trap.TrapTree.What;

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

	/** @param crossing on which way it happens, where costs depend on that; else none */
	private record PerformKey(int level, Operation operation, WorldSwitch crossing, long remembered) {
	}

	/** @param seen what of the passage bears on the task; see {@link #seen} */
	private record TaskKey(Task task, int level, ExitReason reason, Passage seen, long remembered) {
	}

	/**
	 * Where an exit comes from, and which software goes on after it.
	 *
	 * @param from the level that exited
	 * @param to   the level that goes on
	 */
	private record Passage(int from, int to) {
	}

	private record ContextKey(int level, long remembered) {
	}

	/** Compared by identity of the steps, which live as long as the stack. */
	private record SightKey(int level, List<Step> middle) {
		@Override
		public boolean equals(Object other) {
			return other instanceof SightKey that && level == that.level && middle == that.middle;
		}

		@Override
		public int hashCode() {
			return 31 * level + System.identityHashCode(middle);
		}
	}

	private final VirtualMachineStack stack;
	private final Map<Flag, Integer> flags = new LinkedHashMap<>();
	private final Map<PerformKey, TrapNode> performed = new HashMap<>();
	private final Map<TaskKey, TrapNode> tasks = new HashMap<>();
	private final Map<ContextKey, GuestContext> contexts = new HashMap<>();
	private final Map<SightKey, Hypervisor.Sight> sights = new HashMap<>();

	/**
	 * @throws SimulationException when the hypervisors remember more than fits
	 */
	public TrapMachine(VirtualMachineStack stack) {
		this.stack = stack;
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
	 * another vCPU is signalled, those up to the signal, its delay, and those of the other vCPU, or those of the vCPU that
	 * signals, whichever are more.
	 *
	 * @throws SimulationException when a hypervisor lacks a handler that the operations lead to, or never comes to remember the same
	 * @throws ArithmeticException when a count exceeds 2^63 - 1
	 */
	public Outcome run(List<? extends Operation> workload) {
		return run(new Workload(List.copyOf(workload), Set.of()));
	}

	/** What a workload comes to; see {@link #run(List)}. */
	public Outcome run(Workload workload) {
		return run(workload, Set.of());
	}

	private Outcome run(Workload workload, Set<Operation> signalled) {
		Outcome.Builder sum = new Outcome.Builder(levels());
		for (TrapNode node : steady(workload)) {
			if (node.signal().isEmpty()) {
				sum.add(node.outcome());
				continue;
			}
			Signal signal = node.signal().get();
			Outcome received = received(signal, workload, signalled);
			Outcome delivered = delivered(node, signal, received);
			sum.addTraps(node.outcome());
			sum.addTraps(received);
			sum.addCycles(delivered.cycles() >= node.outcome().cycles() ? delivered : node.outcome());
		}
		return sum.build();
	}

	private Outcome received(Signal signal, Workload workload, Set<Operation> signalled) {
		return run(new Workload(List.of(signal.operation()), workload.given()), with(signalled, signal.operation()));
	}

	/** The way from the start of an operation over its signal to the other vCPU's going on. */
	private Outcome delivered(TrapNode node, Signal signal, Outcome received) {
		Outcome.Builder way = new Outcome.Builder(levels());
		node.chargeUntilSignal(way);
		way.charge(0, signal.delay());
		way.addCycles(received);
		return way.build();
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
	 * What one operation of the software at a level comes to, when the hypervisors below remember nothing: of a hypervisor, too.
	 *
	 * @param level from 0, where nothing traps, to the guest's
	 * @throws SimulationException as {@link #run(List)}
	 * @throws ArithmeticException when a count exceeds 2^63 - 1
	 */
	public Outcome runAt(int level, Operation operation) {
		return perform(level, operation, WorldSwitch.none(level), 0).outcome();
	}

	/**
	 * Why a workload comes to what {@link #run(Workload)} says: a tree, of which only those nodes are made that one looks at.
	 *
	 * @throws SimulationException as {@link #run(List)}
	 * @throws ArithmeticException when a count exceeds 2^63 - 1
	 */
	public TrapTree explain(Workload workload) {
		return TrapTree.round(workload.operations(), stack, explained(workload, Set.of()), run(workload));
	}

	/** Why operations come to what {@link #run(List)} says; see {@link #explain(Workload)}. */
	public TrapTree explain(List<? extends Operation> operations) {
		return explain(new Workload(List.copyOf(operations), Set.of()));
	}

	private List<TrapTree> explained(Workload workload, Set<Operation> signalled) {
		List<TrapTree> trees = new ArrayList<>();
		for (TrapNode node : steady(workload)) {
			if (node.signal().isEmpty()) {
				trees.add(TrapTree.of(stack, node));
				continue;
			}
			Signal signal = node.signal().get();
			Outcome received = received(signal, workload, signalled);
			boolean senderFirst = delivered(node, signal, received).cycles() >= node.outcome().cycles();
			Workload other = new Workload(List.of(signal.operation()), workload.given());
			List<TrapTree> receiver = explained(other, with(signalled, signal.operation()));
			if (senderFirst) {
				trees.add(TrapTree.untilSignal(signal, stack, node));
				trees.add(TrapTree.spends(0, signal.delay(), stack));
				trees.addAll(receiver);
			} else {
				trees.add(TrapTree.of(stack, node));
				trees.add(TrapTree.meanwhile(signal, stack, receiver, received));
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
		return new TrapTrace(steady(new Workload(List.of(operation), Set.of())).get(0));
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
	private List<TrapNode> steady(Workload workload) {
		long given = 0;
		for (Flag flag : workload.given()) {
			for (int level = 0; level < stack.guestLevel() && flags.containsKey(flag); level++) {
				given |= bit(level, flag);
			}
		}
		long remembered = 0;
		for (int round = 0; round < MOST_ROUNDS; round++) {
			long before = remembered;
			remembered |= given;
			List<TrapNode> nodes = new ArrayList<>();
			for (Operation operation : workload.operations()) {
				TrapNode node = perform(stack.guestLevel(), operation, WorldSwitch.none(stack.guestLevel()), remembered);
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

	private Predicate<Flag> remembers(int level, long remembered) {
		return flag -> flags.containsKey(flag) && (remembered & bit(level, flag)) != 0;
	}

	// ------------------------------------------------------------------------------------------- who decides and who handles

	/** How the software at a level runs: hardware obeys all the hypervisors below it. */
	private GuestContext context(int level, long remembered) {
		return contexts.computeIfAbsent(new ContextKey(level, remembered & below(level)), key -> {
			Set<Control> controls = new HashSet<>();
			for (int below = 0; below < level; below++) {
				controls.addAll(stack.controls(below, level, remembers(below, remembered)));
			}
			return new GuestContext(level, level < stack.guestLevel(), controls);
		});
	}

	/**
	 * The level of the hypervisor that handles a trap: the highest that has asked for it. What traps because of L0's policy
	 * alone, L0 handles, whoever runs on top.
	 */
	private int handler(Operation operation, int level, GuestContext context, long remembered) {
		int asked = 0;
		for (int by = level - 1; by > 0 && asked == 0; by--) {
			if (operation.isAskedFor(stack.controls(by, level, remembers(by, remembered)))) {
				asked = by;
			}
		}
		return stack.route(operation, context, asked);
	}

	// ------------------------------------------------------------------------------------------- expansion

	/** @param crossing on which way the operation happens; an entry enters the software that goes on */
	private TrapNode perform(int level, Operation operation, WorldSwitch crossing, long remembered) {
		PerformKey key = new PerformKey(level, operation, stack.replacesCosts() ? crossing : WorldSwitch.none(level), remembered & below(level));
		TrapNode known = performed.get(key);
		if (known == null) {
			known = expand(level, operation, crossing, key.remembered());
			performed.put(key, known);
		}
		return known;
	}

	private TrapNode expand(int level, Operation operation, WorldSwitch crossing, long remembered) {
		if (level == 0) {
			List<Part> parts = new ArrayList<>(List.of(charge(operation.nativeCost(), crossing)));
			if (operation instanceof Instruction instruction) {
				instruction.signal().ifPresent(signal -> parts.add(new Signalled(signal)));
			}
			return node(level, new What.Performs(operation, new Disposition.Native()), parts, remembered);
		}
		GuestContext context = context(level, remembered);
		Disposition disposition = stack.disposition(operation, context);
		What what = new What.Performs(operation, disposition);
		return switch (disposition) {
		case Disposition.Native() -> untrapped(level, what, operation.nativeCost(), crossing, remembered);
		case Disposition.Memory(Cost cost) -> untrapped(level, what, cost, crossing, remembered);
		case Disposition.Redirect(Register target) -> untrapped(level, what, redirectedCost(operation, target), crossing, remembered);
		case Disposition.Trap(Optional<Cost> surcharge, Optional<String> standIn) -> trapped(what, operation, surcharge, context, crossing, remembered);
		};
	}

	private Charge charge(Cost cost, WorldSwitch crossing) {
		return new Charge(crossing.level(), stack.cost(cost, crossing));
	}

	private TrapNode untrapped(int level, What what, Cost cost, WorldSwitch crossing, long remembered) {
		return node(level, what, List.of(charge(cost, crossing)), remembered);
	}

	private static Cost redirectedCost(Operation operation, Register target) {
		return switch (operation) {
		case RegisterAccess access -> target.port(access.direction()).cost();
		case Instruction instruction ->
			throw new SimulationException(instruction.label() + " is no register access: it cannot be redirected to " + target);
		};
	}

	private TrapNode trapped(What what, Operation operation, Optional<Cost> surcharge, GuestContext context, WorldSwitch crossing, long remembered) {
		int level = context.level();
		ExitReason reason = operation.exitReason();
		int handler = handler(operation, level, context, remembered);
		Instruction.Role role = operation instanceof Instruction instruction ? instruction.role() : Instruction.Role.PLAIN;
		int goesOn = role == Instruction.Role.ENTRY ? crossing.to() : level;
		TrapNode up = task(Task.FORWARD_UP_TO, handler, reason, new Passage(level, handler), remembered);
		long between = after(remembered, handler, up);
		TrapNode handled = task(Task.HANDLE, handler, reason, new Passage(level, goesOn), between);
		List<Part> parts = new ArrayList<>();
		boolean exits = role != Instruction.Role.WAKE_UP;
		if (exits) {
			parts.add(charge(stack.cpu().trapEntry(), new WorldSwitch(0, level, handler == 0 ? goesOn : 1, WorldSwitch.Phase.LEAVING)));
			surcharge.ifPresent(cost -> parts.add(new Charge(0, cost)));
		}
		parts.add(new Child(up));
		parts.add(new Child(handled));
		return new TrapNode(levels(), level, Optional.of(what), exits ? Optional.of(new Trap(level, operation, handler)) : Optional.empty(), parts,
				after(between, handler + 1, handled));
	}

	private TrapNode task(Task task, int level, ExitReason reason, Passage passage, long remembered) {
		int bears = task == Task.FORWARD_UP_TO ? level : level + 1;
		TaskKey key = new TaskKey(task, level, reason, seen(task, level, reason, passage), remembered & below(bears));
		TrapNode known = tasks.get(key);
		if (known == null) {
			known = switch (task) {
			case HANDLE -> handled(level, reason, passage, key.remembered());
			case FORWARD -> forwarded(level, reason, passage, key.remembered());
			case FORWARD_UP_TO -> forwardedUpTo(level, reason, passage, key.remembered());
			};
			tasks.put(key, known);
		}
		return known;
	}

	/** What of a passage bears on a task: equal for passages that make no difference to it, so that they share a node. */
	private Passage seen(Task task, int level, ExitReason reason, Passage passage) {
		if (stack.replacesCosts()) {
			return passage;
		}
		Hypervisor.Sight sight = switch (task) {
		case HANDLE -> sight(level, handler(level, reason).steps());
		case FORWARD -> sight(level, forwarding(level, reason));
		case FORWARD_UP_TO -> forwardingSight(level, reason);
		};
		return switch (sight) {
		case NOTHING -> new Passage(0, 0);
		case NESTED -> new Passage(task == Task.FORWARD_UP_TO ? passage.from() : nested(level, passage) ? 1 : 0, 0);
		case DISTANCE -> new Passage(passage.from(), 0);
		};
	}

	private Hypervisor.Sight sight(int level, List<Step> middle) {
		return sights.computeIfAbsent(new SightKey(level, middle), key -> stack.hypervisors().get(level).sight(middle));
	}

	/** The most that any hypervisor below a level sees when it forwards. */
	private Hypervisor.Sight forwardingSight(int level, ExitReason reason) {
		Hypervisor.Sight most = Hypervisor.Sight.NOTHING;
		for (int below = 0; below < level; below++) {
			Hypervisor.Sight sight = sight(below, forwarding(below, reason));
			most = sight.compareTo(most) > 0 ? sight : most;
		}
		return most;
	}

	private static boolean hasRole(ExitReason reason, Instruction.Role role) {
		return reason instanceof Instruction instruction && instruction.role() == role;
	}

	private static boolean nested(int level, Passage passage) {
		return passage.from() > level + 1;
	}

	private TrapNode forwardedUpTo(int level, ExitReason reason, Passage passage, long remembered) {
		if (level == 0) {
			return together(level, List.of(), remembered);
		}
		TrapNode lower = task(Task.FORWARD_UP_TO, level - 1, reason, passage, remembered);
		long between = after(remembered, level - 1, lower);
		int from = hasRole(reason, Instruction.Role.WAKE_UP) ? level : passage.from();
		TrapNode last = task(Task.FORWARD, level - 1, reason, new Passage(from, level), between);
		return together(level, List.of(new Child(lower), new Child(last)), after(between, level, last));
	}

	/** What the hypervisor at a level does for an exit that it handles. */
	private TrapNode handled(int level, ExitReason reason, Passage passage, long remembered) {
		Handler handler = handler(level, reason);
		Service service = new Service(level, reason, passage, remembered);
		if (handler.fast()) {
			service.run(Routine.HANDLE, handler.steps(), WorldSwitch.Phase.BETWEEN);
		} else {
			service.runAll(Routine.HANDLE, handler.steps());
		}
		return node(level, new What.Handles(reason), service.parts, service.remembered);
	}

	/**
	 * What the hypervisor at a level does so that its guest hypervisor gets an exit. One that is to wake its guest waits itself: it gets no exit,
	 * and is woken as any guest is.
	 */
	private List<Step> forwarding(int level, ExitReason reason) {
		return hasRole(reason, Instruction.Role.WAKE_UP) ? handler(level, reason).steps() : stack.hypervisors().get(level).forward();
	}

	/** What the hypervisor at a level does for an exit that its guest hypervisor gets. */
	private TrapNode forwarded(int level, ExitReason reason, Passage passage, long remembered) {
		Service service = new Service(level, reason, passage, remembered);
		service.runAll(Routine.FORWARD, forwarding(level, reason));
		return node(level, new What.Forwards(reason), service.parts, service.remembered);
	}

	/** One hypervisor at work on one exit. */
	private final class Service {

		private final int level;
		private final ExitReason reason;
		private final Passage passage;
		private final List<Part> parts = new ArrayList<>();
		private long remembered;

		Service(int level, ExitReason reason, Passage passage, long remembered) {
			this.level = level;
			this.reason = reason;
			this.passage = passage;
			this.remembered = remembered;
		}

		/** The exit path, what is done about the reason, and the entry path. From a guest that waits nothing is taken over, and one that comes to wait is not entered. */
		void runAll(Routine routine, List<Step> middle) {
			if (!hasRole(reason, Instruction.Role.WAKE_UP)) {
				run(Routine.EXIT, stack.hypervisors().get(level).exit(), WorldSwitch.Phase.LEAVING);
			}
			run(routine, middle, WorldSwitch.Phase.BETWEEN);
			if (routine == Routine.FORWARD || !hasRole(reason, Instruction.Role.WAIT)) {
				run(Routine.ENTER, stack.hypervisors().get(level).enter(), WorldSwitch.Phase.ENTERING);
			}
		}

		void run(Routine routine, List<Step> steps, WorldSwitch.Phase phase) {
			WorldSwitch crossing = new WorldSwitch(level, passage.from(), passage.to(), phase);
			for (Step step : steps) {
				// A hypervisor sees how the software right above it runs, whoever exited further up.
				Situation situation = new Situation(Optional.of(reason), nested(level, passage), stack.runsWith(level), stack.runsWith(level + 1), stack.cpuAt(level),
						remembers(level, remembered));
				if (step.runs(situation)) {
					parts.add(new Started(new What.Runs(routine, step)));
					step.actions().forEach(action -> act(action, crossing));
				}
			}
		}

		private void act(Action action, WorldSwitch crossing) {
			switch (action) {
			case Action.Perform(Operation operation) -> {
				requireRegister(operation);
				TrapNode node = perform(level, operation, crossing, remembered);
				parts.add(new Child(node));
				remembered = after(remembered, level, node);
			}
			case Action.Work(Cost cost, boolean perLevel) -> {
				int times = perLevel ? passage.from() - level - 1 : 1;
				for (int i = 0; i < times; i++) {
					parts.add(charge(cost, crossing));
				}
			}
			case Action.Remember(Flag flag, boolean value) ->
				remembered = value ? remembered | bit(level, flag) : remembered & ~bit(level, flag);
			}
		}

		private void requireRegister(Operation operation) {
			if (operation instanceof RegisterAccess(Register register, Direction direction)
					&& register.needs().filter(needed -> !stack.cpuAt(level).contains(needed)).isPresent()) {
				throw new SimulationException("stack " + stack.name() + ": hypervisor " + stack.hypervisors().get(level).name() + " at L" + level
						+ " does " + operation.label() + ", and its CPU has no " + register.needs().get().name());
			}
		}
	}

	private Handler handler(int level, ExitReason reason) {
		Hypervisor hypervisor = stack.hypervisors().get(level);
		return hypervisor.handler(reason)
				.orElseThrow(() -> new SimulationException("stack " + stack.name() + ": hypervisor " + hypervisor.name() + " at L"
						+ level + " has no handler for " + reason.label() + ", for which L" + (level + 1) + " exits: give it one, or take a hypervisor there that has one"));
	}

	private TrapNode node(int level, What what, List<Part> parts, long remembered) {
		return new TrapNode(levels(), level, Optional.of(what), Optional.empty(), parts, remembered);
	}

	private TrapNode together(int level, List<Part> parts, long remembered) {
		return new TrapNode(levels(), level, Optional.empty(), Optional.empty(), parts, remembered);
	}
}
