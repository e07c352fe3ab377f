// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.event;

/** Observes each event, in order: for traces, checks and fingerprints. It must not change the simulation. */
@FunctionalInterface
public interface EventObserver {

	/**
	 * An event is about to happen.
	 *
	 * @param event no longer pending
	 * @param time  now, in picoseconds
	 */
	void happens(Event event, long time);
}
