// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.event;

/** Is told of each event that happens, in order: for traces, checks and fingerprints. It changes nothing. */
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
