// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import org.trapline.sim.cost.Cause;
import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.cost.Prices;
import org.trapline.sim.isa.Control;
import org.trapline.sim.isa.Instruction;
import org.trapline.sim.isa.Operation;
import org.trapline.sim.isa.RegisterAccess;
import org.trapline.sim.spi.Disposition;
import org.trapline.sim.spi.GuestContext;
import org.trapline.sim.spi.WorldSwitch;
import org.trapline.sim.stack.Action;
import org.trapline.sim.stack.ConfiguredControl;
import org.trapline.sim.stack.Flag;
import org.trapline.sim.stack.Handler;
import org.trapline.sim.stack.Hypervisor;
import org.trapline.sim.stack.MechanismUse;
import org.trapline.sim.stack.Situation;
import org.trapline.sim.stack.Step;
import org.trapline.sim.stack.TrapConfiguration;
import org.trapline.sim.stack.VirtualMachineStack;

/** The rules of the trap machine in their plainest form: walks the whole tree and shares nothing. */
final class TreeWalk {

	/** A trap and when it is. */
	record TracedTrap(String trap, long start, long cycles) {
	}

	private record Memory(int level, Flag flag) {
	}

	private final VirtualMachineStack stack;
	private final Prices prices;
	private final Set<Memory> remembered = new HashSet<>();
	private long now;
	/** Every trap with the cycles from the start of the operation to it, and from it until the software that trapped goes on. */
	final List<TracedTrap> traps = new ArrayList<>();
	final long[][] cycles;
	final boolean settled;

	/** Walks until the hypervisors remember the same before and after, and keeps the last round; {@link #settled} tells whether they do. */
	TreeWalk(VirtualMachineStack stack, Operation operation) {
		this(stack, operation, PricedMachine.prices());
	}

	/** The same at other prices: every cost is priced where it is spent. */
	TreeWalk(VirtualMachineStack stack, Operation operation, Prices prices) {
		this.stack = stack;
		this.prices = prices;
		this.cycles = new long[stack.guestLevel() + 1][Cause.values().length];
		boolean same = false;
		for (int round = 0; round < 64 && !same; round++) {
			traps.clear();
			now = 0;
			for (long[] ofLevel : cycles) {
				Arrays.fill(ofLevel, 0);
			}
			Set<Memory> before = Set.copyOf(remembered);
			perform(stack.guestLevel(), operation, WorldSwitch.none(stack.guestLevel()));
			same = before.equals(remembered);
		}
		settled = same;
	}

	private void perform(int level, Operation operation, WorldSwitch way) {
		Disposition disposition = level == 0 ? new Disposition.Native() : disposition(level, operation);
		switch (disposition) {
		case Disposition.Native() -> charge(level, operation.nativeCost(), way);
		case Disposition.Deferred(CostTerm cost) -> charge(level, cost, way);
		case Disposition.Redirect(var target) -> charge(level, target.port(((RegisterAccess) operation).direction()).cost(), way);
		case Disposition.Trap(var surcharge, var standIn) -> {
			int handler = handler(level, operation);
			int index = traps.size();
			long start = now;
			Instruction.Role role = operation instanceof Instruction instruction ? instruction.role() : Instruction.Role.PLAIN;
			boolean entry = role == Instruction.Role.ENTRY;
			boolean wakes = role == Instruction.Role.WAKE_UP;
			if (!wakes) {
				traps.add(null);
				charge(0, stack.cpu().trapEntry(), new WorldSwitch(0, new WorldSwitch.Ends(level, handler > 0 ? 1 : entry ? way.to() : level), WorldSwitch.Phase.LEAVING));
				surcharge.ifPresent(cost -> charge(0, cost, null));
			}
			for (int by = 0; by <= handler; by++) {
				Hypervisor program = stack.hypervisors().get(by);
				boolean handles = by == handler;
				int from = wakes && !handles ? by + 1 : level;
				int to = !handles ? by + 1 : entry ? way.to() : level;
				Handler own = handles ? program.handler(operation.exitReason()).orElseThrow()
						: new Handler(wakes ? program.handler(operation.exitReason()).orElseThrow().steps() : program.forward());
				if (!own.fast() && !wakes) {
					run(by, operation, program.exit(), new WorldSwitch(by, new WorldSwitch.Ends(from, to), WorldSwitch.Phase.LEAVING));
				}
				run(by, operation, own.steps(), new WorldSwitch(by, new WorldSwitch.Ends(from, to), WorldSwitch.Phase.BETWEEN));
				if (!own.fast() && !(handles && role == Instruction.Role.WAIT)) {
					run(by, operation, program.enter(), new WorldSwitch(by, new WorldSwitch.Ends(from, to), WorldSwitch.Phase.ENTERING));
				}
			}
			if (!wakes) {
				traps.set(index, new TracedTrap("L" + level + " " + operation.label(), start, now - start));
			}
		}
		}
	}

	private void run(int level, Operation exit, List<Step> steps, WorldSwitch way) {
		for (Step step : steps) {
			Situation situation = new Situation(Optional.of(exit.exitReason()), way.from() > level + 1, runsWith(level), runsWith(level + 1), stack.cpuAt(level),
					remembers(level));
			if (step.conditions().stream().allMatch(condition -> condition.holds(situation))) {
				for (Action action : step.actions()) {
					switch (action) {
					case Action.Perform(Operation operation) -> perform(level, operation, way);
					case Action.Work(CostTerm cost, boolean perLevel) -> {
						for (int i = 0; i < (perLevel ? way.from() - level - 1 : 1); i++) {
							charge(level, cost, way);
						}
					}
					case Action.Remember(Flag flag, boolean value) -> {
						remembered.remove(new Memory(level, flag));
						if (value) {
							remembered.add(new Memory(level, flag));
						}
					}
					}
				}
			}
		}
	}

	private Predicate<Flag> remembers(int level) {
		return flag -> remembered.contains(new Memory(level, flag));
	}

	/** What a hypervisor sets for the software at a level: of what it wants, what its CPU has. */
	private Set<Control> controls(int by, int level) {
		boolean hypervisor = level < stack.guestLevel() && by == level - 1;
		Set<Control> guestRunsWith = hypervisor ? runsWith(level) : Set.of();
		Situation situation = new Situation(Optional.empty(), false, runsWith(by), guestRunsWith, stack.cpuAt(by), remembers(by));
		Set<Control> plain = new HashSet<>();
		Set<Control> special = null;
		for (TrapConfiguration each : stack.hypervisors().get(by).configurations()) {
			Set<Control> set = new HashSet<>();
			for (ConfiguredControl control : each.controls()) {
				if (control.conditions().stream().allMatch(condition -> condition.holds(situation)) && stack.cpuAt(by).contains(control.control())) {
					set.add(control.control());
				}
			}
			if (each.hypervisor() == hypervisor && each.guestRunsWith().isEmpty()) {
				plain = set;
			} else if (each.hypervisor() == hypervisor && guestRunsWith.contains(each.guestRunsWith().get())) {
				special = set;
			}
		}
		return special == null ? plain : special;
	}

	/** The highest that has asked for the trap; L0 where nobody has. */
	private int handler(int level, Operation operation) {
		int handler = 0;
		for (int by = 1; by < level; by++) {
			Set<Control> asks = controls(by, level);
			if (operation.rules().anyMatch(rule -> !rule.toHost() && rule.traps(asks))) {
				handler = by;
			}
		}
		return handler;
	}

	private Disposition disposition(int level, Operation operation) {
		boolean hypervisor = level < stack.guestLevel();
		Set<Control> controls = new HashSet<>();
		for (int below = 0; below < level; below++) {
			controls.addAll(controls(below, level));
		}
		GuestContext context = new GuestContext(level, hypervisor, controls);
		Disposition decided = stack.cpu().disposition(operation, context);
		for (MechanismUse use : stack.mechanisms()) {
			if (use.without().stream().noneMatch(without -> without < level)) {
				decided = use.mechanism().refine(operation, context, decided);
			}
		}
		return decided;
	}

	private Set<Control> runsWith(int level) {
		return level < stack.guestLevel() ? stack.hypervisors().get(level).runsWith() : Set.of();
	}

	/** @param way null for what no mechanism replaces */
	private void charge(int level, CostTerm cost, WorldSwitch way) {
		CostTerm paid = cost;
		for (MechanismUse use : stack.mechanisms()) {
			if (way != null && use.without().stream().noneMatch(without -> without <= level)) {
				paid = use.mechanism().replaced(paid, way).orElse(paid);
			}
		}
		cycles[level][paid.cause().ordinal()] += prices.cycles(paid);
		now += prices.cycles(paid);
	}
}
