// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.trap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.trapline.sim.cost.Cause;
import org.trapline.sim.cost.Cost;
import org.trapline.sim.isa.ExitReason;
import org.trapline.sim.isa.Instruction;
import org.trapline.sim.isa.Operation;
import org.trapline.sim.isa.RegisterAccess;
import org.trapline.sim.spi.Disposition;
import org.trapline.sim.spi.WorldSwitch.Phase;
import org.trapline.sim.trap.TrapTree.What;

/**
 * Where the cycles of an operation of a nested VM go, in the parts in which SVt (ISCA 2019, Table 1) takes a nested trap apart; for any
 * operation of any stack. The sum of the parts is the total.
 *
 * @param guest            the software on top
 * @param guestSwitch      changes between L0 and what runs above L1: exits, entries, and state saved and loaded on the way
 * @param transform        making one of a guest hypervisor's and the hardware's description of a nested VM, and back
 * @param host             what L0 does about exits
 * @param hostState        state of guests that L0 moves while it does that
 * @param hypervisorSwitch changes between L0 and L1
 * @param hypervisors      what the hypervisors above L0 do
 */
public record NestedTrapParts(long guest, long guestSwitch, long transform, long host, long hostState, long hypervisorSwitch,
		long hypervisors) {

	/** The sum of the parts. */
	public long total() {
		return guest + guestSwitch + transform + host + hostState + hypervisorSwitch + hypervisors;
	}

	/**
	 * The parts of an explained workload.
	 *
	 * @return empty where a second vCPU takes part: then there is no one way that could be taken apart
	 */
	public static Optional<NestedTrapParts> of(TrapTree round, int guestLevel) {
		boolean alone = round.children().stream().noneMatch(child -> child.what() instanceof What.UntilSignal || child.what() instanceof What.Meanwhile);
		if (!alone) {
			return Optional.empty();
		}
		long[] sum = new Walk(guestLevel).of(round, new Way(guestLevel, guestLevel, Phase.BETWEEN, false));
		return Optional.of(new NestedTrapParts(sum[0], sum[1], sum[2], sum[3], sum[4], sum[5], sum[6]));
	}

	/**
	 * What a node is part of.
	 *
	 * @param between whether L0 changes from one level's guest to another's: it forwards an exit, or enters a nested VM
	 */
	private record Way(int from, int to, Phase phase, boolean between) {

		int guest() {
			return switch (phase) {
			case LEAVING -> from;
			// What it switches to, when it changes, is the guest hypervisor's.
			case BETWEEN -> Math.min(from, to);
			case ENTERING -> to;
			};
		}
	}

	private record Seen(TrapTree node, Way way) {
	}

	private static final class Walk {

		private static final int GUEST = 0;
		private static final int GUEST_SWITCH = 1;
		private static final int TRANSFORM = 2;
		private static final int HOST = 3;
		private static final int HOST_STATE = 4;
		private static final int HYPERVISOR_SWITCH = 5;
		private static final int HYPERVISORS = 6;

		private final int guestLevel;
		/** Equal nodes on equal ways come to the same: trees are exponential, what differs in them is not. */
		private final Map<Seen, long[]> known = new HashMap<>();

		Walk(int guestLevel) {
			this.guestLevel = guestLevel;
		}

		long[] of(TrapTree node, Way way) {
			Seen seen = new Seen(node, way);
			long[] found = known.get(seen);
			if (found == null) {
				found = walk(node, way);
				known.put(seen, found);
			}
			return found;
		}

		private long[] walk(TrapTree node, Way way) {
			return switch (node.what()) {
			case What.Round round -> sum(node.children(), way);
			case What.Performs(Operation operation, Disposition disposition) -> performed(node, operation, disposition, way);
			case What.Forwards forwards -> sum(node.children(), new Way(way.from(), node.level() + 1, Phase.BETWEEN, node.level() == 0));
			case What.Handles(ExitReason reason) -> sum(node.children(), new Way(way.from(), way.to(), Phase.BETWEEN, isEntry(reason) && node.level() == 0));
			case What.Runs runs -> sum(node.children(), new Way(way.from(), way.to(), phase(runs.routine()), way.between()));
			case What.Spends(Cost cost) -> one(part(node.level(), cost.cause(), way), node.cycles());
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

		private long[] performed(TrapTree node, Operation operation, Disposition disposition, Way way) {
			if (!(disposition instanceof Disposition.Trap)) {
				boolean field = operation instanceof RegisterAccess && node.level() == 0 && way.between() && way.phase() == Phase.BETWEEN;
				return one(field ? TRANSFORM : part(node.level(), operation.nativeCost().cause(), way), node.cycles());
			}
			int to = isEntry(operation.exitReason()) ? way.to() : node.level();
			long[] sum = new long[HYPERVISORS + 1];
			for (TrapTree child : node.children()) {
				// The hardware's part of the trap: leaving the software that trapped.
				Phase phase = child.what() instanceof What.Spends ? Phase.LEAVING : Phase.BETWEEN;
				add(sum, of(child, new Way(node.level(), to, phase, false)));
			}
			return sum;
		}

		private int part(int level, Cause cause, Way way) {
			if (level > 0) {
				return level == guestLevel ? GUEST : HYPERVISORS;
			}
			return switch (cause) {
			case TRANSITION, SWITCHING, MEMORY -> way.guest() <= 1 ? HYPERVISOR_SWITCH : GUEST_SWITCH;
			case FORWARDING -> TRANSFORM;
			case HANDLING, EMULATION -> HOST;
			case STATE -> HOST_STATE;
			};
		}

		private long[] sum(List<TrapTree> children, Way way) {
			long[] sum = new long[HYPERVISORS + 1];
			children.forEach(child -> add(sum, of(child, way)));
			return sum;
		}

		private static long[] one(int part, long cycles) {
			long[] sum = new long[HYPERVISORS + 1];
			sum[part] = cycles;
			return sum;
		}

		private static void add(long[] sum, long[] part) {
			for (int i = 0; i < sum.length; i++) {
				sum[i] = Math.addExact(sum[i], part[i]);
			}
		}
	}
}
