// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.event;

import java.util.Arrays;

public final class SortedArrayQueue implements EventQueue {

	private long[] entries = new long[32];
	private int end;

	@Override
	public void add(long time, long key) {
		if (end == entries.length) {
			grow();
		}
		long[] entries = this.entries;
		int place = end;
		end = place + 2;
		while (place > 0) {
			long beforeTime = entries[place - 2];
			long beforeKey = entries[place - 1];
			if (beforeTime > time || beforeTime == time && beforeKey > key) {
				break;
			}
			entries[place] = beforeTime;
			entries[place + 1] = beforeKey;
			place -= 2;
		}
		entries[place] = time;
		entries[place + 1] = key;
	}

	private void grow() {
		entries = Arrays.copyOf(entries, 2 * end);
	}

	@Override
	public long firstTime() {
		int end = this.end;
		return end == 0 ? NEVER : entries[end - 2];
	}

	@Override
	public int removeFirst() {
		int end = this.end;
		this.end = end - 2;
		return (int) entries[end - 1] & SLOT_MASK;
	}

	@Override
	public void remove(int slot) {
		throw new UnsupportedOperationException();
	}

	@Override
	public int size() {
		return end / 2;
	}
}
