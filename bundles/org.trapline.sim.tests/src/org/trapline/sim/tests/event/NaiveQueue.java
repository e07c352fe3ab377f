// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.trapline.sim.event.Event;
import org.trapline.sim.event.EventQueue;

/** What a queue does, so plainly that it is right: a list in the order of adding, whose first minimum is polled. */
final class NaiveQueue implements EventQueue {

	static final Comparator<Event> ORDER = Comparator.comparingLong(Event::time).thenComparing(Event::priority);

	private final List<Event> events = new ArrayList<>();

	@Override
	public void add(Event event) {
		events.add(event);
	}

	@Override
	public Event poll(long until) {
		Event first = null;
		for (Event event : events) {
			if (first == null || ORDER.compare(event, first) < 0) {
				first = event;
			}
		}
		if (first == null || first.time() > until) {
			return null;
		}
		events.remove(first);
		return first;
	}

	@Override
	public void remove(Event event) {
		events.remove(event);
	}
}
