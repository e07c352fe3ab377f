// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.trap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.trapline.sim.bill.Charge;
import org.trapline.sim.bill.Exit;
import org.trapline.sim.cost.Prices;
import org.trapline.sim.trap.TrapNode.Part;

/**
 * The traps of a workload, one after the other in order of time, however many they are: each step walks on in the shared graph and allocates nothing.
 *
 * <pre>
 * TrapTrace trace = machine.trace(workload, prices);
 * while (trace.next()) {
 * 	use(trace.trap(), trace.start(), trace.cycles());
 * }
 * </pre>
 *
 * @since 0.2.0
 */
public final class TrapTrace {

	/** A node of the graph with its times, as a step of the trace reads it. */
	private static final class Timed {
		private final Exit trap;
		/** Cycles of the node and all nodes that it leads to. */
		private final long cycles;
		/** The children that lead to traps, in order. */
		private final Timed[] trapping;
		/** Cycles from the node's start to that of each of them. */
		private final long[] starts;

		Timed(Exit trap, long cycles, List<Timed> trapping, List<Long> starts) {
			this.trap = trap;
			this.cycles = cycles;
			this.trapping = trapping.toArray(Timed[]::new);
			this.starts = starts.stream().mapToLong(Long::longValue).toArray();
		}

		boolean leadsToTraps() {
			return trap != null || trapping.length > 0;
		}
	}

	private static final class Timing {
		private final Prices prices;
		private final Map<TrapNode, Timed> known = new IdentityHashMap<>();

		Timing(Prices prices) {
			this.prices = prices;
		}

		Timed of(TrapNode node) {
			Timed timed = known.get(node);
			if (timed == null) {
				timed = of(node.trap, node.parts());
				known.put(node, timed);
			}
			return timed;
		}

		Timed of(Exit trap, List<Part> parts) {
			List<Timed> trapping = new ArrayList<>();
			List<Long> starts = new ArrayList<>();
			long time = 0;
			for (Part part : parts) {
				if (part instanceof Part.Charged(Charge charge)) {
					time = Math.addExact(time, prices.cycles(charge.term()));
				} else if (part instanceof Part.Child(TrapNode node)) {
					Timed child = of(node);
					if (child.leadsToTraps()) {
						trapping.add(child);
						starts.add(time);
					}
					time = Math.addExact(time, child.cycles);
				}
			}
			return new Timed(trap, time, trapping, starts);
		}
	}

	private Timed[] open = new Timed[32];
	private int[] next = new int[32];
	private long[] starts = new long[32];
	private int depth;

	private Timed current;
	private long start;

	private TrapTrace(Timed root) {
		open[0] = root;
	}

	/** The traps of nodes that happen one after the other. */
	static TrapTrace of(List<TrapNode> nodes, Prices prices) {
		return new TrapTrace(new Timing(prices).of(null, nodes.stream().<Part>map(Part.Child::new).toList()));
	}

	/** Moves to the next trap; false when there is none. */
	public boolean next() {
		while (depth >= 0) {
			Timed node = open[depth];
			int index = next[depth];
			if (index == node.trapping.length) {
				depth--;
				continue;
			}
			next[depth] = index + 1;
			Timed child = node.trapping[index];
			long childStart = starts[depth] + node.starts[index];
			// Most traps lead to no other: they need no place on the stack.
			if (child.trapping.length > 0) {
				push(child, childStart);
			}
			if (child.trap != null) {
				current = child;
				start = childStart;
				return true;
			}
		}
		current = null;
		return false;
	}

	private void push(Timed node, long nodeStart) {
		depth++;
		if (depth == open.length) {
			open = Arrays.copyOf(open, 2 * depth);
			next = Arrays.copyOf(next, 2 * depth);
			starts = Arrays.copyOf(starts, 2 * depth);
		}
		open[depth] = node;
		next[depth] = 0;
		starts[depth] = nodeStart;
	}

	/**
	 * The trap that the trace is at.
	 *
	 * @throws IllegalStateException before the first trap and after the last
	 */
	public Exit trap() {
		return at().trap;
	}

	/** Cycles from the start of the workload to this trap. */
	public long start() {
		return start;
	}

	/** Cycles from this trap until the software that trapped continues, including all traps between. */
	public long cycles() {
		return at().cycles;
	}

	private Timed at() {
		if (current == null) {
			throw new IllegalStateException("the trace has not reached a trap, or has passed the last one");
		}
		return current;
	}
}
