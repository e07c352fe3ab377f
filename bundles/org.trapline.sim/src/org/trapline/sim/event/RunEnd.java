// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.event;

/**
 * Why a run ended.
 *
 * @since 0.2.0
 */
public enum RunEnd {
	/** No event was left. */
	NO_EVENTS,
	/** All events up to the time limit have happened. */
	TIME_LIMIT,
	/** As many events as allowed have happened. */
	EVENT_LIMIT,
	/** {@link EventKernel#stop()} was called. */
	STOPPED
}
