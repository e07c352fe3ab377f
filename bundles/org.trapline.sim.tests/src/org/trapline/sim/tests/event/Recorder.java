// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.tests.event;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

import org.trapline.sim.event.Event;
import org.trapline.sim.event.EventKernel;
import org.trapline.sim.event.EventPriority;
import org.trapline.sim.event.EventQueue;
import org.trapline.sim.event.HeapQueue;

/** A kernel with events that write down when they happen, as {@code 5 a}: at 5 ps, the event {@code a}. */
final class Recorder {

	final EventKernel kernel;
	final List<String> happened = new ArrayList<>();

	Recorder() {
		this(new HeapQueue());
	}

	Recorder(EventQueue queue) {
		kernel = new EventKernel(queue);
	}

	Event event(String name) {
		return event(name, EventPriority.VCPU);
	}

	Event event(String name, EventPriority priority) {
		return event(name, priority, payload -> {
			// Being written down is all.
		});
	}

	Event event(String name, EventPriority priority, LongConsumer handler) {
		return kernel.event("test", name, priority, payload -> {
			happened.add(kernel.now() + " " + name);
			handler.accept(payload);
		});
	}

	/** Makes an event that is pending. */
	Event pending(String name, EventPriority priority, long time) {
		Event event = event(name, priority);
		event.scheduleAt(time);
		return event;
	}

	/** Makes an event that is pending. */
	Event pending(String name, long time) {
		return pending(name, EventPriority.VCPU, time);
	}

	/** What happens until nothing is left. */
	List<String> run() {
		kernel.run();
		return happened;
	}
}
