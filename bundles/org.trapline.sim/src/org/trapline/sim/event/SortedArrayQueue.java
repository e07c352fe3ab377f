// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.event;

import java.util.Arrays;

/**
 * An array, the first event at its end. Polling takes constant time; adding takes time linear in the number of events
 * that are before the added one, and removing is linear. Fastest for some tens of events: there are no pointers, and what
 * is soon, as most of what is scheduled, moves little.
 */
public final class SortedArrayQueue implements EventQueue {

	private long[] times = new long[16];
	private long[] orders = new long[16];
	private int[] slots = new int[16];
	private int size;

	@Override
	public void add(long time, long order, int slot) {
		if (size == times.length) {
			grow();
		}
		long[] times = this.times;
		long[] orders = this.orders;
		int[] slots = this.slots;
		int place = size++;
		while (place > 0) {
			int before = place - 1;
			long beforeTime = times[before];
			long beforeOrder = orders[before];
			if (beforeTime > time || beforeTime == time && beforeOrder > order) {
				break;
			}
			times[place] = beforeTime;
			orders[place] = beforeOrder;
			slots[place] = slots[before];
			place = before;
		}
		times[place] = time;
		orders[place] = order;
		slots[place] = slot;
	}

	private void grow() {
		int capacity = 2 * size;
		times = Arrays.copyOf(times, capacity);
		orders = Arrays.copyOf(orders, capacity);
		slots = Arrays.copyOf(slots, capacity);
	}

	@Override
	public int poll(long limit) {
		int last = size - 1;
		if (last < 0 || times[last] > limit) {
			return NONE;
		}
		size = last;
		return slots[last];
	}

	@Override
	public void remove(int slot) {
		int place = size - 1;
		while (slots[place] != slot) {
			place--;
		}
		int moved = --size - place;
		System.arraycopy(times, place + 1, times, place, moved);
		System.arraycopy(orders, place + 1, orders, place, moved);
		System.arraycopy(slots, place + 1, slots, place, moved);
	}

	@Override
	public int size() {
		return size;
	}

	/** The time of the first event; there must be one. */
	long firstTime() {
		return times[size - 1];
	}

	/** The order of the first event; there must be one. */
	long firstOrder() {
		return orders[size - 1];
	}
}
