// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.trapline.sim.event.Event;
import org.trapline.sim.event.EventQueue;

/**
 * Polls events that are equal in time and priority in random order. A model whose results it changes relies on the order of
 * scheduling: on luck.
 */
final class ShufflingQueue implements EventQueue {

	private final List<Event> events = new ArrayList<>();
	private final Random random;

	ShufflingQueue(long seed) {
		this.random = new Random(seed);
	}

	@Override
	public void add(Event event) {
		events.add(random.nextInt(events.size() + 1), event);
	}

	@Override
	public Event poll(long until) {
		List<Event> firsts = new ArrayList<>();
		for (Event event : events) {
			int order = firsts.isEmpty() ? 0 : NaiveQueue.ORDER.compare(event, firsts.get(0));
			if (order < 0) {
				firsts.clear();
			}
			if (order <= 0) {
				firsts.add(event);
			}
		}
		if (firsts.isEmpty() || firsts.get(0).time() > until) {
			return null;
		}
		Event polled = firsts.get(random.nextInt(firsts.size()));
		events.remove(polled);
		return polled;
	}

	@Override
	public void remove(Event event) {
		events.remove(event);
	}
}
