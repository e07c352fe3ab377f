// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.event;

public final class EventKernel {

	private static final int SLOT_BITS = 24;

	private static final class Pending {
		final int slot;
		long time;
		long argument;
		long generation;
		EventHandler handler;
		int kind;
		int nextFree;
		boolean pending;

		Pending(int slot) {
			this.slot = slot;
			this.nextFree = slot + 1;
		}
	}

	private final EventQueue queue;
	private Pending[] slots = new Pending[0];
	private int firstFree;
	private long now;
	private long sequence;
	private long due;

	public EventKernel(EventQueue queue) {
		this.queue = queue;
	}

	public long scheduleAt(long time, EventPriority priority, EventHandler handler, int kind, long argument) {
		if (time < now) {
			throw new IllegalArgumentException();
		}
		int slot = firstFree;
		if (slot == slots.length) {
			grow();
		}
		Pending event = slots[slot];
		firstFree = event.nextFree;
		event.handler = handler;
		event.kind = kind;
		event.argument = argument;
		queue.add(time, priority.order(sequence++ << SLOT_BITS | slot));
		return event.generation << SLOT_BITS | slot;
	}

	public long scheduleAfter(long delay, EventPriority priority, EventHandler handler, int kind, long argument) {
		return scheduleAt(now + delay, priority, handler, kind, argument);
	}

	private void grow() {
		int n = slots.length;
		slots = java.util.Arrays.copyOf(slots, Math.max(16, 2 * n));
		for (int i = n; i < slots.length; i++) {
			slots[i] = new Pending(i);
		}
	}

	public void stop() {
		due = -1;
	}

	public void run(long until, long count) {
		due = until;
		EventQueue queue = this.queue;
		while (true) {
			long time = queue.firstTime();
			if (time > due) {
				return;
			}
			int slot = queue.removeFirst();
			Pending event = slots[slot];
			now = time;
			EventHandler handler = event.handler;
			event.generation++;
			event.nextFree = firstFree;
			firstFree = slot;
			try {
				handler.handle(this, time, event.kind, event.argument);
			} catch (Throwable e) {
				throw new IllegalStateException(e);
			}
		}
	}
}
