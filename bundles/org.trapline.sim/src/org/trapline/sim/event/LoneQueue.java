package org.trapline.sim.event;
public final class LoneQueue implements EventQueue {
	long time = NEVER, key; int size; SortedArrayQueue rest = new SortedArrayQueue();
	public void add(long time, long key) {
		if (size++ == 0) { this.time = time; this.key = key; }
		else more(time, key);
	}
	private void more(long time, long key) {
		if (this.time != NEVER) { rest.add(this.time, this.key); this.time = NEVER; } rest.add(time, key);
	}
	public long firstTime() { return time != NEVER ? time : rest.firstTime(); }
	public int removeFirst() { size--; if (time != NEVER) { time = NEVER; return (int) key & SLOT_MASK; } return rest.removeFirst(); }
	public void remove(int slot) { throw new UnsupportedOperationException(); }
	public int size() { return size; }
}
