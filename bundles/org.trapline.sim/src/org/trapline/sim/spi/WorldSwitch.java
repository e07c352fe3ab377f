// SPDX-License-Identifier: EPL-2.0
package org.trapline.sim.spi;

import java.util.Objects;

/**
 * Where a cost is charged on a world switch: from one piece of software over a hypervisor to the one that goes on.
 *
 * @param level the level that pays
 * @param ends  what it switches between
 * @param phase the part of the switch
 * @since 0.2.0
 */
public record WorldSwitch(int level, Ends ends, Phase phase) {

	/**
	 * The software at both ends of a world switch.
	 *
	 * @param from the level that exited; the paying level where nobody did
	 * @param to   the level that goes on
	 */
	public record Ends(int from, int to) {
	}

	/** The parts of a world switch. */
	public enum Phase {
		/** Leaving the software that exited. */
		LEAVING,
		/** What the hypervisor does about the exit. */
		BETWEEN,
		/** Entering the software that goes on. */
		ENTERING
	}

	public WorldSwitch {
		Objects.requireNonNull(ends);
		Objects.requireNonNull(phase);
	}

	/** Software that does something of its own: no switch. */
	public static WorldSwitch none(int level) {
		return new WorldSwitch(level, new Ends(level, level), Phase.BETWEEN);
	}

	/** The level that exited. */
	public int from() {
		return ends.from();
	}

	/** The level that goes on. */
	public int to() {
		return ends.to();
	}

	/** The guest that is left or entered; between the two, of a guest hypervisor and its own guest the latter. */
	public int guest() {
		return switch (phase) {
		case LEAVING -> from();
		case BETWEEN -> Math.max(from(), to());
		case ENTERING -> to();
		};
	}
}
