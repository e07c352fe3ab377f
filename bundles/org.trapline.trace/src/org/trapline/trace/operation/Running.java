// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.operation;

import java.util.Arrays;

/** The operation that a vCPU is in, as one anchor has it. */
final class Running {

	private static final long PRIME = 0x9e3779b97f4a7c15L;

	private int[] kinds = new int[32];
	private int length;
	private boolean active;
	private boolean cut;
	private int marks;
	private long hash;
	private long start;
	private int cpu;

	/** Begins with its anchor. */
	void begin(int kind, int mark, long time, int onCpu) {
		active = true;
		length = 0;
		cut = false;
		marks = 0;
		hash = 0;
		start = time;
		cpu = onCpu;
		add(kind, mark);
	}

	/** One more exit. */
	void add(int kind, int mark) {
		marks |= mark;
		if (length == Sequences.MAX_LENGTH) {
			cut = true;
			return;
		}
		if (length == kinds.length) {
			kinds = Arrays.copyOf(kinds, length * 2);
		}
		kinds[length] = kind;
		length++;
		hash = (hash ^ kind + 1) * PRIME;
		hash ^= hash >>> 29;
	}

	void stop() {
		active = false;
	}

	boolean active() {
		return active;
	}

	int[] kinds() {
		return kinds;
	}

	int length() {
		return length;
	}

	/** Whether it has more exits than are kept. */
	boolean tooLong() {
		return cut;
	}

	/** What {@link Marks} its exits have. */
	int marks() {
		return marks;
	}

	long hash() {
		return hash;
	}

	long start() {
		return start;
	}

	int cpu() {
		return cpu;
	}
}
