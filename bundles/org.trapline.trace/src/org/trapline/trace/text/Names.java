// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.text;

import java.util.Arrays;

/**
 * Numbers for names, from 1, so that a name is compared once. Finding a name that is known allocates nothing. Their number is bounded; what is beyond
 * it gets {@link #OTHER}.
 */
public final class Names {

	/** The number of all names that there is no room for. */
	public static final int OTHER = 0;

	private static final int MAX_LOAD = 2;
	private static final int FNV_PRIME = 0x01000193;
	private static final int FNV_START = 0x811c9dc5;

	private final int limit;
	private byte[][] names = new byte[16][];
	private String[] strings = new String[16];
	private int[] table = new int[64];
	private int size = 1;

	/** @param limit how many names there can be */
	public Names(int limit) {
		this.limit = limit;
		strings[OTHER] = "other";
		names[OTHER] = new byte[0];
	}

	/** The number of a name, which is a part of a text. */
	public int number(byte[] text, int from, int to) {
		int hash = FNV_START;
		for (int at = from; at < to; at++) {
			hash = (hash ^ text[at]) * FNV_PRIME;
		}
		int slot = spread(hash) & table.length - 1;
		while (table[slot] != 0) {
			byte[] name = names[table[slot]];
			if (Arrays.equals(name, 0, name.length, text, from, to)) {
				return table[slot];
			}
			slot = slot + 1 & table.length - 1;
		}
		return add(Arrays.copyOfRange(text, from, to), slot);
	}

	/** The number of a name. */
	public int number(String name) {
		byte[] bytes = Ascii.bytes(name);
		return number(bytes, 0, bytes.length);
	}

	/** A number's name. */
	public String name(int number) {
		return strings[number];
	}

	/** How many names there are, {@link #OTHER} included: all numbers are below. */
	public int size() {
		return size;
	}

	private int add(byte[] name, int slot) {
		if (size > limit) {
			return OTHER;
		}
		if (size == names.length) {
			names = Arrays.copyOf(names, size * 2);
			strings = Arrays.copyOf(strings, size * 2);
		}
		names[size] = name;
		strings[size] = Ascii.string(name, 0, name.length);
		table[slot] = size;
		size++;
		if (size * MAX_LOAD > table.length) {
			rehash();
		}
		return size - 1;
	}

	private void rehash() {
		int[] bigger = new int[table.length * 2];
		for (int number = 1; number < size; number++) {
			int hash = FNV_START;
			for (byte c : names[number]) {
				hash = (hash ^ c) * FNV_PRIME;
			}
			int slot = spread(hash) & bigger.length - 1;
			while (bigger[slot] != 0) {
				slot = slot + 1 & bigger.length - 1;
			}
			bigger[slot] = number;
		}
		table = bigger;
	}

	private static int spread(int hash) {
		return hash ^ hash >>> 15;
	}
}
