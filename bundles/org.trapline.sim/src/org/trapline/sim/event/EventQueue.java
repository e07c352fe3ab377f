// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.event;

public interface EventQueue {

	int SLOT_BITS = 24;
	int SLOT_MASK = (1 << SLOT_BITS) - 1;
	long NEVER = Long.MAX_VALUE;

	void add(long time, long key);

	long firstTime();

	int removeFirst();

	void remove(int slot);

	int size();
}
