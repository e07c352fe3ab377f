// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.event;

import java.util.Arrays;

import org.trapline.sim.SimulationException;

/**
 * A tournament tree over lines of events: fast for many events, and for bursts of equal times.
 *
 * <ul>
 * <li>Events of one time and rank stand in a <i>line</i>, linked with each other. Only lines are in the tree. The line that an
 * event has to join is that of the event that was added last with its time and rank; a small table finds it.
 * <li>Each inner node of the tree says the earlier of its two children's lines. To change a leaf is to go one way from leaf
 * to root, whose addresses are known beforehand, without a branch that depends on the data: a heap has neither.
 * <li>The first line stands in front of the tree, while its events happen.
 * <li>A leaf whose line is gone stays as it is for the next line: to remove one and add another is a single way to the
 * root.
 * </ul>
 *
 * <p>
 * Time: constant for an event that joins or leaves a line among others; else O(log n), where n is the most lines that ever
 * were pending at once. Memory: O(n); once that many lines have been, nothing is allocated.
 */
public final class TournamentQueue implements EventQueue {

	// A key orders the lines of one time: by rank, then by number of creation; the lowest bits say the leaf.
	private static final int LEAF_BITS = 24;
	private static final int LEAF_MASK = (1 << LEAF_BITS) - 1;
	private static final int RANK_SHIFT = 60;
	private static final long RANK_MASK = -1L << RANK_SHIFT;
	private static final long LAST_CREATION = (1L << RANK_SHIFT - LEAF_BITS) - 1;

	private static final int RECENT_BITS = 5;
	private static final int NONE = -1;

	// The line in front, which is before all in the tree.
	private Event front;
	private long frontTime;
	private long frontKey;

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
		if (lines == 0 && front == null) {
			front = event;
			frontTime = time;
			frontKey = (long) rank << RANK_SHIFT;
			return;
		}
		int hash = (int) ((time + rank) * 0x9E3779B97F4A7C15L >>> Long.SIZE - RECENT_BITS);
		Event last = recent[hash];
		recent[hash] = event;
		// Nothing of this time and rank was added after it. So it is the last of its line, and no later line is of its time and rank.
		if (last != null && last.time == time && last.rank == rank && last != event) {
			last.next = event;
			event.previous = last;
		} else {
			addLine(event, time, rank);
		}
	}

	private void addLine(Event event, long time, int rank) {
		long key = newKey(rank);
		if (front != null && (time < frontTime || time == frontTime && rank < frontKey >>> RANK_SHIFT)) {
			place(front, frontTime, frontKey);
			front = null;
		}
		place(event, time, key);
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
		// The front is the first of its time and rank.
		frontKey &= RANK_MASK;
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
		first.previous = null;
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
			return pollTree(until);
		}
		if (frontTime > until) {
			return null;
		}
		Event after = event.next;
		front = after;
		if (after != null) {
			// The same time as before. It is read to have the event in the cache by the time it happens: among many, it is not there.
			frontTime = after.time;
		}
		return event;
	}

	private Event pollTree(long until) {
		refresh();
		long time = nodes[2];
		if (time > until) {
			return null;
		}
		long key = nodes[3];
		int leaf = (int) key & LEAF_MASK;
		Event first = firsts[leaf];
		vacate(leaf);
		front = first.next;
		frontTime = time;
		frontKey = key;
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
		} else if (next != null) {
			next.previous = null;
			next.leaf = event.leaf;
			firsts[event.leaf] = next;
		} else {
			refresh();
			vacate(event.leaf);
		}
	}
}
