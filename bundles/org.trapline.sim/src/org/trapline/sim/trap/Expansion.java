// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.trap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.trapline.sim.SimulationException;
import org.trapline.sim.bill.Charge;
import org.trapline.sim.bill.Exit;
import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.isa.Control;
import org.trapline.sim.isa.Direction;
import org.trapline.sim.isa.ExitReason;
import org.trapline.sim.isa.Instruction;
import org.trapline.sim.isa.Operation;
import org.trapline.sim.isa.Register;
import org.trapline.sim.isa.RegisterAccess;
import org.trapline.sim.spi.Disposition;
import org.trapline.sim.spi.GuestContext;
import org.trapline.sim.spi.WorldSwitch;
import org.trapline.sim.spi.WorldSwitch.Ends;
import org.trapline.sim.spi.WorldSwitch.Phase;
import org.trapline.sim.stack.Action;
import org.trapline.sim.stack.Flag;
import org.trapline.sim.stack.Handler;
import org.trapline.sim.stack.Hypervisor;
import org.trapline.sim.stack.Situation;
import org.trapline.sim.stack.Step;
import org.trapline.sim.stack.VirtualMachineStack;
import org.trapline.sim.trap.TrapNode.Part;
import org.trapline.sim.trap.TrapNode.Part.Charged;
import org.trapline.sim.trap.TrapNode.Part.Child;
import org.trapline.sim.trap.TrapNode.Part.Signalled;
import org.trapline.sim.trap.TrapNode.Part.Started;
import org.trapline.sim.trap.TrapTree.Routine;
import org.trapline.sim.trap.TrapTree.What;

/**
 * Expands operations at a level into a shared graph.
 *
 * <p>
 * A hypervisor's work for an exit depends on the reason and on its flags of the guest, not on which level above caused it. So there
 * is one node for each operation at a level, one for each reason that a level handles, and one for each that it forwards, once for
 * each state of the flags: their number is linear in the depth, though the number of traps is exponential.
 */
final class Expansion {

	private enum Task {
		/** A hypervisor handles an exit. */
		HANDLE,
		/** A hypervisor forwards an exit to the one that it runs. */
		FORWARD,
		/** All hypervisors below a level forward an exit up to it. */
		FORWARD_UP_TO
	}

	/** @param where the world switch in which it happens, where costs depend on that; none otherwise */
	private record PerformKey(int level, Operation operation, WorldSwitch where, long remembered) {
	}

	/** @param seen the part of the world switch's ends on which the task depends; see {@link #seen} */
	private record TaskKey(Task task, int level, ExitReason reason, Ends seen, long remembered) {
	}

	private record ContextKey(int level, long remembered) {
	}

	/** Compared by identity of the steps, which live as long as the stack. */
	private record DependenceKey(int level, List<Step> middle) {
		@Override
		public boolean equals(Object other) {
			return other instanceof DependenceKey that && level == that.level && middle == that.middle;
		}

		@Override
		public int hashCode() {
			return 31 * level + System.identityHashCode(middle);
		}
	}

	private final VirtualMachineStack stack;
	private final GuestMemory memory;
	private final Map<PerformKey, TrapNode> performed = new HashMap<>();
	private final Map<TaskKey, TrapNode> tasks = new HashMap<>();
	private final Map<ContextKey, GuestContext> contexts = new HashMap<>();
	private final Map<DependenceKey, Hypervisor.Dependence> dependences = new HashMap<>();
	private final List<TrapNode> nodes = new ArrayList<>();

	Expansion(VirtualMachineStack stack, GuestMemory memory) {
		this.stack = stack;
		this.memory = memory;
	}

	/** All nodes so far, by their numbers. */
	List<TrapNode> nodes() {
		return nodes;
	}

	// ------------------------------------------------------------------------------------------- decisions and handlers

	/** How the software at a level runs: hardware obeys all the hypervisors below it. */
	private GuestContext context(int level, long remembered) {
		return contexts.computeIfAbsent(new ContextKey(level, remembered & memory.below(level)), key -> {
			Set<Control> controls = new HashSet<>();
			for (int below = 0; below < level; below++) {
				controls.addAll(stack.controls(below, level, memory.at(below, remembered)));
			}
			return new GuestContext(level, level < stack.guestLevel(), controls);
		});
	}

	/**
	 * The level of the hypervisor that handles a trap: the highest that has asked for it. An operation that traps because of L0's
	 * policy alone is handled by L0, whichever software runs on top.
	 */
	private int handler(Operation operation, int level, GuestContext context, long remembered) {
		int asked = 0;
		for (int by = level - 1; by > 0 && asked == 0; by--) {
			if (operation.isAskedFor(stack.controls(by, level, memory.at(by, remembered)))) {
				asked = by;
			}
		}
		return stack.route(operation, context, asked);
	}

	// ------------------------------------------------------------------------------------------- expansion

	/** @param where the world switch in which the operation happens; an entry enters the software that runs next */
	TrapNode perform(int level, Operation operation, WorldSwitch where, long remembered) {
		PerformKey key = new PerformKey(level, operation, stack.replacesCosts() ? where : WorldSwitch.none(level), remembered & memory.below(level));
		TrapNode known = performed.get(key);
		if (known == null) {
			known = expand(level, operation, where, key.remembered());
			performed.put(key, known);
		}
		return known;
	}

	private TrapNode expand(int level, Operation operation, WorldSwitch where, long remembered) {
		if (level == 0) {
			List<Part> parts = new ArrayList<>(List.of(charge(operation.nativeCost(), where)));
			if (operation instanceof Instruction instruction) {
				instruction.signal().ifPresent(signal -> parts.add(new Signalled(signal)));
			}
			return node(level, new What.Performs(operation, new Disposition.Native()), parts, remembered);
		}
		GuestContext context = context(level, remembered);
		Disposition disposition = stack.disposition(operation, context);
		What what = new What.Performs(operation, disposition);
		return switch (disposition) {
		case Disposition.Native() -> untrapped(level, what, operation.nativeCost(), where, remembered);
		case Disposition.Deferred(CostTerm cost) -> untrapped(level, what, cost, where, remembered);
		case Disposition.Redirect(Register target) -> untrapped(level, what, redirectedCost(operation, target), where, remembered);
		case Disposition.Trap(Optional<CostTerm> surcharge, Optional<String> standIn) -> trapped(what, operation, surcharge, context, where, remembered);
		};
	}

	private Charged charge(CostTerm cost, WorldSwitch where) {
		return new Charged(new Charge(where.level(), stack.cost(cost, where)));
	}

	private TrapNode untrapped(int level, What what, CostTerm cost, WorldSwitch where, long remembered) {
		return node(level, what, List.of(charge(cost, where)), remembered);
	}

	private static CostTerm redirectedCost(Operation operation, Register target) {
		return switch (operation) {
		case RegisterAccess access -> target.port(access.direction()).cost();
		case Instruction instruction ->
			throw new SimulationException(instruction.label() + " is not a register access: it cannot be redirected to " + target);
		};
	}

	private TrapNode trapped(What what, Operation operation, Optional<CostTerm> surcharge, GuestContext context, WorldSwitch where, long remembered) {
		int level = context.level();
		ExitReason reason = operation.exitReason();
		int handler = handler(operation, level, context, remembered);
		Instruction.Role role = operation instanceof Instruction instruction ? instruction.role() : Instruction.Role.PLAIN;
		int goesOn = role == Instruction.Role.ENTRY ? where.to() : level;
		TrapNode up = task(Task.FORWARD_UP_TO, handler, reason, new Ends(level, handler), remembered);
		long between = memory.after(remembered, handler, up);
		TrapNode handled = task(Task.HANDLE, handler, reason, new Ends(level, goesOn), between);
		List<Part> parts = new ArrayList<>();
		boolean exits = role != Instruction.Role.WAKE_UP;
		if (exits) {
			parts.add(charge(stack.cpu().trapEntry(), new WorldSwitch(0, new Ends(level, handler == 0 ? goesOn : 1), Phase.LEAVING)));
			surcharge.ifPresent(cost -> parts.add(new Charged(new Charge(0, cost))));
		}
		parts.add(new Child(up));
		parts.add(new Child(handled));
		return add(level, Optional.of(what), exits ? Optional.of(new Exit(level, operation, handler)) : Optional.empty(), parts,
				memory.after(between, handler + 1, handled));
	}

	private TrapNode task(Task task, int level, ExitReason reason, Ends ends, long remembered) {
		int bears = task == Task.FORWARD_UP_TO ? level : level + 1;
		TaskKey key = new TaskKey(task, level, reason, seen(task, level, reason, ends), remembered & memory.below(bears));
		TrapNode known = tasks.get(key);
		if (known == null) {
			known = switch (task) {
			case HANDLE -> handled(level, reason, ends, key.remembered());
			case FORWARD -> forwarded(level, reason, ends, key.remembered());
			case FORWARD_UP_TO -> forwardedUpTo(level, reason, ends, key.remembered());
			};
			tasks.put(key, known);
		}
		return known;
	}

	/** The part of a world switch's ends on which a task depends: equal where they make no difference to it, so that nodes are shared. */
	private Ends seen(Task task, int level, ExitReason reason, Ends ends) {
		if (stack.replacesCosts()) {
			return ends;
		}
		Hypervisor.Dependence dependence = switch (task) {
		case HANDLE -> dependence(level, handler(level, reason).steps());
		case FORWARD -> dependence(level, forwarding(level, reason));
		case FORWARD_UP_TO -> forwardingDependence(level, reason);
		};
		return switch (dependence) {
		case NONE -> new Ends(0, 0);
		case NESTED -> new Ends(task == Task.FORWARD_UP_TO ? ends.from() : nested(level, ends) ? 1 : 0, 0);
		case DISTANCE -> new Ends(ends.from(), 0);
		};
	}

	private Hypervisor.Dependence dependence(int level, List<Step> middle) {
		return dependences.computeIfAbsent(new DependenceKey(level, middle), key -> stack.hypervisors().get(level).dependence(middle));
	}

	/** The strongest dependence of any hypervisor below a level when it forwards. */
	private Hypervisor.Dependence forwardingDependence(int level, ExitReason reason) {
		Hypervisor.Dependence most = Hypervisor.Dependence.NONE;
		for (int below = 0; below < level; below++) {
			Hypervisor.Dependence dependence = dependence(below, forwarding(below, reason));
			most = dependence.compareTo(most) > 0 ? dependence : most;
		}
		return most;
	}

	private static boolean hasRole(ExitReason reason, Instruction.Role role) {
		return reason instanceof Instruction instruction && instruction.role() == role;
	}

	private static boolean nested(int level, Ends ends) {
		return ends.from() > level + 1;
	}

	private TrapNode forwardedUpTo(int level, ExitReason reason, Ends ends, long remembered) {
		if (level == 0) {
			return together(level, List.of(), remembered);
		}
		TrapNode lower = task(Task.FORWARD_UP_TO, level - 1, reason, ends, remembered);
		long between = memory.after(remembered, level - 1, lower);
		int from = hasRole(reason, Instruction.Role.WAKE_UP) ? level : ends.from();
		TrapNode last = task(Task.FORWARD, level - 1, reason, new Ends(from, level), between);
		return together(level, List.of(new Child(lower), new Child(last)), memory.after(between, level, last));
	}

	/** The work of the hypervisor at a level for an exit that it handles. */
	private TrapNode handled(int level, ExitReason reason, Ends ends, long remembered) {
		Handler handler = handler(level, reason);
		Service service = new Service(level, reason, ends, remembered);
		if (handler.fast()) {
			service.run(Routine.HANDLE, handler.steps(), Phase.BETWEEN);
		} else {
			service.runAll(Routine.HANDLE, handler.steps());
		}
		return node(level, new What.Handles(reason), service.parts, service.remembered);
	}

	/**
	 * The work of the hypervisor at a level so that its guest hypervisor gets an exit. A guest hypervisor that has to wake its
	 * guest waits itself: it gets no exit, and is woken as any guest is.
	 */
	private List<Step> forwarding(int level, ExitReason reason) {
		return hasRole(reason, Instruction.Role.WAKE_UP) ? handler(level, reason).steps() : stack.hypervisors().get(level).forward();
	}

	/** The work of the hypervisor at a level for an exit that it forwards to its guest hypervisor. */
	private TrapNode forwarded(int level, ExitReason reason, Ends ends, long remembered) {
		Service service = new Service(level, reason, ends, remembered);
		service.runAll(Routine.FORWARD, forwarding(level, reason));
		return node(level, new What.Forwards(reason), service.parts, service.remembered);
	}

	/** One hypervisor at work on one exit. */
	private final class Service {

		private final int level;
		private final ExitReason reason;
		private final Ends ends;
		private final List<Part> parts = new ArrayList<>();
		private long remembered;

		Service(int level, ExitReason reason, Ends ends, long remembered) {
			this.level = level;
			this.reason = reason;
			this.ends = ends;
			this.remembered = remembered;
		}

		/**
		 * The exit path, the handler of the reason, and the entry path. A guest that already waits has no exit path, and a guest
		 * that starts to wait is not entered.
		 */
		void runAll(Routine routine, List<Step> middle) {
			if (!hasRole(reason, Instruction.Role.WAKE_UP)) {
				run(Routine.EXIT, stack.hypervisors().get(level).exit(), Phase.LEAVING);
			}
			run(routine, middle, Phase.BETWEEN);
			if (routine == Routine.FORWARD || !hasRole(reason, Instruction.Role.WAIT)) {
				run(Routine.ENTER, stack.hypervisors().get(level).enter(), Phase.ENTERING);
			}
		}

		void run(Routine routine, List<Step> steps, Phase phase) {
			WorldSwitch where = new WorldSwitch(level, ends, phase);
			for (Step step : steps) {
				// A hypervisor sees how the software right above it runs, whichever level above exited.
				Situation situation = new Situation(Optional.of(reason), nested(level, ends), stack.runsWith(level), stack.runsWith(level + 1), stack.cpuAt(level),
						memory.at(level, remembered));
				if (step.runs(situation)) {
					parts.add(new Started(new What.Runs(routine, step)));
					step.actions().forEach(action -> act(action, where));
				}
			}
		}

		private void act(Action action, WorldSwitch where) {
			switch (action) {
			case Action.Perform(Operation operation) -> {
				requireRegister(operation);
				TrapNode node = perform(level, operation, where, remembered);
				parts.add(new Child(node));
				remembered = memory.after(remembered, level, node);
			}
			case Action.Work(CostTerm cost, boolean perLevel) -> {
				int times = perLevel ? ends.from() - level - 1 : 1;
				for (int i = 0; i < times; i++) {
					parts.add(charge(cost, where));
				}
			}
			case Action.Remember(Flag flag, boolean value) ->
				remembered = memory.with(remembered, level, flag, value);
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
						+ level + " has no handler for " + reason.label() + ", for which L" + (level + 1) + " exits: give it one, "
						+ "or choose a hypervisor there that has one"));
	}

	private TrapNode node(int level, What what, List<Part> parts, long remembered) {
		return add(level, Optional.of(what), Optional.empty(), parts, remembered);
	}

	private TrapNode together(int level, List<Part> parts, long remembered) {
		return add(level, Optional.empty(), Optional.empty(), parts, remembered);
	}

	private TrapNode add(int level, Optional<What> what, Optional<Exit> trap, List<Part> parts, long remembered) {
		TrapNode node = new TrapNode(nodes.size(), level, what, trap, parts, remembered);
		nodes.add(node);
		return node;
	}
}
