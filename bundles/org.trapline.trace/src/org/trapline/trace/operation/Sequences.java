// SPDX-License-Identifier: EPL-2.0
package org.trapline.trace.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts sequences of kinds of exits. A sequence that is seen again is found without garbage. Their number is bounded: where it is reached, the rarest
 * make room and are counted as others, so that a sequence that is frequent at last is kept whenever it begins.
 */
final class Sequences {

	/** How many there can be. */
	static final int MAX_SEQUENCES = 2048;
	/** How many exits one of them can have. */
	static final int MAX_LENGTH = 1024;
	/** How many exits all of them can have. */
	private static final int MAX_EXITS = 1 << 18;

	private Entry[] table = new Entry[64];
	private int size;
	private int exits;
	/** By marks: operations whose sequence made room. */
	private final long[] forgotten = new long[Marks.ALL + 1];

	/**
	 * An operation went this way.
	 *
	 * @param kinds    of its exits
	 * @param length   how many of them there are
	 * @param hash     of the kinds, in order
	 * @param marks    what {@link Marks} they have
	 * @param duration in nanoseconds; -1 where it is not known
	 */
	void add(int[] kinds, int length, long hash, int marks, long duration) {
		Entry entry = find(kinds, length, hash, marks);
		if (entry == null) {
			if (size >= MAX_SEQUENCES || exits + length > MAX_EXITS) {
				forgetRare();
			}
			entry = new Entry(Arrays.copyOf(kinds, length), hash, marks);
			insert(entry);
			size++;
			exits += length;
			if (size * 2 > table.length) {
				rebuild(all(), table.length * 2);
			}
		}
		entry.count++;
		if (duration >= 0) {
			entry.timed++;
			entry.total += duration;
		}
	}

	private Entry find(int[] kinds, int length, long hash, int marks) {
		for (int slot = slot(hash); table[slot] != null; slot = slot + 1 & table.length - 1) {
			Entry entry = table[slot];
			if (entry.hash == hash && entry.marks == marks && Arrays.equals(entry.kinds, 0, entry.kinds.length, kinds, 0, length)) {
				return entry;
			}
		}
		return null;
	}

	private void insert(Entry entry) {
		int slot = slot(entry.hash);
		while (table[slot] != null) {
			slot = slot + 1 & table.length - 1;
		}
		table[slot] = entry;
	}

	private void rebuild(List<Entry> kept, int length) {
		table = new Entry[length];
		kept.forEach(this::insert);
		size = kept.size();
	}

	/** Keeps the most frequent ones, up to half of what there can be. */
	private void forgetRare() {
		List<Entry> entries = all();
		entries.sort(Comparator.comparingLong((Entry entry) -> entry.count).reversed());
		List<Entry> kept = new ArrayList<>();
		exits = 0;
		for (Entry entry : entries) {
			if (kept.size() < MAX_SEQUENCES / 2 && exits + entry.kinds.length <= MAX_EXITS / 2) {
				kept.add(entry);
				exits += entry.kinds.length;
			} else {
				forgotten[entry.marks] += entry.count;
			}
		}
		rebuild(kept, table.length);
	}

	/** All that are kept. */
	List<Entry> all() {
		List<Entry> entries = new ArrayList<>(size);
		for (Entry entry : table) {
			if (entry != null) {
				entries.add(entry);
			}
		}
		return entries;
	}

	/** How many operations of these marks were forgotten. */
	long forgotten(int marks) {
		return forgotten[marks];
	}

	private int slot(long hash) {
		return (int) (hash >>> 32) & table.length - 1;
	}

	/** A sequence, and how often it occurred. */
	static final class Entry {
		final int[] kinds;
		final long hash;
		final int marks;
		long count;
		long timed;
		double total;

		private Entry(int[] kinds, long hash, int marks) {
			this.kinds = kinds;
			this.hash = hash;
			this.marks = marks;
		}

		/** Those that differ in nothing but their marks become one. */
		static List<Entry> merge(List<Entry> entries) {
			Map<List<Integer>, Entry> merged = new LinkedHashMap<>();
			for (Entry entry : entries) {
				Entry sum = merged.computeIfAbsent(Arrays.stream(entry.kinds).boxed().toList(), key -> new Entry(entry.kinds, entry.hash, Marks.NONE));
				sum.count += entry.count;
				sum.timed += entry.timed;
				sum.total += entry.total;
			}
			return new ArrayList<>(merged.values());
		}
	}
}
