// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.event;

import java.util.Arrays;

import org.trapline.sim.SimulationException;

/**
 * A tournament tree over lines of events: fast for many events, and for bursts of equal times.
 *
 * <ul>
 * <li>Events of one time and rank stand in a <i>line</i>, linked with each other. Only lines are in the tree. The line that an
 * event has to join is that of the event that was added last with its time and rank; a small table finds it. Where
 * two lines share a slot of the table and are joined in turns, it does not: an event begins another line of its time and rank then, after
 * the others.
 * <li>Each inner node of the tree says the earlier of its two children's lines. To change a leaf is to go one way from leaf
 * to root, whose addresses are known beforehand, without a branch that depends on the data: a heap has neither.
 * <li>The first line stands in front of all, while its events happen.
 * <li>As long as the other lines are few, they stand in a row, in order: a new one is most often the last. The tree takes over when there
 * are more, until none is left.
 * <li>A leaf whose line is gone stays as it is for the next line: to remove one and add another is a single way to the
 * root.
 * </ul>
 *
 * <p>
 * Time: constant for an event that joins or leaves a line among others, and for a line while they are few; else O(log n), where n is the
 * most lines that ever were in the tree at once. Memory: O(n); once that many lines have been, nothing is allocated.
 *
 * @since 0.2.0
 */
public final class TournamentQueue implements EventQueue {

	// A key orders the lines of one time: by rank, then by number of creation; the lowest bits say the leaf.
	private static final int LEAF_BITS = 24;
	private static final int LEAF_MASK = (1 << LEAF_BITS) - 1;
	private static final int RANK_SHIFT = 60;
	private static final long RANK_MASK = -1L << RANK_SHIFT;
	private static final long LAST_CREATION = (1L << RANK_SHIFT - LEAF_BITS) - 1;

	/** So many slots that two lines which are joined in turns hardly ever share one. */
	private static final int RECENT_BITS = 7;
	private static final long FACTOR = 0x9E3779B97F4A7C15L;
	/** How many lines are few; with more, going through a row takes longer than the tree. */
	private static final int FEW = 8;
	private static final int ROW_MASK = 2 * FEW - 1;
	private static final int NONE = -1;

	/** The first event of the line that is before all others; its link to a previous one says nothing. */
	private Event front;
	private long frontTime;

	// The other lines while they are few, in order, from the head up to the tail, around the end of the array.
	private final Event[] row = new Event[ROW_MASK + 1];
	private int head;
	private int tail;

	/** Time and key of each node's line. Node 1 is the root, node i has the children 2i and 2i + 1; the leaves come last. */
	private long[] nodes = { Event.NEVER, Event.NEVER, Event.NEVER, Event.NEVER };
	/** How many leaves there are: a power of 2. */
	private int leaves = 1;
	/** By leaf: the first event of its line, which has no previous one; null where there is no line. */
	private Event[] firsts = new Event[1];
	/** How many lines are in the tree. */
	private int lines;
	/** The first of the free leaves, and by leaf the next one. */
	private int free;
	private int[] nextFree = { NONE };
	/** The first free leaf if the tree still shows a line there: then its root may not be looked at. */
	private int stale = NONE;

	/** By hash of time and rank: the event that was added last, which may be gone, or somewhere else, by now. */
	private final Event[] recent = new Event[1 << RECENT_BITS];
	/** How many lines were created. */
	private long creations;

	// ------------------------------------------------------------------------------------------- adding

	@Override
	public void add(Event event) {
		long time = event.time;
		int rank = event.rank;
		event.next = null;
		if (front == null && lines == 0 && head == tail) {
			front = event;
			frontTime = time;
			return;
		}
		int slot = slot(time, rank);
		Event last = recent[slot];
		recent[slot] = event;
		// Nothing of this time and rank was added after it. So it is the last of its line, and no later line is of its time and rank.
		if (last != null && last.time == time && last.rank == rank && last != event) {
			last.next = event;
			event.previous = last;
		} else {
			addLine(event, time, rank);
		}
	}

	/** Where in {@link #recent} the last event of a time and rank is. */
	private static int slot(long time, int rank) {
		// One multiplication alone takes equal distances to equal distances: for some, as 1 us, to less than a slot. The times of a clock
		// would share one then.
		long hash = (time + rank) * FACTOR;
		return (int) ((hash ^ hash >>> Integer.SIZE) * FACTOR >>> Long.SIZE - RECENT_BITS);
	}

	private void addLine(Event event, long time, int rank) {
		event.previous = null;
		if (front != null && (time < frontTime || time == frontTime && rank < front.rank)) {
			returnFront();
		}
		if (lines > 0) {
			place(event, time, newKey(rank));
		} else if (tail - head < FEW) {
			insert(event, time, rank);
		} else {
			plant();
			place(event, time, newKey(rank));
		}
	}

	/** The line in front is no longer the first one. */
	private void returnFront() {
		front.previous = null;
		if (lines > 0) {
			// Before all of its time and rank, as it was.
			place(front, frontTime, (long) front.rank << RANK_SHIFT);
		} else {
			row[--head & ROW_MASK] = front;
		}
		front = null;
	}

	/** Puts a line into the row: after all of its time and rank. */
	private void insert(Event event, long time, int rank) {
		int place = tail++;
		while (place != head) {
			Event before = row[place - 1 & ROW_MASK];
			if (before.time < time || before.time == time && before.rank <= rank) {
				break;
			}
			row[place & ROW_MASK] = before;
			place--;
		}
		row[place & ROW_MASK] = event;
	}

	/** Moves the lines from the row into the tree. */
	private void plant() {
		while (head != tail) {
			Event first = unqueue();
			place(first, first.time, newKey(first.rank));
		}
	}

	/** Takes the first line out of the row. */
	private Event unqueue() {
		Event first = row[head & ROW_MASK];
		row[head++ & ROW_MASK] = null;
		return first;
	}

	private long newKey(int rank) {
		if (creations == LAST_CREATION) {
			renumber();
		}
		creations++;
		return (long) rank << RANK_SHIFT | creations << LEAF_BITS;
	}

	/** Numbers the lines anew, in the order of their creation. */
	private void renumber() {
		refresh();
		long[] keys = new long[lines];
		int count = 0;
		for (int leaf = 0; leaf < leaves; leaf++) {
			if (firsts[leaf] != null) {
				keys[count++] = nodes[2 * (leaves + leaf) + 1];
			}
		}
		Arrays.sort(keys);
		creations = 0;
		for (long key : keys) {
			int leaf = (int) key & LEAF_MASK;
			creations++;
			update(leaf, firsts[leaf].time, key & RANK_MASK | creations << LEAF_BITS | leaf);
		}
	}

	// ------------------------------------------------------------------------------------------- the tree

	/** Gives a line a leaf. */
	private void place(Event first, long time, long key) {
		if (free < 0) {
			grow();
		}
		int leaf = free;
		free = nextFree[leaf];
		stale = NONE;
		first.leaf = leaf;
		firsts[leaf] = first;
		lines++;
		update(leaf, time, key & ~LEAF_MASK | leaf);
	}

	private void grow() {
		if (leaves > LEAF_MASK) {
			throw new SimulationException("events are pending for more than " + leaves + " different times");
		}
		int old = leaves;
		long[] oldNodes = nodes;
		leaves *= 2;
		nodes = new long[4 * leaves];
		Arrays.fill(nodes, Event.NEVER);
		firsts = Arrays.copyOf(firsts, leaves);
		nextFree = Arrays.copyOf(nextFree, leaves);
		for (int leaf = leaves - 1; leaf >= old; leaf--) {
			nextFree[leaf] = free;
			free = leaf;
		}
		for (int leaf = 0; leaf < old; leaf++) {
			update(leaf, oldNodes[2 * (old + leaf)], oldNodes[2 * (old + leaf) + 1]);
		}
	}

	/** Changes a leaf, and plays its matches again. */
	private void update(int leaf, long newTime, long newKey) {
		long[] nodes = this.nodes;
		long time = newTime;
		long key = newKey;
		int node = leaves + leaf << 1;
		while (node > 2) {
			nodes[node] = time;
			nodes[node + 1] = key;
			int sibling = node ^ 2;
			long siblingTime = nodes[sibling];
			long siblingKey = nodes[sibling + 1];
			long later = time - siblingTime;
			// All ones where this line is before the sibling's. Not a branch: nothing could predict it.
			long before = (later == 0 ? key - siblingKey : later) >> Long.SIZE - 1;
			time = siblingTime + (later & before);
			key = siblingKey + (key - siblingKey & before);
			node = node >> 2 << 1;
		}
		nodes[2] = time;
		nodes[3] = key;
	}

	/** Takes the line of a leaf out of the tree, which goes on to show it until {@link #refresh}. */
	private void vacate(int leaf) {
		firsts[leaf] = null;
		lines--;
		nextFree[leaf] = free;
		free = leaf;
		stale = leaf;
	}

	/** Makes the tree show what is in it. */
	private void refresh() {
		if (stale >= 0) {
			update(stale, Event.NEVER, Event.NEVER);
			stale = NONE;
		}
	}

	// ------------------------------------------------------------------------------------------- removing

	@Override
	public Event poll(long until) {
		Event event = front;
		if (event == null) {
			return lines > 0 ? pollTree(until) : pollRow(until);
		}
		if (frontTime > until) {
			return null;
		}
		Event after = event.next;
		front = after;
		if (after != null) {
			// It is the same time as before. To read it fetches the event while this one happens: where there are many, it is not in the cache.
			frontTime = after.time;
		}
		return event;
	}

	private Event pollRow(long until) {
		if (head == tail) {
			return null;
		}
		Event first = row[head & ROW_MASK];
		if (first.time > until) {
			return null;
		}
		unqueue();
		front = first.next;
		frontTime = first.time;
		return first;
	}

	private Event pollTree(long until) {
		refresh();
		long time = nodes[2];
		if (time > until) {
			return null;
		}
		int leaf = (int) nodes[3] & LEAF_MASK;
		Event first = firsts[leaf];
		vacate(leaf);
		front = first.next;
		frontTime = time;
		return first;
	}

	@Override
	public void remove(Event event) {
		Event next = event.next;
		Event previous = event.previous;
		if (event == front) {
			front = next;
		} else if (previous != null) {
			previous.next = next;
			if (next != null) {
				next.previous = previous;
			}
		} else if (lines == 0) {
			removeFirstOfRow(event, next);
		} else if (next != null) {
			next.previous = null;
			next.leaf = event.leaf;
			firsts[event.leaf] = next;
		} else {
			refresh();
			vacate(event.leaf);
		}
	}

	/** @param next the one that becomes the first of the line; null where there is none left */
	private void removeFirstOfRow(Event event, Event next) {
		int place = head;
		while (row[place & ROW_MASK] != event) {
			place++;
		}
		if (next != null) {
			next.previous = null;
			row[place & ROW_MASK] = next;
			return;
		}
		for (; place != head; place--) {
			row[place & ROW_MASK] = row[place - 1 & ROW_MASK];
		}
		unqueue();
	}
}
