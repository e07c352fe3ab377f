// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.event;

import java.util.Arrays;

public final class TournamentQueue implements EventQueue {

	private static final int RECENT_BITS = 5;
	private static final int RECENT = 1 << RECENT_BITS;

	/** Time and key of the winner at each node; node 1 is the root, node i has the children 2i and 2i+1. */
	private long[] nodes = { -1, -1, NEVER, NEVER };
	private int leaves = 1;
	/** By leaf: last slot of its run. */
	private int[] tails = new int[1];
	/** By slot. */
	private int[] links = new int[64];
	private static final int LEAF = 0, NEXT = 1, PREVIOUS = 2;
	/** First never used leaf. */
	private int freshLeaf;
	private int freeLeaf = -1;
	private int vacant = -1;
	private int size;
	private final int[] recent = new int[RECENT];
	private long loneTime = NEVER;
	private long loneKey;

	@Override
	public void add(long time, long key) {
		if (size++ == 0) {
			loneTime = time;
			loneKey = key;
		} else {
			addToTree(time, key);
		}
	}

	private void addToTree(long time, long key) {
		if (loneTime != NEVER) {
			addLoneToTree();
		}
		int slot = (int) key & SLOT_MASK;
		int link = slot << 2;
		if (link >= links.length) {
			growSlots(link);
		}
		int[] links = this.links;
		long product = (time + (key >>> 60)) * 0x9E3779B97F4A7C15L;
		int hash = (int) (product >>> 59 ^ product >>> 40) & RECENT - 1;
		int node = recent[hash];
		if (nodes[node] == time && (nodes[node + 1] ^ key) >>> 60 == 0 && node >> 1 != vacant + leaves) {
			int leaf = (node >> 1) - leaves;
			int tail = tails[leaf];
			tails[leaf] = slot;
			links[link] = leaf;
			links[link + PREVIOUS] = tail;
			links[4 * tail + NEXT] = slot;
			return;
		}
		int leaf = vacant;
		if (leaf >= 0) {
			vacant = -1;
		} else {
			leaf = newLeaf();
		}
		links[link] = leaf;
		tails[leaf] = slot;
		recent[hash] = leaves + leaf << 1;
		update(leaf, time, key);
	}

	private void addLoneToTree() {
		links[4 * ((int) loneKey & SLOT_MASK)] = 0;
		tails[0] = (int) loneKey & SLOT_MASK;
		if (vacant < 0) vacant = newLeaf();
		links[4 * ((int) loneKey & SLOT_MASK)] = vacant;
		tails[vacant] = (int) loneKey & SLOT_MASK;
		update(vacant, loneTime, loneKey);
		vacant = -1;
		loneTime = NEVER;
	}

	private int newLeaf() {
		int leaf = freeLeaf;
		if (leaf >= 0) {
			freeLeaf = tails[leaf];
			return leaf;
		}
		if (freshLeaf == leaves) {
			grow();
		}
		return freshLeaf++;
	}

	private void update(int leaf, long time, long key) {
		long[] nodes = this.nodes;
		int node = leaves + leaf << 1;
		while (node > 2) {
			nodes[node] = time;
			nodes[node + 1] = key;
			int sibling = node ^ 2;
			long time2 = nodes[sibling];
			long key2 = nodes[sibling + 1];
			long dt = time - time2;
			long dk = key - key2;
			long mask = (dt == 0 ? dk : dt) >> 63;
			time = time2 + (dt & mask);
			key = key2 + (dk & mask);
			node = node >> 2 << 1;
		}
		nodes[2] = time;
		nodes[3] = key;
	}

	private void growSlots(int link) {
		links = Arrays.copyOf(links, Math.max(link + 4, 2 * links.length));
	}

	private void grow() {
		int old = leaves;
		long[] oldNodes = nodes;
		leaves *= 2;
		nodes = new long[4 * leaves];
		Arrays.fill(nodes, Long.MAX_VALUE);
		nodes[0] = -1;
		Arrays.fill(recent, 0);
		tails = Arrays.copyOf(tails, leaves);
		for (int i = 0; i < old; i++) {
			update(i, oldNodes[2 * (old + i)], oldNodes[2 * (old + i) + 1]);
		}
	}

	@Override
	public long firstTime() {
		if (loneTime != NEVER) {
			return loneTime;
		}
		if (vacant >= 0) {
			release();
		}
		return nodes[2];
	}

	private void release() {
			int leaf = vacant;
			vacant = -1;
			update(leaf, NEVER, NEVER);
			tails[leaf] = freeLeaf;
			freeLeaf = leaf;
	}

	@Override
	public int removeFirst() {
		size--;
		if (loneTime != NEVER) {
			loneTime = NEVER;
			return (int) loneKey & SLOT_MASK;
		}
		int slot = (int) nodes[3] & SLOT_MASK;
		int leaf = links[4 * slot];
		if (tails[leaf] == slot) {
			vacant = leaf;
		} else {
			advance(leaf, slot);
		}
		return slot;
	}

	private void advance(int leaf, int slot) {
		long key = nodes[3] ^ slot ^ links[4 * slot + NEXT];
		for (int node = (leaves + leaf << 1) + 1; node > 1; node = node >> 2 << 1 | 1) {
			nodes[node] = key;
		}
	}

	@Override
	public void remove(int slot) {
		throw new UnsupportedOperationException();
	}

	@Override
	public int size() {
		return size;
	}
}
