// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.event;

import java.util.Arrays;

public final class HeapQueue implements EventQueue {

	private static final int RECENT = 64;

	/** By place in the heap. */
	private long[] times = new long[64];
	private int[] heads = new int[64];
	private int runs;
	/** Whether the run at the root is empty. It is left there for the next event that is added, which often comes at once. */
	private boolean vacant;
	private int size;

	/** By slot. */
	private long[] orders = new long[64];
	private int[] places = new int[64];
	private int[] nexts = new int[64];
	private int[] previous = new int[64];

	private final long[] recentTimes = new long[RECENT];
	private final int[] recentTails = new int[RECENT];

	public HeapQueue() {
		Arrays.fill(recentTails, NONE);
	}

	@Override
	public void add(long time, long order, int slot) {
		if (slot >= orders.length) {
			growSlots(slot);
		}
		size++;
		orders[slot] = order;
		nexts[slot] = NONE;
		int recent = recent(time, order);
		int tail = recentTails[recent];
		recentTails[recent] = slot;
		if (tail != NONE && recentTimes[recent] == time
				&& EventPriority.rankOfOrder(orders[tail]) == EventPriority.rankOfOrder(order)) {
			nexts[tail] = slot;
			previous[slot] = tail;
			places[slot] = NONE;
			return;
		}
		recentTimes[recent] = time;
		if (vacant) {
			vacant = false;
			siftDown(0, time, slot);
		} else {
			if (runs == times.length) {
				growHeap();
			}
			siftUp(runs++, time, slot);
		}
	}

	private static int recent(long time, long order) {
		long hash = (time ^ order >>> 56) * 0x9E3779B97F4A7C15L;
		return (int) (hash >>> 58);
	}

	private void forget(long time, int slot) {
		int recent = recent(time, orders[slot]);
		if (recentTails[recent] == slot) {
			recentTails[recent] = NONE;
		}
	}

	@Override
	public int poll(long limit) {
		if (vacant) {
			removeRoot();
		}
		if (runs == 0 || times[0] > limit) {
			return NONE;
		}
		size--;
		int slot = heads[0];
		int next = nexts[slot];
		if (next != NONE) {
			heads[0] = next;
			places[next] = 0;
		} else {
			vacant = true;
			forget(times[0], slot);
		}
		return slot;
	}

	private void removeRoot() {
		vacant = false;
		int last = --runs;
		if (last > 0) {
			siftDown(0, times[last], heads[last]);
		}
	}

	@Override
	public void remove(int slot) {
		throw new UnsupportedOperationException();
	}

	private void siftDown(int from, long time, int slot) {
		long[] times = this.times;
		int[] heads = this.heads;
		int[] places = this.places;
		int runs = this.runs;
		int place = from;
		int child;
		while ((child = 2 * place + 1) < runs) {
			long childTime = times[child];
			int right = child + 1;
			if (right < runs) {
				long rightTime = times[right];
				if (rightTime < childTime || rightTime == childTime && orders[heads[right]] < orders[heads[child]]) {
					child = right;
					childTime = rightTime;
				}
			}
			int childSlot = heads[child];
			if (time < childTime || time == childTime && orders[slot] < orders[childSlot]) {
				break;
			}
			times[place] = childTime;
			heads[place] = childSlot;
			places[childSlot] = place;
			place = child;
		}
		times[place] = time;
		heads[place] = slot;
		places[slot] = place;
	}

	private void siftUp(int from, long time, int slot) {
		long[] times = this.times;
		int[] heads = this.heads;
		int[] places = this.places;
		int place = from;
		while (place > 0) {
			int parent = place - 1 >>> 1;
			long parentTime = times[parent];
			int parentSlot = heads[parent];
			if (parentTime < time || parentTime == time && orders[parentSlot] < orders[slot]) {
				break;
			}
			times[place] = parentTime;
			heads[place] = parentSlot;
			places[parentSlot] = place;
			place = parent;
		}
		times[place] = time;
		heads[place] = slot;
		places[slot] = place;
	}

	private void growHeap() {
		int capacity = 2 * runs;
		times = Arrays.copyOf(times, capacity);
		heads = Arrays.copyOf(heads, capacity);
	}

	private void growSlots(int slot) {
		int capacity = Math.max(slot + 1, 2 * orders.length);
		orders = Arrays.copyOf(orders, capacity);
		places = Arrays.copyOf(places, capacity);
		nexts = Arrays.copyOf(nexts, capacity);
		previous = Arrays.copyOf(previous, capacity);
	}

	@Override
	public int size() {
		return size;
	}
}
