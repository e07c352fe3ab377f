// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.count;

import java.util.Arrays;
import java.util.function.IntFunction;

import org.trapline.trace.level.Reason;
import org.trapline.trace.level.ReasonKind;
import org.trapline.trace.summary.Direction;
import org.trapline.trace.summary.ExitKey;

/** Numbers for kinds of exits, from 0, and how many there are of each. What is beyond the bound is counted as one kind per level and handler. */
public final class ExitKinds {

	/** How many kinds are told apart. */
	public static final int MAX_KINDS = 768;

	private static final String OTHER = "other";
	private static final Direction[] DIRECTIONS = Direction.values();
	private static final int FEW_BITS = 2;
	private static final int REGISTER_BITS = 20;

	private final IntFunction<String> registers;
	private ExitKey[] keys = new ExitKey[64];
	private Reason[] reasons = new Reason[64];
	private long[] packed = new long[64];
	private long[] counts = new long[64];
	private int[] table = new int[256];
	private int size;
	private long beyond;

	/** @param registers the names of registers by number; 0 is none */
	public ExitKinds(IntFunction<String> registers) {
		this.registers = registers;
	}

	/** The number of a kind. It is not counted by that. */
	public int number(int level, int handler, Reason reason, int register, Direction direction) {
		long key = ((((long) reason.number() << REGISTER_BITS) + register << FEW_BITS) + direction.ordinal() << FEW_BITS) + level + 1 << FEW_BITS;
		key += handler + 1;
		int slot = slot(key);
		while (table[slot] != 0) {
			int number = table[slot] - 1;
			if (packed[number] == key) {
				return number;
			}
			slot = slot + 1 & table.length - 1;
		}
		if (size >= MAX_KINDS && reason.number() != 0) {
			beyond++;
			return number(level, handler, new Reason(0, OTHER, reason.isa(), ReasonKind.PLAIN, "", Direction.NONE, false), 0, Direction.NONE);
		}
		return add(key, slot, reason, new ExitKey(level, handler, reason.name(), register == 0 ? reason.register() : registers.apply(register), direction));
	}

	private int add(long key, int slot, Reason reason, ExitKey kind) {
		if (size == keys.length) {
			keys = Arrays.copyOf(keys, size * 2);
			reasons = Arrays.copyOf(reasons, size * 2);
			packed = Arrays.copyOf(packed, size * 2);
			counts = Arrays.copyOf(counts, size * 2);
		}
		keys[size] = kind;
		reasons[size] = reason;
		packed[size] = key;
		table[slot] = size + 1;
		size++;
		if (size * 2 > table.length) {
			table = new int[table.length * 2];
			for (int number = 0; number < size; number++) {
				int place = slot(packed[number]);
				while (table[place] != 0) {
					place = place + 1 & table.length - 1;
				}
				table[place] = number + 1;
			}
		}
		return size - 1;
	}

	/** One more of a kind. */
	public void count(int number) {
		counts[number]++;
	}

	/** How many there are of a kind. */
	public long counted(int number) {
		return counts[number];
	}

	/** What exits of a kind have in common. */
	public ExitKey key(int number) {
		return keys[number];
	}

	/** Why they exit. */
	public Reason reason(int number) {
		return reasons[number];
	}

	/** How many kinds there are; their numbers are below. */
	public int size() {
		return size;
	}

	/** How many exits are of kinds that there is no room for. */
	public long beyond() {
		return beyond;
	}

	private int slot(long key) {
		return (int) (key * 0x9e3779b97f4a7c15L >>> 40) & table.length - 1;
	}
}
