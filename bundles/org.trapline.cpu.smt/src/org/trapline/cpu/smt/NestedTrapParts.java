// SPDX-License-Identifier: EPL-2.0
package org.trapline.cpu.smt;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.trapline.sim.bill.Charge;
import org.trapline.sim.bill.Counts;
import org.trapline.sim.cost.Cause;
import org.trapline.sim.cost.CostTerm;
import org.trapline.sim.isa.ExitReason;
import org.trapline.sim.isa.Instruction;
import org.trapline.sim.isa.Operation;
import org.trapline.sim.isa.RegisterAccess;
import org.trapline.sim.spi.Disposition;
import org.trapline.sim.spi.WorldSwitch.Phase;
import org.trapline.sim.trap.OperationMetrics;
import org.trapline.sim.trap.TrapTree;
import org.trapline.sim.trap.TrapTree.What;

/**
 * The cycles of an operation of a nested VM in the parts into which SVt (ISCA 2019, Table 1) divides a nested trap; for any
 * operation of any stack. The sum of the parts is the total.
 */
public final class NestedTrapParts implements OperationMetrics {

	/** The parts, by the ids of their metrics. */
	private enum Part {
		/** The guest on top. */
		GUEST("part-guest"),
		/** Switches between L0 and software above L1: exits, entries, and state that is saved and loaded meanwhile. */
		GUEST_SWITCH("part-guest-switch"),
		/** Transformation between a guest hypervisor's and the hardware's description of a nested VM (VMCS12, VMCS02). */
		TRANSFORM("part-transform"),
		/** L0's handling of exits. */
		HOST("part-host"),
		/** State of guests that L0 moves while it handles exits. */
		HOST_STATE("part-host-state"),
		/** Switches between L0 and L1. */
		HYPERVISOR_SWITCH("part-hypervisor-switch"),
		/** The hypervisors above L0. */
		HYPERVISORS("part-hypervisor");

		private final String metric;

		Part(String metric) {
			this.metric = metric;
		}
	}

	/** Without parts where a second vCPU takes part: then there is not a single path to divide. */
	@Override
	public Map<String, Counts> of(TrapTree round) {
		boolean alone = round.children().stream().noneMatch(child -> child.what() instanceof What.UntilSignal || child.what() instanceof What.Meanwhile);
		if (!alone) {
			return Map.of();
		}
		int guestLevel = round.level();
		Map<Part, Counts> sum = new Walk(guestLevel).of(round, new Way(guestLevel, guestLevel, Phase.BETWEEN, false));
		Map<String, Counts> byMetric = new LinkedHashMap<>();
		for (Part part : Part.values()) {
			byMetric.put(part.metric, sum.getOrDefault(part, Counts.NONE));
		}
		return byMetric;
	}

	/**
	 * The context of a node.
	 *
	 * @param between whether L0 changes from one level's guest to another's: it forwards an exit, or enters a nested VM
	 */
	private record Way(int from, int to, Phase phase, boolean between) {

		int guest() {
			return switch (phase) {
			case LEAVING -> from;
			// When it switches, the target is the guest hypervisor.
			case BETWEEN -> Math.min(from, to);
			case ENTERING -> to;
			};
		}
	}

	private record Seen(TrapTree node, Way way) {
	}

	private static final class Walk {

		private final int guestLevel;
		/** Equal nodes in equal contexts have equal parts: trees are exponential, but their distinct nodes are few. */
		private final Map<Seen, Map<Part, Counts>> known = new HashMap<>();

		Walk(int guestLevel) {
			this.guestLevel = guestLevel;
		}

		Map<Part, Counts> of(TrapTree node, Way way) {
			Seen seen = new Seen(node, way);
			Map<Part, Counts> found = known.get(seen);
			if (found == null) {
				found = walk(node, way);
				known.put(seen, found);
			}
			return found;
		}

		private Map<Part, Counts> walk(TrapTree node, Way way) {
			return switch (node.what()) {
			case What.Round round -> sum(node.children(), way);
			case What.Performs(Operation operation, Disposition disposition) -> performed(node, operation, disposition, way);
			case What.Forwards forwards -> sum(node.children(), new Way(way.from(), node.level() + 1, Phase.BETWEEN, node.level() == 0));
			case What.Handles(ExitReason reason) -> sum(node.children(), new Way(way.from(), way.to(), Phase.BETWEEN, isEntry(reason) && node.level() == 0));
			case What.Runs runs -> sum(node.children(), new Way(way.from(), way.to(), phase(runs.routine()), way.between()));
			case What.Spends(CostTerm cost) -> one(part(node.level(), cost.cause(), way), node.level(), cost);
			case What.UntilSignal until -> throw new IllegalArgumentException("a signal below " + node);
			case What.Meanwhile meanwhile -> throw new IllegalArgumentException("a signal below " + node);
			};
		}

		private static Phase phase(TrapTree.Routine routine) {
			return switch (routine) {
			case EXIT -> Phase.LEAVING;
			case HANDLE, FORWARD -> Phase.BETWEEN;
			case ENTER -> Phase.ENTERING;
			};
		}

		private static boolean isEntry(ExitReason reason) {
			return reason instanceof Instruction instruction && instruction.role() == Instruction.Role.ENTRY;
		}

		private Map<Part, Counts> performed(TrapTree node, Operation operation, Disposition disposition, Way way) {
			if (!(disposition instanceof Disposition.Trap)) {
				boolean field = operation instanceof RegisterAccess && node.level() == 0 && way.between() && way.phase() == Phase.BETWEEN;
				return one(field ? Part.TRANSFORM : part(node.level(), operation.nativeCost().cause(), way), node.level(), node.spent().orElseThrow());
			}
			int to = isEntry(operation.exitReason()) ? way.to() : node.level();
			Sum sum = new Sum();
			for (TrapTree child : node.children()) {
				// The hardware's part of the trap: leaving the software that trapped.
				Phase phase = child.what() instanceof What.Spends ? Phase.LEAVING : Phase.BETWEEN;
				sum.add(of(child, new Way(node.level(), to, phase, false)));
			}
			return sum.build();
		}

		private Part part(int level, Cause cause, Way way) {
			if (level > 0) {
				return level == guestLevel ? Part.GUEST : Part.HYPERVISORS;
			}
			return switch (cause) {
			case TRANSITION, SWITCHING, MEMORY -> way.guest() <= 1 ? Part.HYPERVISOR_SWITCH : Part.GUEST_SWITCH;
			case FORWARDING -> Part.TRANSFORM;
			case HANDLING, EMULATION -> Part.HOST;
			case STATE -> Part.HOST_STATE;
			};
		}

		private Map<Part, Counts> sum(List<TrapTree> children, Way way) {
			Sum sum = new Sum();
			children.forEach(child -> sum.add(of(child, way)));
			return sum.build();
		}

		private static Map<Part, Counts> one(Part part, int level, CostTerm term) {
			Counts.Builder one = new Counts.Builder();
			one.add(new Charge(level, term), 1);
			return Map.of(part, one.build());
		}
	}

	private static final class Sum {

		private final Map<Part, Counts.Builder> parts = new EnumMap<>(Part.class);

		void add(Map<Part, Counts> more) {
			more.forEach((part, counts) -> parts.computeIfAbsent(part, each -> new Counts.Builder()).add(counts, 1));
		}

		Map<Part, Counts> build() {
			Map<Part, Counts> sum = new EnumMap<>(Part.class);
			parts.forEach((part, counts) -> sum.put(part, counts.build()));
			return sum;
		}
	}
}
