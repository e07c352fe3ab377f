// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.trap;

import java.util.Arrays;

/**
 * The traps of one operation, one after the other in the order of time, however many they are: the shared graph is walked
 * as the trace goes on, and no step of it makes an object.
 *
 * <pre>
 * TrapTrace trace = machine.trace(operation);
 * while (trace.next()) {
 * 	use(trace.trap(), trace.start(), trace.cycles());
 * }
 * </pre>
 */
public final class TrapTrace {

	private TrapNode[] open = new TrapNode[32];
	private int[] next = new int[32];
	private long[] starts = new long[32];
	private int depth;

	private TrapNode current;
	private long start;
	private boolean atRoot = true;

	TrapTrace(TrapNode root) {
		open[0] = root;
	}

	/** Goes to the next trap; false when there is none. */
	public boolean next() {
		if (atRoot) {
			atRoot = false;
			if (open[0].trap != null) {
				current = open[0];
				start = 0;
				return true;
			}
		}
		while (depth >= 0) {
			TrapNode node = open[depth];
			int index = next[depth];
			if (index == node.trapping.length) {
				depth--;
				continue;
			}
			next[depth] = index + 1;
			TrapNode child = node.trapping[index];
			long childStart = starts[depth] + node.startOfTrapping[index];
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

	private void push(TrapNode node, long nodeStart) {
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
	public Trap trap() {
		if (current == null) {
			throw new IllegalStateException("the trace is at no trap");
		}
		return current.trap;
	}

	/** Cycles from the start of the operation to this trap. */
	public long start() {
		return start;
	}

	/** Cycles from this trap until the software that trapped goes on, with all the traps between. */
	public long cycles() {
		trap();
		return current.cycles;
	}
}
