// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.spi;

import java.util.Objects;

/**
 * Where something is paid for, on the way from one piece of software over a hypervisor to the one that goes on.
 *
 * @param level the level that pays
 * @param from  the level of the software that exited; {@code level} where nobody did
 * @param to    the level of the software that goes on
 * @param phase the part of the way
 */
public record WorldSwitch(int level, int from, int to, Phase phase) {

	/** The parts of the way. */
	public enum Phase {
		/** Leaving the software that exited. */
		LEAVING,
		/** What the hypervisor does about the exit. */
		BETWEEN,
		/** Entering the software that goes on. */
		ENTERING
	}

	public WorldSwitch {
		Objects.requireNonNull(phase);
	}

	/** Software that does something of its own. */
	public static WorldSwitch none(int level) {
		return new WorldSwitch(level, level, level, Phase.BETWEEN);
	}

	/** The guest that it concerns: who is left or entered; between the two, of a guest hypervisor and its own guest the latter. */
	public int guest() {
		return switch (phase) {
		case LEAVING -> from;
		case BETWEEN -> Math.max(from, to);
		case ENTERING -> to;
		};
	}
}
